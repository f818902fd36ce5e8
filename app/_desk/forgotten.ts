import 'server-only'
import { mailReset, oneTimeUrl } from '@/app/_desk/one-time-address'
import { makeResetLink } from '@/db/accounts/one-time-links'
import { countAttempt } from '@/db/accounts/rate-limit'
import { plainEmail, userByEmail } from '@/db/accounts/users'
import type { Writer } from '@/db/store/open'

/** Whoever asks again and again fills somebody's letter box. */
const BY_EMAIL = { most: 3, seconds: 3600 }

/** Mails somebody a link for another password; nothing happens for an address that nobody here has. */
export async function mailForgotten(db: Writer, { email, now }: { email: string; now: Date }): Promise<void> {
  const key = `forgotten ${plainEmail(email)}`
  if ((await countAttempt(db, { key, limit: BY_EMAIL, now: new Date() })) !== null) return
  const user = await userByEmail(db, email)
  const secret = user && (await makeResetLink(db, { email, by: user.name, now }))
  if (secret) await mailReset({ email: user.email, name: user.name, url: oneTimeUrl('reset', secret) })
}
