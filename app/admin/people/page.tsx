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
import { openInvitations } from '@/db/accounts/one-time-links'
import { passkeyCounts } from '@/db/accounts/passkeys'
import { allUsers } from '@/db/accounts/users'
import { accountEntries } from '@/db/audit/entries'
import { siteSettings } from '@/db/paper/site'
import { can } from '@/lib/accounts/permissions'
import { actionWords, actorWords } from '@/lib/audit/log-entry'
import { dateAndTime, shortDay } from '@/lib/time/dates'

/** The page of the log has all of them. */
const LISTED_EVENTS = 20

export const metadata: Metadata = { title: 'People' }

export default async function PeoplePage() {
  const editor = await requireEditor('/admin/people')
  if (!can(editor, 'manage people')) forbidden()
  const db = await store()
  const passkeys = await passkeyCounts(db)
  const people = (await allUsers(db)).map(({ id, name, email, role, isDeactivated, hasSecondStep }) => ({
    id,
    name,
    email,
    role,
    isDeactivated,
    hasSecondStep,
    passkeys: passkeys.get(id) ?? 0,
  }))
  const { value: paper } = await siteSettings(db)
  const invitations = (await openInvitations(db, { now: deskNow() })).map(
    ({ id, name, email, role, createdBy, expiresAt }) => ({
      id,
      name,
      email,
      role,
      invitedBy: createdBy,
      until: shortDay(expiresAt, { language: 'en', timeZone: paper.timeZone }),
    }),
  )
  const events = (await accountEntries(db, { limit: LISTED_EVENTS })).map((entry) => ({
    id: entry.id,
    email: entry.thingName,
    what: actionWords(entry),
    by: [actorWords(entry), entry.address].filter(Boolean).join(', '),
    when: dateAndTime(entry.at, { language: 'en', timeZone: paper.timeZone }),
  }))
  return (
    <DeskFrame editor={editor} current="people">
      <div className={styles.head}>
        <h1>People</h1>
        {can(editor, 'manage tokens') ? <a href="/admin/tokens">API tokens</a> : null}
        <InviteForm />
      </div>
      <PeopleTable people={people} selfId={editor.id} />
      <Invitations invitations={invitations} />
      <AccountLog events={events} />
    </DeskFrame>
  )
}
