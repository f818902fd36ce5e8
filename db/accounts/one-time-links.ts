import { createHash, randomBytes } from 'node:crypto'
import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { addUser, hasUsers, plainEmail, replacePassword, userByEmail } from '@/db/accounts/users'
import { oneTimeLinks } from '@/db/store/account-schema'
import { type Db, inTransaction } from '@/db/store/open'
import type { Role } from '@/lib/accounts/permissions'
import { type Refusal, refuse } from '@/lib/desk/refusal'

export type OneTimeLinkKind = (typeof oneTimeLinks.kind.enumValues)[number]

/** Whom a link lets in, and until when. */
export interface OneTimeLink {
  id: number
  email: string
  name: string
  role: Role
  createdAt: Date
  /** The name of who made it. */
  createdBy: string
  expiresAt: Date
}

const HOUR_MS = 3_600_000

const LIFE_MS: Record<OneTimeLinkKind, number> = { setup: 168 * HOUR_MS, invitation: 168 * HOUR_MS, reset: HOUR_MS }

const COLUMNS = {
  id: oneTimeLinks.id,
  email: oneTimeLinks.email,
  name: oneTimeLinks.name,
  role: oneTimeLinks.role,
  createdAt: oneTimeLinks.createdAt,
  createdBy: oneTimeLinks.createdBy,
  expiresAt: oneTimeLinks.expiresAt,
}

interface Made {
  by: string
  now: Date
}

/** The secret of a new link that founds the desk; null when somebody has an account. Older ones work no more. */
export async function makeSetupLink(db: Db, { by, now }: Made): Promise<string | null> {
  return inTransaction(db, async (tx) => {
    if (await hasUsers(tx)) return null
    await revokeOpen(tx, { kind: 'setup', email: '', now })
    return make(tx, { kind: 'setup', email: '', name: '', role: 'admin', by, now })
  })
}

/** The secret of a new invitation; an older one to the same e-mail works no more. Refuses whoever has an account. */
export async function invite(
  db: Db,
  given: Made & { email: string; name: string; role: Role },
): Promise<{ secret: string } | Refusal> {
  const { by, now, name, role } = given
  const email = plainEmail(given.email)
  return inTransaction(db, async (tx) => {
    if (await userByEmail(tx, email))
      return refuse('email', `Somebody with the e-mail ${email} has an account already.`)
    await revokeOpen(tx, { kind: 'invitation', email, now })
    return { secret: await make(tx, { kind: 'invitation', email, name, role, by, now }) }
  })
}

/** The secret of a new link for another password; an older one works no more. null for whoever may not come in. */
export async function makeResetLink(db: Db, given: Made & { email: string }): Promise<string | null> {
  const { by, now } = given
  return inTransaction(db, async (tx) => {
    const user = await userByEmail(tx, given.email)
    if (!user || user.isShutOut) return null
    const { email, name, role } = user
    await revokeOpen(tx, { kind: 'reset', email, now })
    return make(tx, { kind: 'reset', email, name, role, by, now })
  })
}

interface Presented {
  secret: string
  now: Date
}

/** The link of this kind that the secret opens at `now`; null when it is unknown, used, revoked or too old. */
export async function openLink(
  db: Db,
  { kind, secret, now }: Presented & { kind: OneTimeLinkKind },
): Promise<OneTimeLink | null> {
  const isThis = and(eq(oneTimeLinks.kind, kind), eq(oneTimeLinks.secretHash, hashed(secret)))
  const [row] = await db
    .select(COLUMNS)
    .from(oneTimeLinks)
    .where(and(isThis, isOpen(now)))
  return row ?? null
}

/** Invitations that can still be accepted at `now`, newest first; at most 200. */
export async function openInvitations(db: Db, { now }: { now: Date }): Promise<OneTimeLink[]> {
  return db
    .select(COLUMNS)
    .from(oneTimeLinks)
    .where(and(eq(oneTimeLinks.kind, 'invitation'), isOpen(now)))
    .orderBy(desc(oneTimeLinks.createdAt), desc(oneTimeLinks.id))
    .limit(200)
}

/** Takes an invitation back; false when it was not open. */
export async function revokeInvitation(db: Db, { id, now }: { id: number; now: Date }): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const isThis = and(eq(oneTimeLinks.id, id), eq(oneTimeLinks.kind, 'invitation'))
    const revoked = await tx
      .update(oneTimeLinks)
      .set({ revokedAt: now })
      .where(and(isThis, isOpen(now)))
      .returning({ id: oneTimeLinks.id })
    return revoked.length > 0
  })
}

/** Makes the first admin with a setup link and uses it up; null when it opens nothing, or somebody came first. */
export async function foundDesk(
  db: Db,
  { secret, email, name, passwordHash, now }: Presented & { email: string; name: string; passwordHash: string },
): Promise<{ id: string } | Refusal | null> {
  return inTransaction(db, async (tx) => {
    const link = await openLink(tx, { kind: 'setup', secret, now })
    if (!link || (await hasUsers(tx))) return null
    const made = await addUser(tx, { email, name, role: link.role, passwordHash, now })
    if ('id' in made) await use(tx, link, now)
    return made
  })
}

/** Makes the account that an invitation promises and uses it up; null when it opens nothing. */
export async function acceptInvitation(
  db: Db,
  { secret, name, passwordHash, now }: Presented & { name: string; passwordHash: string },
): Promise<{ id: string; email: string } | Refusal | null> {
  return inTransaction(db, async (tx) => {
    const link = await openLink(tx, { kind: 'invitation', secret, now })
    if (!link) return null
    const { email, role } = link
    const made = await addUser(tx, { email, name, role, passwordHash, now })
    if ('problems' in made) return made
    await use(tx, link, now)
    return { ...made, email }
  })
}

/** Gives somebody the password they chose by a reset link, uses the link up and ends their sessions; null when it
 * opens nothing. */
export async function resetPassword(
  db: Db,
  { secret, passwordHash, now }: Presented & { passwordHash: string },
): Promise<{ email: string } | null> {
  return inTransaction(db, async (tx) => {
    const link = await openLink(tx, { kind: 'reset', secret, now })
    const user = link && (await userByEmail(tx, link.email))
    if (!user || user.isShutOut) return null
    await replacePassword(tx, { userId: user.id, passwordHash, now })
    await use(tx, link, now)
    return { email: user.email }
  })
}

async function make(tx: Db, link: Made & { kind: OneTimeLinkKind; email: string; name: string; role: Role }) {
  const { kind, email, name, role, by, now } = link
  const secret = randomBytes(32).toString('base64url')
  await tx.insert(oneTimeLinks).values({
    kind,
    secretHash: hashed(secret),
    email,
    name,
    role,
    createdAt: now,
    createdBy: by,
    expiresAt: new Date(now.getTime() + LIFE_MS[kind]),
  })
  return secret
}

async function use(tx: Db, { id }: OneTimeLink, now: Date): Promise<void> {
  await tx.update(oneTimeLinks).set({ usedAt: now }).where(eq(oneTimeLinks.id, id))
}

async function revokeOpen(tx: Db, link: { kind: OneTimeLinkKind; email: string; now: Date }): Promise<void> {
  const { kind, email, now } = link
  const isSuch = and(eq(oneTimeLinks.kind, kind), eq(oneTimeLinks.email, email))
  await tx
    .update(oneTimeLinks)
    .set({ revokedAt: now })
    .where(and(isSuch, isOpen(now)))
}

function isOpen(now: Date) {
  return and(isNull(oneTimeLinks.usedAt), isNull(oneTimeLinks.revokedAt), gt(oneTimeLinks.expiresAt, now))
}

function hashed(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
