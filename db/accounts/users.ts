import { randomUUID } from 'node:crypto'
import { and, asc, eq } from 'drizzle-orm'
import { endMadeLinks, endMadePreviews, endResetLinks, endTokensOf } from '@/db/accounts/revoke-links'
import { logAction, personIn } from '@/db/audit/log'
import { accounts, sessions, twoFactors, users } from '@/db/store/account-schema'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { can, type Editor, type Role } from '@/lib/accounts/permissions'
import type { Thing } from '@/lib/audit/log-entry'
import { type Refusal, refuse } from '@/lib/desk/refusal'

/** A user as admins see them. */
export interface User extends Editor {
  isDeactivated: boolean
  hasSecondStep: boolean
  createdAt: Date
}

const COLUMNS = {
  id: users.id,
  name: users.name,
  email: users.email,
  role: users.role,
  banned: users.banned,
  twoFactorEnabled: users.twoFactorEnabled,
  createdAt: users.createdAt,
}

/** Whether there is any account. */
export async function hasUsers(db: Reader): Promise<boolean> {
  const [row] = await db.select({ id: users.id }).from(users).limit(1)
  return row !== undefined
}

/** All users, by name. */
export async function allUsers(db: Reader): Promise<User[]> {
  const rows = await db.select(COLUMNS).from(users).orderBy(asc(users.name), asc(users.id)).limit(1000)
  return rows.map(toUser)
}

/** The people whose accounts are open, by name. */
export async function openAccounts(db: Reader): Promise<{ id: string; name: string }[]> {
  const people = await allUsers(db)
  return people.filter(({ isDeactivated }) => !isDeactivated).map(({ id, name }) => ({ id, name }))
}

/** The user with this id; null when there is none. */
export async function userById(db: Reader, id: string): Promise<User | null> {
  const [row] = await db.select(COLUMNS).from(users).where(eq(users.id, id))
  return row ? toUser(row) : null
}

/** The user with this e-mail address, ignoring case and surrounding spaces; null when there is none. */
export async function userByEmail(db: Reader, email: string): Promise<User | null> {
  const [row] = await db
    .select(COLUMNS)
    .from(users)
    .where(eq(users.email, plainEmail(email)))
  return row ? toUser(row) : null
}

/** An e-mail address as it is stored and compared: trimmed, in lower case. */
export function plainEmail(email: string): string {
  return email.trim().toLowerCase()
}

interface NewUser {
  email: string
  name: string
  role: Role
  /** As better-auth hashes it. */
  passwordHash: string
  now: Date
}

/** Creates an account that signs in with e-mail and password. Refused when the e-mail address has an account. */
export async function addUser(db: Writer, user: NewUser): Promise<{ id: string } | Refusal> {
  const { name, role, passwordHash, now } = user
  const email = plainEmail(user.email)
  const id = randomUUID()
  return inTransaction(db, async (tx) => {
    if (await userByEmail(tx, email))
      return refuse('email', `Somebody with the e-mail ${email} has an account already.`)
    await tx.insert(users).values({ id, name, email, role, emailVerified: true, createdAt: now, updatedAt: now })
    await tx.insert(accounts).values({
      id: randomUUID(),
      accountId: id,
      providerId: 'credential',
      userId: id,
      password: passwordHash,
      createdAt: now,
      updatedAt: now,
    })
    await logAction(tx, { action: 'account added', thing: { id, name: email }, detail: role, now })
    return { id }
  })
}

/** Replaces a user's password, and ends all their sessions and every link by which it could be set once more. */
export async function replacePassword(
  db: Writer,
  { user, passwordHash, now }: { user: User; passwordHash: string; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const ofUser = and(eq(accounts.userId, user.id), eq(accounts.providerId, 'credential'))
    await tx.update(accounts).set({ password: passwordHash, updatedAt: now }).where(ofUser)
    await tx.delete(sessions).where(eq(sessions.userId, user.id))
    await endResetLinks(tx, { user, now })
    const by = personIn(tx, user)
    await logAction(tx, { action: 'account password set by a link', thing: accountThing(user), now, by })
  })
}

interface UserChange {
  id: string
  now: Date
}

/** Sets the role of a user. What they made for others and may no longer make ends: invitations, reset links, previews. Refused for the last admin; null when no user has this id. */
export async function changeRole(
  db: Writer,
  { id, role, now }: UserChange & { role: Role },
): Promise<User | Refusal | null> {
  return inTransaction(db, async (tx) => {
    const user = await userById(tx, id)
    if (!user) return null
    if (role !== 'admin' && (await isLastAdmin(tx, user))) {
      return refuse('role', `${user.name} is the only admin. Make somebody else an admin first.`)
    }
    await tx.update(users).set({ role, updatedAt: now }).where(eq(users.id, id))
    if (!can({ id, role }, 'manage people')) await endMadeLinks(tx, { user, now })
    if (!can({ id, role }, 'share preview')) await endMadePreviews(tx, { user, now })
    if (role !== user.role) {
      const detail = `${user.role} to ${role}`
      await logAction(tx, { action: 'account role changed', thing: accountThing(user), detail, now })
    }
    return userById(tx, id)
  })
}

/**
 * Ends a user's sessions and API tokens, the links for another password of theirs and everything that they made for others (invitations,
 * reset links, previews), and refuses their sign-ins until reactivateUser. Refused for the last admin; null when no user has
 * this id.
 */
export async function deactivateUser(db: Writer, { id, now }: UserChange): Promise<User | Refusal | null> {
  return inTransaction(db, async (tx) => {
    const user = await userById(tx, id)
    if (!user) return null
    if (await isLastAdmin(tx, user)) {
      return refuse('', `${user.name} is the only admin. Make somebody else an admin first.`)
    }
    await tx.update(users).set({ banned: true, updatedAt: now }).where(eq(users.id, id))
    await tx.delete(sessions).where(eq(sessions.userId, id))
    await endResetLinks(tx, { user, now })
    await endMadeLinks(tx, { user, now })
    await endMadePreviews(tx, { user, now })
    await endTokensOf(tx, { user, now })
    await logAction(tx, { action: 'account deactivated', thing: accountThing(user), now })
    return userById(tx, id)
  })
}

/** Undoes deactivateUser: the user signs in as before. null when no user has this id. */
export async function reactivateUser(db: Writer, { id, now }: UserChange): Promise<User | null> {
  return inTransaction(db, async (tx) => {
    const user = await userById(tx, id)
    if (!user) return null
    await tx.update(users).set({ banned: false, updatedAt: now }).where(eq(users.id, id))
    await logAction(tx, { action: 'account reactivated', thing: accountThing(user), now })
    return userById(tx, id)
  })
}

/** Removes the second factor of a user who lost it, so that the password alone signs them in; null when no user has this id. */
export async function removeSecondStep(db: Writer, { id, now }: UserChange): Promise<User | null> {
  return inTransaction(db, async (tx) => {
    const user = await userById(tx, id)
    if (!user) return null
    await tx.delete(twoFactors).where(eq(twoFactors.userId, id))
    await tx.update(users).set({ twoFactorEnabled: false, updatedAt: now }).where(eq(users.id, id))
    await logAction(tx, { action: 'account second step removed', thing: accountThing(user), now })
    return userById(tx, id)
  })
}

/** An account as the audit log names it. */
export function accountThing({ id, email }: Pick<Editor, 'id' | 'email'>): Thing {
  return { id, name: email }
}

async function isLastAdmin(db: Reader, user: User): Promise<boolean> {
  if (user.role !== 'admin' || user.isDeactivated) return false
  const admins = await db.select({ banned: users.banned }).from(users).where(eq(users.role, 'admin'))
  return admins.filter(({ banned }) => banned !== true).length <= 1
}

type Row = Editor & { banned: boolean | null; twoFactorEnabled: boolean | null; createdAt: Date }

function toUser({ banned, twoFactorEnabled, ...user }: Row): User {
  return { ...user, isDeactivated: banned === true, hasSecondStep: twoFactorEnabled === true }
}
