import { randomBytes, timingSafeEqual } from 'node:crypto'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { secretHash } from '@/db/accounts/secret-hash'
import { userById } from '@/db/accounts/users'
import { logAction } from '@/db/audit/log'
import { users } from '@/db/store/account-schema'
import { apiTokens } from '@/db/store/api-schema'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import type { Editor } from '@/lib/accounts/permissions'
import { type Scope, scopeWords } from '@/lib/admin-api/scopes'
import { type Refusal, refuse } from '@/lib/desk/refusal'

/** Begins every token, so that a scanner for secrets knows one by sight. */
const PREFIX = 'bst_'
const SECRET_BYTES = 32
const FORM = /^bst_[1-9]\d{0,14}_[\w-]{43}$/

/** How exactly the last use is known: a token that is used all the time is not written all the time. */
const USE_NOTED_EVERY_MS = 60_000
const MAX_LISTED = 500

/** A token as admins see it; never the token itself. */
export interface ApiToken {
  id: number
  name: string
  scopes: Scope[]
  user: { id: string; name: string }
  createdAt: Date
  createdBy: string
  expiresAt: Date | null
  lastUsedAt: Date | null
  lastUsedFrom: string
  revokedAt: Date | null
}

/** What a token lets its bearer do: act as this user, within these scopes. */
export interface Bearer {
  token: { id: number; name: string }
  scopes: Scope[]
  user: Editor
}

interface NewToken {
  name: string
  userId: string
  scopes: Scope[]
  /** null for no end. */
  expiresAt: Date | null
  /** The name of the admin, or of the user at the command line. */
  by: string
  now: Date
}

/** Makes a token and returns it, this once. Refused when the account does not exist or is deactivated. */
export async function makeToken(
  db: Writer,
  { name, userId, scopes, expiresAt, by, now }: NewToken,
): Promise<{ id: number; token: string } | Refusal> {
  if (expiresAt && expiresAt <= now) return refuse('expiresAt', 'Choose an end that is still to come.')
  return inTransaction(db, async (tx) => {
    const user = await userById(tx, userId)
    if (!user || user.isDeactivated) return refuse('user', 'There is no such account, or it is deactivated.')
    const secret = randomBytes(SECRET_BYTES).toString('base64url')
    const row = { name, userId, scopes, createdAt: now, createdBy: by, expiresAt, secretHash: secretHash(secret) }
    const [made] = await tx.insert(apiTokens).values(row).returning({ id: apiTokens.id })
    if (!made) throw new Error('the store gave a new token no id')
    const detail = `${scopeWords(scopes)}, as ${user.email}`
    await logAction(tx, { action: 'token made', thing: { id: made.id, name }, detail, now })
    return { id: made.id, token: `${PREFIX}${made.id}_${secret}` }
  })
}

/** What the bearer of `token` may do at `now`; null when it is none, revoked, past its end, or its user is deactivated. */
export async function bearerOf(db: Reader, { token, now }: { token: string; now: Date }): Promise<Bearer | null> {
  if (!FORM.test(token)) return null
  const [, id = '', ...secret] = token.split('_')
  const [row] = await db
    .select({ token: apiTokens, user: users })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .where(eq(apiTokens.id, Number(id)))
  if (!row || !isSame(secretHash(secret.join('_')), row.token.secretHash)) return null
  const { name, scopes, expiresAt, revokedAt } = row.token
  if (revokedAt !== null || (expiresAt && expiresAt <= now) || row.user.banned) return null
  const { email, role } = row.user
  return { token: { id: Number(id), name }, scopes, user: { id: row.user.id, name: row.user.name, email, role } }
}

/** Notes that a token was used, to the minute. */
export async function noteTokenUse(
  db: Writer,
  { id, address, now }: { id: number; address: string; now: Date },
): Promise<void> {
  const [row] = await db.select({ at: apiTokens.lastUsedAt }).from(apiTokens).where(eq(apiTokens.id, id))
  if (row?.at && now.getTime() - row.at.getTime() < USE_NOTED_EVERY_MS) return
  await inTransaction(db, async (tx) => {
    await tx.update(apiTokens).set({ lastUsedAt: now, lastUsedFrom: address }).where(eq(apiTokens.id, id))
  })
}

/** All tokens, the newest first; at most 500. */
export async function allTokens(db: Reader): Promise<ApiToken[]> {
  const rows = await db
    .select({ token: apiTokens, user: { id: users.id, name: users.name } })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .orderBy(desc(apiTokens.id))
    .limit(MAX_LISTED)
  return rows.map(({ token: { secretHash: _never, userId: _user, ...token }, user }) => ({ ...token, user }))
}

/** Revokes a token; null when there is none. Doing it again changes nothing. */
export async function revokeToken(
  db: Writer,
  { id, now }: { id: number; now: Date },
): Promise<Record<string, never> | null> {
  return inTransaction(db, async (tx) => {
    const [token] = await tx.select({ name: apiTokens.name }).from(apiTokens).where(eq(apiTokens.id, id))
    if (!token) return null
    const revoked = await tx
      .update(apiTokens)
      .set({ revokedAt: now })
      .where(and(eq(apiTokens.id, id), isNull(apiTokens.revokedAt)))
      .returning({ id: apiTokens.id })
    if (revoked.length) await logAction(tx, { action: 'token revoked', thing: { id, name: token.name }, now })
    return {}
  })
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one, 'hex'), Buffer.from(other, 'hex'))
}
