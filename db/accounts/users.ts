import { randomUUID } from 'node:crypto'
import { and, asc, eq } from 'drizzle-orm'
import { accounts, sessions, twoFactors, users } from '@/db/store/account-schema'
import { type Db, inTransaction } from '@/db/store/open'
import type { Editor, Role } from '@/lib/accounts/permissions'
import { type Refusal, refuse } from '@/lib/desk/refusal'

/** Somebody with an account, as other admins see them. */
export interface User extends Editor {
  isShutOut: boolean
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

/** Whether anybody has an account yet. */
export async function hasUsers(db: Db): Promise<boolean> {
  const [row] = await db.select({ id: users.id }).from(users).limit(1)
  return row !== undefined
}

/** Everybody with an account, by name. */
export async function allUsers(db: Db): Promise<User[]> {
  const rows = await db.select(COLUMNS).from(users).orderBy(asc(users.name), asc(users.id)).limit(1000)
  return rows.map(toUser)
}

/** null when nobody has this id. */
export async function userById(db: Db, id: string): Promise<User | null> {
  const [row] = await db.select(COLUMNS).from(users).where(eq(users.id, id))
  return row ? toUser(row) : null
}

/** null when nobody has this e-mail, however it is spelt. */
export async function userByEmail(db: Db, email: string): Promise<User | null> {
  const [row] = await db
    .select(COLUMNS)
    .from(users)
    .where(eq(users.email, plainEmail(email)))
  return row ? toUser(row) : null
}

/** The spelling by which e-mails are stored and compared. */
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

/** Makes an account that signs in with e-mail and password; refuses an e-mail that somebody has. */
export async function addUser(db: Db, given: NewUser): Promise<{ id: string } | Refusal> {
  const { name, role, passwordHash, now } = given
  const email = plainEmail(given.email)
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
    return { id }
  })
}

/** Gives somebody another password and ends all their sessions. */
export async function replacePassword(
  db: Db,
  { userId, passwordHash, now }: { userId: string; passwordHash: string; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const ofUser = and(eq(accounts.userId, userId), eq(accounts.providerId, 'credential'))
    await tx.update(accounts).set({ password: passwordHash, updatedAt: now }).where(ofUser)
    await tx.delete(sessions).where(eq(sessions.userId, userId))
  })
}

interface OnUser {
  id: string
  now: Date
}

/** Changes what somebody may do; refused for the last admin. */
export async function changeRole(db: Db, { id, role, now }: OnUser & { role: Role }): Promise<User | Refusal | null> {
  return inTransaction(db, async (tx) => {
    const user = await userById(tx, id)
    if (!user) return null
    if (role !== 'admin' && (await isLastAdmin(tx, user))) {
      return refuse('role', `${user.name} is the only admin. Make somebody else an admin first.`)
    }
    await tx.update(users).set({ role, updatedAt: now }).where(eq(users.id, id))
    return userById(tx, id)
  })
}

/** Ends somebody's sessions and lets them in no more, until letIn; refused for the last admin. */
export async function deactivateUser(db: Db, { id, now }: OnUser): Promise<User | Refusal | null> {
  return inTransaction(db, async (tx) => {
    const user = await userById(tx, id)
    if (!user) return null
    if (await isLastAdmin(tx, user)) {
      return refuse('', `${user.name} is the only admin. Make somebody else an admin first.`)
    }
    await tx.update(users).set({ banned: true, updatedAt: now }).where(eq(users.id, id))
    await tx.delete(sessions).where(eq(sessions.userId, id))
    return userById(tx, id)
  })
}

/** Undoes shutOut; the person signs in as before. */
export async function reactivateUser(db: Db, { id, now }: OnUser): Promise<User | null> {
  return inTransaction(db, async (tx) => {
    await tx.update(users).set({ banned: false, updatedAt: now }).where(eq(users.id, id))
    return userById(tx, id)
  })
}

/** Lets somebody who lost their authenticator in with the password alone; null when nobody has this id. */
export async function removeSecondStep(db: Db, { id, now }: OnUser): Promise<User | null> {
  return inTransaction(db, async (tx) => {
    await tx.delete(twoFactors).where(eq(twoFactors.userId, id))
    await tx.update(users).set({ twoFactorEnabled: false, updatedAt: now }).where(eq(users.id, id))
    return userById(tx, id)
  })
}

async function isLastAdmin(tx: Db, user: User): Promise<boolean> {
  if (user.role !== 'admin' || user.isShutOut) return false
  const admins = await tx.select({ banned: users.banned }).from(users).where(eq(users.role, 'admin'))
  return admins.filter(({ banned }) => banned !== true).length <= 1
}

type Row = Editor & { banned: boolean | null; twoFactorEnabled: boolean | null; createdAt: Date }

function toUser({ banned, twoFactorEnabled, ...user }: Row): User {
  return { ...user, isShutOut: banned === true, hasSecondStep: twoFactorEnabled === true }
}
