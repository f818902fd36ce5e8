import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { deskNow } from '@/app/_desk/desk-route'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import { PicturePage } from '@/components/desk/library/picture-page'
import { pictureRecord } from '@/db/library/library'
import { siteSettings } from '@/db/paper/site'
import { can } from '@/lib/accounts/permissions'

export const metadata: Metadata = { title: 'Picture' }

interface Props {
  params: Promise<{ picture: string }>
}

/** One picture of the library. */
export default async function PictureOfLibrary({ params }: Props) {
  const { picture } = await params
  const id = /^[1-9]\d{0,14}$/.test(picture) ? Number(picture) : notFound()
  const editor = await requireEditor(`/admin/pictures/${id}`)
  if (!can(editor, 'see pictures')) forbidden()
  const db = await store()
  const record = (await pictureRecord(db, { id, editor, now: deskNow() })) ?? notFound()
  const { value: paper } = await siteSettings(db)
  return (
    <DeskFrame editor={editor} current="pictures">
      <PicturePage
        key={id}
        initialRecord={record}
        mayDecide={can(editor, 'decide on pictures')}
        timeZone={paper.timeZone}
      />
    </DeskFrame>
  )
}
