import { and, asc, count, desc, eq, gt, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { logAction } from '@/db/audit/log'
import { dropPage, pageAddressProblem, type StoredPage, storedPages } from '@/db/paper/pages'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { pages } from '@/db/store/pages-schema'
import { DELETED_KEPT_DAYS } from '@/lib/desk/articles/deleted-kept'
import { type EmptiedBin, UNDO_EMPTYING_HOURS } from '@/lib/desk/bin/emptied-bin'
import { DAY_MS, HOUR_MS } from '@/lib/time/durations'

const UNDO_MS = UNDO_EMPTYING_HOURS * HOUR_MS

/** Stands in no address, so that that of a deleted page is free for another one. */
const DELETED_SIGN = '~'

/** So much stays of a slug that gets an ending. */
const MAX_CUT_SLUG_LENGTH = 50

/** A page in the bin, with its headline and the part of the address that it had. */
export interface DeletedPage {
  id: number
  headline: string
  slug: string
  deletedAt: Date
}

/** The pages in the bin, the last one first, ties by id. */
export async function deletedPages(db: Reader): Promise<DeletedPage[]> {
  const inBin = and(isNotNull(pages.deletedAt), isNull(pages.emptiedAt))
  const rows = await storedPages(db).where(inBin).orderBy(desc(pages.deletedAt), asc(pages.id))
  return rows.flatMap(({ page: { id, slug, deletedAt }, version: { headline } }) =>
    deletedAt ? [{ id, headline, slug: slugBefore(slug), deletedAt }] : [],
  )
}

/** Page `id` while it is in the bin; null when it is not. */
export async function deletedPage(db: Reader, id: number): Promise<DeletedPage | null> {
  return (await deletedPages(db)).find((page) => page.id === id) ?? null
}

/** Puts a page that readers never had into the bin; in the open transaction. */
export async function binPage(tx: Transaction, { id, slug, content }: StoredPage, now: Date): Promise<void> {
  await tx
    .update(pages)
    .set({ deletedAt: now, slug: `${slug}${DELETED_SIGN}${id}` })
    .where(eq(pages.id, id))
  await logAction(tx, { action: 'page deleted', thing: { id, name: content.headline }, now })
}

/**
 * Takes page `id` out of the bin unchanged, at its address, or at one with an ending when that was taken meanwhile. null
 * when it does not exist. Recovering it again changes nothing.
 */
export async function recoverPage(db: Writer, { id, now }: { id: number; now: Date }): Promise<{ id: number } | null> {
  return inTransaction(db, async (tx) => {
    const page = await deletedPage(tx, id)
    if (!page) {
      const isThere = and(eq(pages.id, id), isNull(pages.deletedAt))
      const [present] = await tx.select({ id: pages.id }).from(pages).where(isThere)
      return present ?? null
    }
    await tx
      .update(pages)
      .set({ deletedAt: null, slug: await freeSlug(tx, page.slug) })
      .where(eq(pages.id, id))
    await logAction(tx, { action: 'page recovered', thing: { id, name: page.headline }, now })
    return { id }
  })
}

/**
 * Empties the bin of the pages that were in it at `until`, and returns their number. It can be undone for
 * UNDO_EMPTYING_HOURS; then they are deleted for good.
 */
export async function emptyPageBin(
  db: Writer,
  { until, by, now }: { until: Date; by: { name: string }; now: Date },
): Promise<number> {
  return inTransaction(db, async (tx) => {
    const emptied = await tx
      .update(pages)
      .set({ emptiedAt: now, emptiedBy: by.name })
      .where(and(lte(pages.deletedAt, until), isNull(pages.emptiedAt)))
      .returning({ id: pages.id })
    if (emptied.length) await logAction(tx, { action: 'page bin emptied', detail: pagesInWords(emptied.length), now })
    return emptied.length
  })
}

/** The emptyings that can be undone at `now`, newest first. */
export async function emptiedPageBins(db: Reader, { now }: { now: Date }): Promise<EmptiedBin[]> {
  const rows = await db
    .select({ emptiedAt: pages.emptiedAt, emptiedBy: pages.emptiedBy, count: count() })
    .from(pages)
    .where(gt(pages.emptiedAt, new Date(now.getTime() - UNDO_MS)))
    .groupBy(pages.emptiedAt, pages.emptiedBy)
    .orderBy(desc(pages.emptiedAt))
  return rows.flatMap(({ emptiedAt, emptiedBy, count: emptied }) => {
    if (!emptiedAt) return []
    const at = emptiedAt.getTime()
    return [{ emptiedAt: at, emptiedBy: emptiedBy ?? '', count: emptied, until: at + UNDO_MS }]
  })
}

/** Puts the pages of the emptying at `emptiedAt` back into the bin, and returns their number; 0 when it is too late. */
export async function undoPageEmptying(
  db: Writer,
  { emptiedAt, now }: { emptiedAt: Date; now: Date },
): Promise<number> {
  if (emptiedAt.getTime() <= now.getTime() - UNDO_MS) return 0
  return inTransaction(db, async (tx) => {
    const back = await tx
      .update(pages)
      // Otherwise what was nearly thirty days old would be gone before anybody has looked at it.
      .set({ emptiedAt: null, emptiedBy: null, deletedAt: now })
      .where(eq(pages.emptiedAt, emptiedAt))
      .returning({ id: pages.id })
    if (back.length) await logAction(tx, { action: 'page bin restored', detail: pagesInWords(back.length), now })
    return back.length
  })
}

function pagesInWords(number: number): string {
  return number === 1 ? '1 page' : `${number} pages`
}

/**
 * Deletes for good the pages that were deleted DELETED_KEPT_DAYS ago or earlier, and those of which the bin was emptied
 * UNDO_EMPTYING_HOURS ago; returns their number.
 */
export async function purgeDeletedPages(db: Writer, { now }: { now: Date }): Promise<number> {
  return inTransaction(db, async (tx) => {
    const before = new Date(now.getTime() - DELETED_KEPT_DAYS * DAY_MS)
    const due = await storedPages(tx)
      .where(or(lte(pages.deletedAt, before), lte(pages.emptiedAt, new Date(now.getTime() - UNDO_MS))))
      .orderBy(asc(pages.id))
    for (const { page, version } of due) {
      await dropPage(tx, { ...page, headline: version.headline }, now)
    }
    return due.length
  })
}

function slugBefore(slug: string): string {
  return slug.split(DELETED_SIGN, 1)[0] ?? slug
}

/** `slug`, or one with an ending when another page or a section has it. No address of a page ends in a number. */
async function freeSlug(db: Reader, slug: string): Promise<string> {
  const short = slug.slice(0, MAX_CUT_SLUG_LENGTH).replace(/-+$/, '')
  const others = Array.from('bcdefghijklmnopqrstuvwxyz', (letter) => `${short}-recovered-${letter}`)
  for (const wanted of [slug, `${short}-recovered`, ...others]) {
    if ((await pageAddressProblem(db, { slug: wanted, self: null })) === null) return wanted
  }
  throw new Error(`no address is free for the page that had "${slug}"`)
}
