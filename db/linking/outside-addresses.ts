import { and, asc, desc, eq, lte, sql } from 'drizzle-orm'
import { logAction } from '@/db/audit/log'
import { isPublic } from '@/db/reading/visibility'
import { outsideAddresses, outsideLinks as outsideRows } from '@/db/store/linking-schema'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { articles, settings } from '@/db/store/schema'
import { insertable, isOneOf } from '@/db/store/value-lists'
import type { Body } from '@/lib/article/body'
import type { DeadAddress } from '@/lib/desk/links/dead-address'
import { type AddressState, afterCheck, type CheckResult } from '@/lib/linking/outside/address-check'
import { outsideLinks } from '@/lib/linking/outside/outside-links'
import { DAY_MS } from '@/lib/time/durations'

export const DEAD_ADDRESSES_PER_PAGE = 50

/** As the index of the dead ones has it, by DEAD_AFTER_DAYS of lib/linking/outside/address-check.ts. */
const isDead = sql.raw('failed_days >= 3')

/** A page names so many of the stories that link to one address. */
const MAX_STORIES = 5

/** An address that is to be asked. */
export interface DueAddress extends AddressState {
  url: string
}

/** Saves the addresses of other sites that `body` links to as those of article `id`, in place of its earlier ones. */
export async function saveOutsideLinks(tx: Transaction, id: number, body: Body): Promise<void> {
  const urls = outsideLinks(body)
  await tx.delete(outsideRows).where(eq(outsideRows.sourceId, id))
  const never = new Date(0)
  const [rows, known] = [urls.map((url) => ({ sourceId: id, url })), urls.map((url) => ({ url, nextCheckAt: never }))]
  for (const some of insertable(rows)) await tx.insert(outsideRows).values(some)
  for (const some of insertable(known)) await tx.insert(outsideAddresses).values(some).onConflictDoNothing()
}

/** Whether addresses of other sites are checked; not before a paper is founded. */
export async function checksOutsideLinks(db: Reader): Promise<boolean> {
  const [row] = await db.select({ checks: settings.checksOutsideLinks }).from(settings).where(eq(settings.id, 1))
  return row?.checks ?? false
}

/** Decides whether addresses of other sites are checked from now on. */
export async function changeOutsideChecks(
  db: Writer,
  { checksOutsideLinks: checks, now }: { checksOutsideLinks: boolean; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if ((await checksOutsideLinks(tx)) === checks) return
    await tx.update(settings).set({ checksOutsideLinks: checks }).where(eq(settings.id, 1))
    await logAction(tx, {
      action: 'settings changed',
      detail: `outside links ${checks ? 'checked' : 'not checked'}`,
      now,
    })
  })
}

/**
 * The addresses that are due at `now`, those that wait longest first, at most `limit`; of stories that readers have alone.
 * Of what no such story links to, the check is put off for a day.
 */
export async function dueAddresses(db: Writer, { now, limit }: { now: Date; limit: number }): Promise<DueAddress[]> {
  const rows = await db
    .select({
      url: outsideAddresses.url,
      failedSince: outsideAddresses.failedSince,
      failedDays: outsideAddresses.failedDays,
      checkedAt: outsideAddresses.checkedAt,
      // Names in full: a column of this list would lose its table.
      isLinked: sql<number>`exists (select 1 from outside_links join ${articles} on articles.id = outside_links.source_id
        where outside_links.url = outside_addresses.url and ${isPublic(now)})`,
    })
    .from(outsideAddresses)
    .where(lte(outsideAddresses.nextCheckAt, now))
    .orderBy(asc(outsideAddresses.nextCheckAt), asc(outsideAddresses.url))
    .limit(limit)
  const unlinked = rows.filter(({ isLinked }) => !isLinked).map(({ url }) => url)
  if (unlinked.length) {
    const tomorrow = new Date(now.getTime() + DAY_MS)
    await inTransaction(db, async (tx) => {
      const isThis = isOneOf(outsideAddresses.url, unlinked)
      await tx
        .delete(outsideAddresses)
        .where(
          and(
            isThis,
            sql`not exists (select 1 from ${outsideRows} where ${outsideRows.url} = ${outsideAddresses.url})`,
          ),
        )
      await tx.update(outsideAddresses).set({ nextCheckAt: tomorrow, failedDays: 0, failedSince: null }).where(isThis)
    })
  }
  return rows.flatMap(({ isLinked, ...address }) => (isLinked ? [address] : []))
}

/** Notes what a check of an address came to. */
export async function noteCheck(
  db: Writer,
  { address, result, now }: { address: DueAddress; result: CheckResult; now: Date },
): Promise<void> {
  const { status, problem } = result
  const after = { ...afterCheck(address, result, now), status, problem }
  await inTransaction(db, (tx) => tx.update(outsideAddresses).set(after).where(eq(outsideAddresses.url, address.url)))
}

/** How many addresses do not answer any more. */
export async function deadCount(db: Reader): Promise<number> {
  return db.$count(outsideAddresses, isDead)
}

/** A page of the addresses that do not answer any more, the latest first, each with some stories that link there. */
export async function deadAddresses(db: Reader, { page, now }: { page: number; now: Date }): Promise<DeadAddress[]> {
  const rows = await db
    .select({
      url: outsideAddresses.url,
      status: outsideAddresses.status,
      problem: outsideAddresses.problem,
      failedSince: outsideAddresses.failedSince,
      checkedAt: outsideAddresses.checkedAt,
    })
    .from(outsideAddresses)
    .where(isDead)
    .orderBy(desc(outsideAddresses.failedSince), desc(outsideAddresses.url))
    .limit(DEAD_ADDRESSES_PER_PAGE)
    .offset((page - 1) * DEAD_ADDRESSES_PER_PAGE)
  const linking = await storiesLinkingOut(db, { urls: rows.map(({ url }) => url), now })
  return rows.map(({ failedSince, checkedAt, ...address }) => ({
    ...address,
    failedSince: failedSince?.getTime() ?? 0,
    checkedAt: checkedAt?.getTime() ?? 0,
    stories: linking.flatMap(({ url, ...story }) => (url === address.url ? [story] : [])),
  }))
}

/** The newest public stories that link to each of `urls`, at most five for one. */
async function storiesLinkingOut(
  db: Reader,
  { urls, now }: { urls: readonly string[]; now: Date },
): Promise<{ url: string; id: number; headline: string; language: string }[]> {
  return db.all(sql`
    select url, id, headline, language from (
      select outside_links.url as url, articles.id as id, articles.headline as headline, articles.language as language,
        row_number() over (partition by outside_links.url order by articles.id desc) as place
      from outside_links join ${articles} on articles.id = outside_links.source_id
      where ${isOneOf(sql`outside_links.url`, urls)} and ${isPublic(now)})
    where place <= ${MAX_STORIES} order by url, id desc`)
}
