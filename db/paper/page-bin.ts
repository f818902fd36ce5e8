import { and, asc, desc, eq, isNotNull, lte } from 'drizzle-orm'
import { logAction } from '@/db/audit/log'
import { dropPage, pageAddressProblem, type StoredPage, storedPages } from '@/db/paper/pages'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { pages } from '@/db/store/pages-schema'
import { DELETED_KEPT_DAYS } from '@/lib/desk/articles/deleted-kept'

const DAY_MS = 86_400_000

/** Stands in no address, so that that of a deleted page is free for another one. */
const DELETED_SIGN = '~'

/** So much stays of a slug that gets an ending. */
const LONGEST_CUT_SLUG = 50

/** A page in the bin, with its headline and the part of the address that it had. */
export interface DeletedPage {
  id: number
  headline: string
  slug: string
  deletedAt: Date
}

/** The pages that were deleted, the last one first, ties by id. */
export async function deletedPages(db: Reader): Promise<DeletedPage[]> {
  const rows = await storedPages(db).where(isNotNull(pages.deletedAt)).orderBy(desc(pages.deletedAt), asc(pages.id))
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
      const [present] = await tx.select({ id: pages.id }).from(pages).where(eq(pages.id, id))
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

/** Deletes for good the pages that were deleted DELETED_KEPT_DAYS ago or earlier, and returns their number. */
export async function purgeDeletedPages(db: Writer, { now }: { now: Date }): Promise<number> {
  return inTransaction(db, async (tx) => {
    const before = new Date(now.getTime() - DELETED_KEPT_DAYS * DAY_MS)
    const due = await storedPages(tx)
      .where(and(isNotNull(pages.deletedAt), lte(pages.deletedAt, before)))
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
  const short = slug.slice(0, LONGEST_CUT_SLUG).replace(/-+$/, '')
  const others = Array.from('bcdefghijklmnopqrstuvwxyz', (letter) => `${short}-recovered-${letter}`)
  for (const wanted of [slug, `${short}-recovered`, ...others]) {
    if ((await pageAddressProblem(db, { slug: wanted, self: null })) === null) return wanted
  }
  throw new Error(`no address is free for the page that had "${slug}"`)
}
