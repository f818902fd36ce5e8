import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { currentSession, requireEditor } from '@/app/_desk/editor'
import { hasMail } from '@/app/_desk/mail'
import { store } from '@/app/store'
import styles from '@/components/desk/account/account.module.css'
import { ChangePassword } from '@/components/desk/account/change-password'
import { MailChoices } from '@/components/desk/account/mail-choices'
import { Passkeys } from '@/components/desk/account/passkeys'
import { SecondStepSetup } from '@/components/desk/account/second-step-setup'
import { Sessions } from '@/components/desk/account/sessions'
import { DeskFrame } from '@/components/desk/frame'
import { passkeysOf } from '@/db/accounts/passkeys'
import { sessionsOf } from '@/db/accounts/sessions'
import { userById } from '@/db/accounts/users'
import { mailChoicesOf } from '@/db/comments/mail-choices'
import { siteSettings } from '@/db/paper/site'
import { can, ROLE_NAMES } from '@/lib/accounts/permissions'
import { deviceWords } from '@/lib/desk/account/device'
import { MAIL_TOPICS } from '@/lib/desk/notifications/notification'
import { dateAndTime, shortDay } from '@/lib/time/dates'

export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage() {
  const editor = await requireEditor('/admin/account')
  const { id: userId, name, email, role } = editor
  const [db, session] = [await store(), await currentSession()]
  const { value: paper } = await siteSettings(db)
  const style = { language: 'en', timeZone: paper.timeZone }
  const passkeys = (await passkeysOf(db, { userId })).map(({ id, name: called, createdAt }) => ({
    id,
    name: called || 'A passkey',
    since: createdAt ? shortDay(createdAt, style) : '',
  }))
  // Sessions live by the clock of the machine.
  const sessions = (await sessionsOf(db, { userId, now: new Date() })).map(({ id, userAgent, address, startedAt }) => ({
    id,
    address,
    device: deviceWords(userAgent),
    isThis: id === session,
    since: dateAndTime(startedAt, style),
  }))
  return (
    <DeskFrame editor={editor} current="account">
      <div className={styles.account}>
        <header>
          <h1>{name}</h1>
          <p className={styles.about}>
            {email}, {ROLE_NAMES[role]}
          </p>
        </header>
        <ChangePassword email={email} />
        <SecondStepSetup isOn={(await userById(db, userId))?.hasSecondStep ?? false} />
        <Passkeys passkeys={passkeys} device={deviceWords((await headers()).get('user-agent'))} />
        <MailChoices
          initial={await mailChoicesOf(db, userId)}
          topics={MAIL_TOPICS.filter((topic) => topic !== 'fronts' || can(editor, 'arrange fronts'))}
          hasMail={hasMail()}
        />
        <Sessions sessions={sessions} />
      </div>
    </DeskFrame>
  )
}
