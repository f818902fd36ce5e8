import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { answersOfOpening } from '@/app/_desk/answers/answers-of-opening'
import { deskNow } from '@/app/_desk/desk-route'
import { requireEditor } from '@/app/_desk/editor'
import { roomChoices } from '@/app/_desk/room-choices'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import { WritingRoom } from '@/components/desk/room/writing-room'
import { ScheduleWarning } from '@/components/desk/schedule-warning'
import { scheduleTrouble } from '@/db/editing/lateness'
import { openedArticle } from '@/db/editing/manuscripts'
import { articleOwnership } from '@/db/editing/ownership'
import { picturesByIds } from '@/db/pictures/pictures'
import { articlePermissions } from '@/lib/desk/articles/article-permissions'

export const metadata: Metadata = { title: 'Writing' }

interface Props {
  params: Promise<{ id: string }>
}

/** A story open for writing. Opening it writes nothing. */
export default async function WritingPage({ params }: Props) {
  const { id: segment } = await params
  const editor = await requireEditor(`/admin/articles/${segment}`)
  const id = /^[1-9]\d{0,14}$/.test(segment) ? Number(segment) : notFound()
  const db = await store()
  const now = deskNow()
  const ownership = (await articleOwnership(db, id)) ?? notFound()
  const can = articlePermissions(editor, ownership)
  if (!can['read article']) forbidden()
  const article = (await openedArticle(db, { id, now })) ?? notFound()
  const { leadMediaId } = article.manuscript
  const pictures = await picturesByIds(db, leadMediaId === null ? [] : [leadMediaId])
  const trouble = await scheduleTrouble(db, { now })
  return (
    <DeskFrame editor={editor} current="articles" banner={trouble && <ScheduleWarning trouble={trouble} />}>
      <WritingRoom
        opened={{ ...article, can }}
        editor={{ id: editor.id, name: editor.name }}
        choices={await roomChoices(db, { editor, now })}
        answers={await answersOfOpening(db, { id, editor, can, now })}
        leadPicture={leadMediaId === null ? null : (pictures.get(leadMediaId) ?? null)}
      />
    </DeskFrame>
  )
}
