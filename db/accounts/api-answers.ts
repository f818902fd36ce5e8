import { and, asc, count, eq, lt } from 'drizzle-orm'
import { apiAnswers } from '@/db/store/api-schema'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { DAY_MS } from '@/lib/time/durations'

/** An answer is given again for this long. */
const KEPT_MS = DAY_MS
/** The newest answers of a token that are kept; older ones end earlier. */
const KEPT_OF_TOKEN = 10_000
/** A longer answer is not given again as it was, but as what was changed. */
const MAX_BODY_LENGTH = 256 * 1024

/** A request that may be repeated. */
export interface RepeatableRequest {
  tokenId: number
  key: string
  /** SHA-256 of method, address and body. */
  requestHash: string
}

/** An answer as it was given; null when the change was made, but its answer is not known. */
export interface GivenAnswer {
  requestHash: string
  answer: { status: number; body: string } | null
}

/** What was answered to the request with this key less than a day ago; null when there was none. */
export async function givenAnswer(
  db: Reader,
  { tokenId, key, now }: Omit<RepeatableRequest, 'requestHash'> & { now: Date },
): Promise<GivenAnswer | null> {
  const [row] = await db
    .select()
    .from(apiAnswers)
    .where(and(eq(apiAnswers.tokenId, tokenId), eq(apiAnswers.key, key)))
  if (!row || now.getTime() - row.createdAt.getTime() >= KEPT_MS) return null
  const { requestHash, status, body } = row
  return { requestHash, answer: status === null ? null : { status, body } }
}

/** Notes in the transaction of a change that the request was carried out, so that it never is a second time. */
export async function noteCarriedOut(
  tx: Transaction,
  { now, ...request }: RepeatableRequest & { now: Date },
): Promise<void> {
  const row = { ...request, createdAt: now, status: null, body: '' }
  await tx
    .insert(apiAnswers)
    .values(row)
    .onConflictDoUpdate({ target: [apiAnswers.tokenId, apiAnswers.key], set: row })
}

/** Keeps the answer to a request, and drops what is older than a day or more than is kept of a token. */
export async function keepAnswer(
  db: Writer,
  {
    now,
    answer: { status, body },
    ...request
  }: RepeatableRequest & { answer: { status: number; body: string }; now: Date },
): Promise<void> {
  const row = {
    ...request,
    createdAt: now,
    ...(body.length > MAX_BODY_LENGTH ? { status: null, body: '' } : { status, body }),
  }
  await inTransaction(db, async (tx) => {
    await tx
      .insert(apiAnswers)
      .values(row)
      .onConflictDoUpdate({ target: [apiAnswers.tokenId, apiAnswers.key], set: row })
    await tx.delete(apiAnswers).where(lt(apiAnswers.createdAt, new Date(now.getTime() - KEPT_MS)))
    const ofToken = eq(apiAnswers.tokenId, request.tokenId)
    const [kept] = await tx.select({ many: count() }).from(apiAnswers).where(ofToken)
    const tooMany = (kept?.many ?? 0) - KEPT_OF_TOKEN
    if (tooMany <= 0) return
    const oldest = await tx
      .select({ key: apiAnswers.key })
      .from(apiAnswers)
      .where(ofToken)
      .orderBy(asc(apiAnswers.createdAt))
      .limit(tooMany)
    for (const { key } of oldest) await tx.delete(apiAnswers).where(and(ofToken, eq(apiAnswers.key, key)))
  })
}
