import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { deskNow } from '@/app/_desk/desk-route'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import { PaperParts } from '@/components/desk/paper/paper-parts'
import { Timelines } from '@/components/desk/timelines/timelines'
import { siteSettings } from '@/db/paper/site'
import { timelinesView } from '@/db/timelines/desk-views'
import { can } from '@/lib/accounts/permissions'

export const metadata: Metadata = { title: 'Timelines' }

/** The timelines of the paper, and what the site proposes. */
export default async function TimelinesPage() {
  const editor = await requireEditor('/admin/timelines')
  if (!can(editor, 'arrange timelines')) forbidden()
  const db = await store()
  const now = deskNow()
  const { timeZone } = (await siteSettings(db)).value
  return (
    <DeskFrame editor={editor} current="paper">
      <PaperParts editor={editor} current="timelines" />
      <Timelines initial={await timelinesView(db, { now })} clock={{ now: now.getTime(), timeZone }} />
    </DeskFrame>
  )
}
