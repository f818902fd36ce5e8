import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { deskNow } from '@/app/_desk/desk-route'
import { requireEditor } from '@/app/_desk/editor'
import { pageView } from '@/app/_desk/page-view'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import { PageRoom } from '@/components/desk/pages/page-room'
import { pageById } from '@/db/paper/pages'
import { siteSettings } from '@/db/paper/site'
import { can } from '@/lib/accounts/permissions'

export const metadata: Metadata = { title: 'Writing a page' }

interface Props {
  params: Promise<{ id: string }>
}

/** A standing page open for writing. Opening it writes nothing. */
export default async function WritePage({ params }: Props) {
  const { id } = await params
  const editor = await requireEditor(`/admin/pages/${id}`)
  if (!can(editor, 'manage pages')) forbidden()
  const db = await store()
  const page = (/^[1-9]\d{0,14}$/.test(id) ? await pageById(db, Number(id)) : null) ?? notFound()
  const { language, timeZone } = (await siteSettings(db)).value
  return (
    <DeskFrame editor={editor} current="paper">
      <PageRoom opened={await pageView(db, page)} language={language} timeZone={timeZone} now={deskNow().getTime()} />
    </DeskFrame>
  )
}
