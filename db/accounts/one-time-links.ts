import { randomBytes } from 'node:crypto'
import { and, desc, eq } from 'drizzle-orm'
import { isOpenLink } from '@/db/accounts/open-links'
import { secretHash } from '@/db/accounts/secret-hash'
import { accountThing, addUser, hasUsers, plainEmail, replacePassword, userByEmail } from '@/db/accounts/users'
import { logAction, personIn } from '@/db/audit/log'
import { oneTimeLinks } from '@/db/store/account-schema'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import type { Role } from '@/lib/accounts/permissions'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import { HOUR_MS } from '@/lib/time/durations'

export type OneTimeLinkKind = (typeof oneTimeLinks.kind.enumValues)[number]

/** What a link grants to whom, and until when. */
export interface OneTimeLink {
  id: number
  email: string
  name: string
  role: Role
  createdAt: Date
  /** Name of the person, or of the program, that created it. */
  createdBy: string
  expiresAt: Date
}

const LIFETIME_MS: Record<OneTimeLinkKind, number> = { setup: 168 * HOUR_MS, invitation: 168 * HOUR_MS, reset: HOUR_MS }

const COLUMNS = {
  id: oneTimeLinks.id,
  email: oneTimeLinks.email,
  name: oneTimeLinks.name,
  role: oneTimeLinks.role,
  createdAt: oneTimeLinks.createdAt,
  createdBy: oneTimeLinks.createdBy,
  expiresAt: oneTimeLinks.expiresAt,
}

interface Creation {
  by: string
  /** The account of the person; absent for a program. The link ends with it. */
  byId?: string
  now: Date
}

/** The secret of a new link that creates the first admin; null once anybody has an account. Older setup links are revoked. */
export async function makeSetupLink(db: Writer, { by, now }: Creation): Promise<string | null> {
  return inTransaction(db, async (tx) => {
    if (await hasUsers(tx)) return null
    await revokeOpen(tx, { kind: 'setup', email: '', now })
    return insertLink(tx, { kind: 'setup', email: '', name: '', role: 'admin', by, now })
  })
}

/** The secret of a new invitation. Older ones to the same e-mail address are revoked. Refused when it has an account. */
export async function invite(
  db: Writer,
  invitation: Creation & { email: string; name: string; role: Role },
): Promise<{ secret: string } | Refusal> {
  const { now, name, role } = invitation
  const email = plainEmail(invitation.email)
  return inTransaction(db, async (tx) => {
    if (await userByEmail(tx, email))
      return refuse('email', `Somebody with the e-mail ${email} has an account already.`)
    await revokeOpen(tx, { kind: 'invitation', email, now })
    await logAction(tx, { action: 'invitation sent', thing: { id: email, name: email }, detail: role, now })
    return { secret: await insertLink(tx, { ...invitation, kind: 'invitation', email, name, role }) }
  })
}

/** The secret of a new link to reset a password; older ones are revoked. null for an unknown or deactivated user. */
export async function makeResetLink(db: Writer, request: Creation & { email: string }): Promise<string | null> {
  return inTransaction(db, async (tx) => {
    const { now } = request
    const user = await userByEmail(tx, request.email)
    if (!user || user.isDeactivated) return null
    const { email, name, role } = user
    await revokeOpen(tx, { kind: 'reset', email, now })
    await logAction(tx, { action: 'account password link made', thing: accountThing(user), now })
    return insertLink(tx, { ...request, kind: 'reset', email, name, role })
  })
}

interface Redemption {
  secret: string
  now: Date
}

/** The link of this kind with this secret; null when it is unknown, used, revoked or expired at `now`. */
export async function openLink(
  db: Reader,
  { kind, secret, now }: Redemption & { kind: OneTimeLinkKind },
): Promise<OneTimeLink | null> {
  const isThis = and(eq(oneTimeLinks.kind, kind), eq(oneTimeLinks.secretHash, secretHash(secret)))
  const [row] = await db
    .select(COLUMNS)
    .from(oneTimeLinks)
    .where(and(isThis, isOpenLink(now)))
  return row ?? null
}

/** Invitations that can still be accepted at `now`, newest first; at most 200. */
export async function openInvitations(db: Reader, { now }: { now: Date }): Promise<OneTimeLink[]> {
  return db
    .select(COLUMNS)
    .from(oneTimeLinks)
    .where(and(eq(oneTimeLinks.kind, 'invitation'), isOpenLink(now)))
    .orderBy(desc(oneTimeLinks.createdAt), desc(oneTimeLinks.id))
    .limit(200)
}

/** Revokes an invitation; false when it was already used, revoked or expired. */
export async function revokeInvitation(db: Writer, { id, now }: { id: number; now: Date }): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const isThis = and(eq(oneTimeLinks.id, id), eq(oneTimeLinks.kind, 'invitation'))
    const revoked = await tx
      .update(oneTimeLinks)
      .set({ revokedAt: now })
      .where(and(isThis, isOpenLink(now)))
      .returning({ email: oneTimeLinks.email })
    for (const { email } of revoked) {
      await logAction(tx, { action: 'invitation revoked', thing: { id: email, name: email }, now })
    }
    return revoked.length > 0
  })
}

/** Creates the first admin and marks the setup link as used; null when the link is not valid, or anybody has an account. */
export async function createFirstAdmin(
  db: Writer,
  { secret, email, name, passwordHash, now }: Redemption & { email: string; name: string; passwordHash: string },
): Promise<{ id: string } | Refusal | null> {
  return inTransaction(db, async (tx) => {
    const link = await openLink(tx, { kind: 'setup', secret, now })
    if (!link || (await hasUsers(tx))) return null
    const added = await addUser(tx, { email, name, role: link.role, passwordHash, now })
    if ('id' in added) await markUsed(tx, link, now)
    return added
  })
}

/** Creates the invited account and marks the invitation as used; null when it is not valid. */
export async function acceptInvitation(
  db: Writer,
  { secret, name, passwordHash, now }: Redemption & { name: string; passwordHash: string },
): Promise<{ id: string; email: string } | Refusal | null> {
  return inTransaction(db, async (tx) => {
    const link = await openLink(tx, { kind: 'invitation', secret, now })
    if (!link) return null
    const { email, role } = link
    const added = await addUser(tx, { email, name, role, passwordHash, now })
    if ('problems' in added) return added
    await markUsed(tx, link, now)
    const by = personIn(tx, { id: added.id, name })
    await logAction(tx, { action: 'invitation accepted', thing: { id: email, name: email }, detail: role, now, by })
    return { ...added, email }
  })
}

/**
 * Sets the password of the user of a reset link, ends their sessions and marks the link as used; null when it is not
 * valid or the user is deactivated.
 */
export async function resetPassword(
  db: Writer,
  { secret, passwordHash, now }: Redemption & { passwordHash: string },
): Promise<{ email: string } | null> {
  return inTransaction(db, async (tx) => {
    const link = await openLink(tx, { kind: 'reset', secret, now })
    const user = link && (await userByEmail(tx, link.email))
    if (!user || user.isDeactivated) return null
    await replacePassword(tx, { user, passwordHash, now })
    await markUsed(tx, link, now)
    return { email: user.email }
  })
}

async function insertLink(
  tx: Transaction,
  link: Creation & { kind: OneTimeLinkKind; email: string; name: string; role: Role },
) {
  const { kind, email, name, role, by, byId = null, now } = link
  const secret = randomBytes(32).toString('base64url')
  await tx.insert(oneTimeLinks).values({
    kind,
    secretHash: secretHash(secret),
    email,
    name,
    role,
    createdAt: now,
    createdBy: by,
    createdById: byId,
    expiresAt: new Date(now.getTime() + LIFETIME_MS[kind]),
  })
  return secret
}

async function markUsed(tx: Transaction, { id }: OneTimeLink, now: Date): Promise<void> {
  await tx.update(oneTimeLinks).set({ usedAt: now }).where(eq(oneTimeLinks.id, id))
}

async function revokeOpen(tx: Transaction, link: { kind: OneTimeLinkKind; email: string; now: Date }): Promise<void> {
  const { kind, email, now } = link
  const isSame = and(eq(oneTimeLinks.kind, kind), eq(oneTimeLinks.email, email))
  await tx
    .update(oneTimeLinks)
    .set({ revokedAt: now })
    .where(and(isSame, isOpenLink(now)))
}
