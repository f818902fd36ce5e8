import { and, asc, eq, or } from 'drizzle-orm'
import { savePagesOfFormerList } from '@/db/addresses/lost-list-pages'
import { isPublic, isWithdrawn } from '@/db/reading/visibility'
import { invalidate } from '@/db/store/invalidation'
import type { Reader, Transaction } from '@/db/store/open'
import { articles, redirects, sections } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import { articlePath, canonicalSpelling } from '@/lib/addresses/paths'
import { tags } from '@/lib/pages/tags'

/** The target of a redirect: an article, at its present address, or a path of this site. */
export type RedirectTarget = { articleId: number } | { toPath: string }

/**
 * The stored target of the redirect from `path` (canonical spelling): the present path of its article, when that is
 * public at `now` or withdrawn (its address then shows the notice), or a path of this site. null without a redirect, or
 * while its article has never been public. addressOf (db/addresses/addresses.ts) says how the target is answered.
 */
export async function redirectFrom(db: Reader, { path, now }: { path: string; now: Date }): Promise<string | null> {
  const [row] = await db
    .select({
      toPath: redirects.toPath,
      article: { id: articles.id, slug: articles.slug },
      section: sections.slug,
    })
    .from(redirects)
    .leftJoin(articles, and(eq(articles.id, redirects.articleId), or(isPublic(now), isWithdrawn(now))))
    .leftJoin(sections, eq(sections.id, articles.sectionId))
    .where(eq(redirects.fromPath, path))
  if (!row) return null
  if (row.article && row.section !== null) return articlePath({ ...row.article, section: row.section })
  return row.toPath
}

/**
 * Redirects `from`, and every address that redirected to it, to `to`, and deletes a redirect from `to`. Call it in the
 * transaction that moves the page. Does nothing when the paths are equal.
 */
export async function movePath(
  tx: Transaction,
  { from, to, now }: { from: string; to: string; now: Date },
): Promise<void> {
  const fromPath = canonicalPath(from)
  const toPath = canonicalPath(to)
  if (fromPath === toPath) return
  await claimPath(tx, { path: toPath, now })
  await saveRedirect(tx, { fromPath, end: { toPath }, now })
  await invalidate(tx, [tags.address(fromPath)], now)
}

/** The addresses that redirect to `path`, in the order of their spelling. */
export async function pathsLeadingTo(db: Reader, path: string): Promise<string[]> {
  const rows = await db
    .select({ fromPath: redirects.fromPath })
    .from(redirects)
    .where(eq(redirects.toPath, canonicalPath(path)))
    .orderBy(asc(redirects.fromPath))
  return rows.map(({ fromPath }) => fromPath)
}

/**
 * Undoes that the page at `path` moved to `to`, where nothing else has that address since: those of `former` that redirect to
 * `to` redirect to `path` again. Call it in the transaction that brings the page back.
 */
export async function movePathBack(
  tx: Transaction,
  { path, to, former, now }: { path: string; to: string; former: readonly string[]; now: Date },
): Promise<void> {
  const [fromPath, toPath] = [canonicalPath(path), canonicalPath(to)]
  const [present] = await tx
    .select({ toPath: redirects.toPath })
    .from(redirects)
    .where(eq(redirects.fromPath, fromPath))
  // Its own further pages are pages again. Those of another list that had the address meanwhile redirect to that list.
  if (present?.toPath === toPath) await tx.delete(redirects).where(eq(redirects.fromPath, fromPath))
  else await claimPath(tx, { path, now })
  const leadsThere = and(isOneOf(redirects.fromPath, former), eq(redirects.toPath, toPath))
  await tx.update(redirects).set({ toPath: fromPath }).where(leadsThere)
  await invalidate(tx, [fromPath, ...former].map(tags.address), now)
}

/**
 * Deletes the redirect from `path`, because it is the address of a page from now on. If a list had this address before,
 * its further pages redirect to that list.
 */
export async function claimPath(tx: Transaction, { path, now }: { path: string; now: Date }): Promise<void> {
  const fromPath = canonicalPath(path)
  await savePagesOfFormerList(tx, { path: fromPath, now })
  await tx.delete(redirects).where(eq(redirects.fromPath, fromPath))
}

/**
 * Redirects `fromPath`, and every address that redirected to it, to `end`, so that no chain is ever stored. `end` must
 * not be a redirect itself.
 */
export async function saveRedirect(
  tx: Transaction,
  { fromPath, end, now }: { fromPath: string; end: RedirectTarget; now: Date },
): Promise<void> {
  const leads =
    'articleId' in end ? { articleId: end.articleId, toPath: null } : { articleId: null, toPath: end.toPath }
  await tx.update(redirects).set(leads).where(eq(redirects.toPath, fromPath))
  await tx
    .insert(redirects)
    .values({ fromPath, ...leads, createdAt: now })
    .onConflictDoUpdate({ target: redirects.fromPath, set: leads })
}

function canonicalPath(path: string): string {
  const spelling = path.startsWith('/') && !path.startsWith('//') ? canonicalSpelling(path) : null
  if (spelling === null) throw new Error(`"${path}" is not a path of this site`)
  return spelling
}
