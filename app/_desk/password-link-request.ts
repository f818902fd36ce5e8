import 'server-only'
import { mailResetLink, oneTimeUrl } from '@/app/_desk/one-time-links'
import { makeResetLink } from '@/db/accounts/one-time-links'
import { countAttempt } from '@/db/accounts/rate-limit'
import { plainEmail, userByEmail } from '@/db/accounts/users'
import type { Writer } from '@/db/store/open'

/** For the links that one person gets: repeated requests must not fill a mailbox. */
const EMAIL_RATE_LIMIT = { most: 3, seconds: 3600 }

/** Mails a link for another password; does nothing when no account has this e-mail. */
export async function mailPasswordLink(db: Writer, { email, now }: { email: string; now: Date }): Promise<void> {
  const key = `forgotten ${plainEmail(email)}`
  if ((await countAttempt(db, { key, limit: EMAIL_RATE_LIMIT, now: new Date() })) !== null) return
  const user = await userByEmail(db, email)
  const secret = user && (await makeResetLink(db, { email, by: user.name, now }))
  if (secret) await mailResetLink({ email: user.email, name: user.name, url: oneTimeUrl('reset', secret) })
}
