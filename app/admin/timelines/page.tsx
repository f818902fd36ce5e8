import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { deskQuery } from '@/app/_desk/desk-query'
import { deskNow } from '@/app/_desk/desk-route'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import { ListRefusal } from '@/components/desk/list/list-refusal'
import { PaperParts } from '@/components/desk/paper/paper-parts'
import { Timelines } from '@/components/desk/timelines/timelines'
import { siteSettings } from '@/db/paper/site'
import { timelineDecisions } from '@/db/timelines/desk-views'
import { can } from '@/lib/accounts/permissions'

export const metadata: Metadata = { title: 'Timelines' }

/** The timelines of the paper, and what the site proposes. */
export default async function TimelinesPage() {
  const editor = await requireEditor('/admin/timelines')
  if (!can(editor, 'arrange timelines')) forbidden()
  const db = await store()
  const now = deskNow()
  const { timeZone } = (await siteSettings(db)).value
  const found = await deskQuery('timelines', { words: '', page: 1, now })
  if ('refused' in found) {
    return (
      <DeskFrame editor={editor} current="paper">
        <PaperParts editor={editor} current="timelines" />
        <h1>Timelines</h1>
        <ListRefusal reason={found.refused} again="/admin/timelines" />
      </DeskFrame>
    )
  }
  return (
    <DeskFrame editor={editor} current="paper">
      <PaperParts editor={editor} current="timelines" />
      <Timelines
        initial={{ timelines: found, decisions: await timelineDecisions(db, { now }) }}
        clock={{ now: now.getTime(), timeZone }}
      />
    </DeskFrame>
  )
}
