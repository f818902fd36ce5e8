import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { deskNow } from '@/app/_desk/desk-route'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import { AccountLog } from '@/components/desk/people/account-log'
import { Invitations } from '@/components/desk/people/invitations'
import { InviteForm } from '@/components/desk/people/invite-form'
import styles from '@/components/desk/people/people.module.css'
import { PeopleTable } from '@/components/desk/people/people-table'
import { latestAccountEvents } from '@/db/accounts/account-log'
import { openInvitations } from '@/db/accounts/one-time-links'
import { passkeyCounts } from '@/db/accounts/passkeys'
import { allUsers } from '@/db/accounts/users'
import { siteSettings } from '@/db/paper/site'
import { accountEventWords } from '@/lib/accounts/account-event'
import { can } from '@/lib/accounts/permissions'
import { dateAndTime, shortDay } from '@/lib/time/dates'

/** More are in the store; `npm run broadsheet -- user log` prints them. */
const LISTED_EVENTS = 50

export const metadata: Metadata = { title: 'People' }

export default async function PeoplePage() {
  const editor = await requireEditor('/admin/people')
  if (!can(editor, 'manage people')) forbidden()
  const db = await store()
  const passkeys = await passkeyCounts(db)
  const people = (await allUsers(db)).map(({ id, name, email, role, isDeactivated, hasSecondStep }) => ({
    ...{ id, name, email, role, isDeactivated, hasSecondStep },
    passkeys: passkeys.get(id) ?? 0,
  }))
  const { value: paper } = await siteSettings(db)
  const invitations = (await openInvitations(db, { now: deskNow() })).map(
    ({ id, name, email, role, createdBy, expiresAt }) => ({
      ...{ id, name, email, role, invitedBy: createdBy },
      until: shortDay(expiresAt, { language: 'en', timeZone: paper.timeZone }),
    }),
  )
  const events = (await latestAccountEvents(db, { limit: LISTED_EVENTS })).map((event) => ({
    ...{ id: event.id, email: event.email, what: accountEventWords(event) },
    by: [event.by, event.address].filter(Boolean).join(', '),
    when: dateAndTime(event.at, { language: 'en', timeZone: paper.timeZone }),
  }))
  return (
    <DeskFrame editor={editor} current="people">
      <div className={styles.head}>
        <h1>People</h1>
        <InviteForm />
      </div>
      <PeopleTable people={people} selfId={editor.id} />
      <Invitations invitations={invitations} />
      <AccountLog events={events} />
    </DeskFrame>
  )
}
