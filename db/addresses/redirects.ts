import { and, eq, or } from 'drizzle-orm'
import { keepPagesOfFormerList } from '@/db/addresses/lost-list-pages'
import { isPublic, isWithdrawn } from '@/db/reading/visibility'
import { invalidate } from '@/db/store/invalidation'
import type { Reader, Transaction } from '@/db/store/open'
import { articles, redirects, sections } from '@/db/store/schema'
import { articlePath, canonicalSpelling } from '@/lib/addresses/paths'
import { tags } from '@/lib/pages/tags'

/** Where a redirect leads: to an article wherever it stands, or to a path of this site. */
export type RedirectTarget = { articleId: number } | { toPath: string }

/**
 * Where `path` (in canonical spelling) is written to lead: the present path of its article, when that is public at
 * `now` or was withdrawn (its own address tells so), or a path of this site. null when it leads to nothing a reader has
 * ever seen. Whether something stands there is told by addressOf (db/addresses/addresses.ts).
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
 * What stood at `from` stands at `to` from now on: `from` and all that led to it lead to `to`, which is a redirect no
 * longer. To be called in the transaction that moves it; does nothing when the paths are the same.
 */
export async function movedPath(
  tx: Transaction,
  { from, to, now }: { from: string; to: string; now: Date },
): Promise<void> {
  const fromPath = ownSpelling(from)
  const toPath = ownSpelling(to)
  if (fromPath === toPath) return
  await ownPath(tx, { path: toPath, now })
  await keepRedirect(tx, { fromPath, end: { toPath }, now })
  await invalidate(tx, [tags.address(fromPath)], now)
}

/**
 * Something stands at `path` from now on, so it leads nowhere else; the pages of the list that once stood there lead to
 * where that list is.
 */
export async function ownPath(tx: Transaction, { path, now }: { path: string; now: Date }): Promise<void> {
  const fromPath = ownSpelling(path)
  await keepPagesOfFormerList(tx, { path: fromPath, now })
  await tx.delete(redirects).where(eq(redirects.fromPath, fromPath))
}

/**
 * Writes that `fromPath` leads to `end`, and so does everything that led to `fromPath`: no chain is ever stored. In the
 * open transaction; `end` must lead nowhere else.
 */
export async function keepRedirect(
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

function ownSpelling(path: string): string {
  const spelling = path.startsWith('/') && !path.startsWith('//') ? canonicalSpelling(path) : null
  if (spelling === null) throw new Error(`"${path}" is not a path of this site`)
  return spelling
}
