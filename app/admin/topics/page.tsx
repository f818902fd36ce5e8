import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { deskQuery } from '@/app/_desk/desk-query'
import { deskNow } from '@/app/_desk/desk-route'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import { ListRefusal } from '@/components/desk/list/list-refusal'
import { PaperParts } from '@/components/desk/paper/paper-parts'
import { Topics } from '@/components/desk/paper/topics'
import { siteSettings } from '@/db/paper/site'
import { can } from '@/lib/accounts/permissions'

export const metadata: Metadata = { title: 'Topics' }

/** The topics of the paper. */
export default async function TopicsPage() {
  const editor = await requireEditor('/admin/topics')
  if (!can(editor, 'manage topics')) forbidden()
  const db = await store()
  const now = deskNow()
  const { timeZone } = (await siteSettings(db)).value
  const found = await deskQuery('topics', { words: '', page: 1, now })
  if ('refused' in found) {
    return (
      <DeskFrame editor={editor} current="paper">
        <PaperParts editor={editor} current="topics" />
        <h1>Topics</h1>
        <ListRefusal reason={found.refused} again="/admin/topics" />
      </DeskFrame>
    )
  }
  return (
    <DeskFrame editor={editor} current="paper">
      <PaperParts editor={editor} current="topics" />
      <Topics initial={found} clock={{ now: now.getTime(), timeZone }} />
    </DeskFrame>
  )
}
