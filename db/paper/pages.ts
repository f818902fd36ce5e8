import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { claimPath, movePath } from '@/db/addresses/redirects'
import { logAction } from '@/db/audit/log'
import { siteSettings } from '@/db/paper/site'
import { invalidate } from '@/db/store/invalidation'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { pages, pageVersions } from '@/db/store/pages-schema'
import { sections } from '@/db/store/schema'
import { sectionSlugProblem, standingPagePath } from '@/lib/addresses/paths'
import { tags } from '@/lib/pages/tags'
import type { PageContent } from '@/lib/paper/page-content'
import { isRequiredPage } from '@/lib/paper/required-pages'
import type { Saver } from '@/lib/revisions/saver'

/** A standing page with the text that editors work on. */
export interface StoredPage {
  id: number
  slug: string
  version: number
  /** null while readers have none. */
  publishedVersion: number | null
  publishedAt: Date | null
  changedAt: Date | null
  takenDownAt: Date | null
  content: PageContent
  savedAt: Date
  savedBy: string
}

/** Page `id`; null when it does not exist, or is in the bin. */
export async function pageById(db: Reader, id: number): Promise<StoredPage | null> {
  const [row] = await storedPages(db).where(and(eq(pages.id, id), isNull(pages.deletedAt)))
  return row ? pageFrom(row) : null
}

/** The page with this slug; null when nobody has begun it. */
export async function pageBySlug(db: Reader, slug: string): Promise<StoredPage | null> {
  const [row] = await storedPages(db).where(and(eq(pages.slug, slug), isNull(pages.deletedAt)))
  return row ? pageFrom(row) : null
}

/** Every page that somebody began and nobody deleted, by slug. */
export async function allPages(db: Reader): Promise<StoredPage[]> {
  return (await storedPages(db).where(isNull(pages.deletedAt)).orderBy(asc(pages.slug))).map(pageFrom)
}

/** Begins a page and returns its id. Throws when the slug is that of another page. */
export async function startPage(
  db: Writer,
  { slug, content, by, now }: { slug: string; content: PageContent; by: Saver; now: Date },
): Promise<number> {
  return inTransaction(db, async (tx) => {
    const [page] = await tx.insert(pages).values({ slug, version: 1 }).returning({ id: pages.id })
    if (!page) throw new Error(`page "${slug}" was not begun`)
    await addVersion(tx, { pageId: page.id, version: 1, content, by, now, reason: 'written' })
    return page.id
  })
}

/** Writes a page and publishes it at once, in place of what it was; returns its id. For the demo edition and tests. */
export async function writeStandingPage(
  db: Writer,
  { slug, by, now, ...words }: { slug: string; headline: string; body: PageContent['body']; by: Saver; now: Date },
): Promise<number> {
  return inTransaction(db, async (tx) => {
    const content = { ...words, description: '' }
    const page = await pageBySlug(tx, slug)
    const id = page?.id ?? (await startPage(tx, { slug, content, by, now }))
    if (page) await nextVersion(tx, page, { content, by, now, reason: 'written' })
    const written = await pageById(tx, id)
    if (!written) throw new Error(`page "${slug}" was not written`)
    await showVersion(tx, written, now)
    return id
  })
}

interface NewVersion {
  content: PageContent
  by: Saver
  now: Date
  reason: string
  remark?: string
}

/** Makes `content` the text that editors work on, as the next version, and returns that; in the open transaction. */
export async function nextVersion(
  tx: Transaction,
  page: StoredPage,
  { content, by, now, reason, remark = '' }: NewVersion,
): Promise<number> {
  const version = page.version + 1
  await addVersion(tx, { pageId: page.id, version, content, by, now, reason, remark })
  await tx.update(pages).set({ version }).where(eq(pages.id, page.id))
  return version
}

/** Gives readers the text that editors work on; in the open transaction. */
export async function showVersion(tx: Transaction, page: StoredPage, now: Date): Promise<void> {
  const { id, slug, version, publishedAt } = page
  const shown = { publishedVersion: version, publishedAt: publishedAt ?? now, changedAt: now, takenDownAt: null }
  await tx.update(pages).set(shown).where(eq(pages.id, id))
  await claimPath(tx, { path: standingPagePath(slug), now })
  // The name may stand in a menu, and so on every page.
  await invalidate(tx, [tags.standingPage(slug), tags.site], now)
}

/** Notes that a version has the text that readers have already; in the open transaction. */
export async function keepShown(tx: Transaction, id: number, version: number): Promise<void> {
  await tx.update(pages).set({ publishedVersion: version }).where(eq(pages.id, id))
}

/** Takes a page from its readers: its address says that it is gone; in the open transaction. */
export async function hideVersion(tx: Transaction, { id, slug }: StoredPage, now: Date): Promise<void> {
  await tx.update(pages).set({ publishedVersion: null, takenDownAt: now }).where(eq(pages.id, id))
  await invalidate(tx, [tags.standingPage(slug), tags.site], now)
}

/** Deletes a page for good; in the open transaction. */
export async function dropPage(
  tx: Transaction,
  { id, slug, headline }: { id: number; slug: string; headline: string },
  now: Date,
): Promise<void> {
  await tx.delete(pages).where(eq(pages.id, id))
  await logAction(tx, { action: 'page deleted for good', thing: { id, name: headline }, now })
  await invalidate(tx, [tags.standingPage(slug)], now)
}

/** Gives a page another address, to which the old one redirects when readers knew it; in the open transaction. */
export async function movePage(
  tx: Transaction,
  page: StoredPage,
  { slug, now }: { slug: string; now: Date },
): Promise<void> {
  await tx.update(pages).set({ slug }).where(eq(pages.id, page.id))
  const [from, to] = [standingPagePath(page.slug), standingPagePath(slug)]
  if (page.publishedAt) await movePath(tx, { from, to, now })
  await invalidate(tx, [tags.standingPage(page.slug), tags.standingPage(slug), tags.site], now)
}

/** Why `slug` cannot be that of page `self` (null: of a new one), in an editor's words; null when it can. */
export async function pageAddressProblem(
  db: Reader,
  { slug, self }: { slug: string; self: number | null },
): Promise<string | null> {
  const [other] = await db.select({ id: pages.id }).from(pages).where(eq(pages.slug, slug))
  if (other && other.id === self) return null
  if (other) return `Another page has the address “${slug}”.`
  if (isRequiredPage(slug)) return self === null ? null : `“${slug}” is the address of a page of its own.`
  const problem = sectionSlugProblem(slug)
  if (problem) return problem.replace('A section’s address', 'The address of a page')
  const [section] = await db.select({ name: sections.name }).from(sections).where(eq(sections.slug, slug))
  return section ? `The section ${section.name} has the address “${slug}”.` : null
}

/** The language in which standing pages are written: that of the paper. */
export async function pageLanguage(db: Reader): Promise<string> {
  return (await siteSettings(db)).value.language
}

/** The rows of pages, each with its newest version, for the queries of pages. */
export function storedPages(db: Reader) {
  return db
    .select({ page: pages, version: pageVersions })
    .from(pages)
    .innerJoin(pageVersions, and(eq(pageVersions.pageId, pages.id), eq(pageVersions.version, pages.version)))
}

function pageFrom({ page, version }: Awaited<ReturnType<typeof storedPages>>[number]): StoredPage {
  const { headline, description, body, savedAt, savedBy } = version
  const { deletedAt: _, ...kept } = page
  return { ...kept, content: { headline, description, body }, savedAt, savedBy }
}

async function addVersion(
  tx: Transaction,
  { content, by, now, ...version }: NewVersion & { pageId: number; version: number },
): Promise<void> {
  await tx.insert(pageVersions).values({ ...version, ...content, savedAt: now, savedBy: by.name, savedById: by.id })
  const thing = { id: version.pageId, name: content.headline }
  const isRepeated = version.reason === 'saved'
  await logAction(tx, { action: `page ${version.reason}`, thing, detail: version.remark, now, isRepeated })
}

/** A version of page `pageId`; null when it is not stored. */
export async function pageVersion(
  db: Reader,
  { pageId, version }: { pageId: number; version: number },
): Promise<PageContent | null> {
  const [row] = await db
    .select({ headline: pageVersions.headline, description: pageVersions.description, body: pageVersions.body })
    .from(pageVersions)
    .where(and(eq(pageVersions.pageId, pageId), eq(pageVersions.version, version)))
  return row ?? null
}

/** The versions of page `pageId`, newest first, at most 1,000. */
export async function pageVersionsOf(db: Reader, pageId: number) {
  return db
    .select({
      version: pageVersions.version,
      savedAt: pageVersions.savedAt,
      savedBy: pageVersions.savedBy,
      savedById: pageVersions.savedById,
      reason: pageVersions.reason,
      remark: pageVersions.remark,
    })
    .from(pageVersions)
    .where(eq(pageVersions.pageId, pageId))
    .orderBy(desc(pageVersions.version))
    .limit(1000)
}
