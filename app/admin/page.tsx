import type { Metadata } from 'next'
import { deskQuery } from '@/app/_desk/desk-query'
import { deskNow } from '@/app/_desk/desk-route'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { Dashboard } from '@/components/desk/dashboard/dashboard'
import { DeskFrame } from '@/components/desk/frame'
import { ListRefusal } from '@/components/desk/list/list-refusal'
import { ScheduleWarning } from '@/components/desk/schedule-warning'
import { scheduleTrouble } from '@/db/editing/lateness'
import { siteSettings } from '@/db/paper/site'
import { can } from '@/lib/accounts/permissions'

export const metadata: Metadata = { title: 'Today' }

/** The desk opens on what waits, what is planned and what was missed; contributors see their own. */
export default async function DeskPage() {
  const editor = await requireEditor('/admin')
  const db = await store()
  const now = deskNow()
  const { value: paper } = await siteSettings(db)
  const found = await deskQuery('dashboard', { editor, now, timeZone: paper.timeZone })
  const trouble = await scheduleTrouble(db, { now })
  return (
    <DeskFrame editor={editor} current="today" banner={trouble && <ScheduleWarning trouble={trouble} />}>
      {'refused' in found ? (
        <>
          <h1>Today</h1>
          <ListRefusal reason={found.refused} again="/admin" />
        </>
      ) : (
        <Dashboard numbers={found} isOwn={!can(editor, 'see every article')} now={now} timeZone={paper.timeZone} />
      )}
    </DeskFrame>
  )
}
