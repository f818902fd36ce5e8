import { and, eq, or } from 'drizzle-orm'
import { isPublic, isWithdrawn } from '@/db/articles'
import { type Db, inTransaction } from '@/db/open'
import { articles, redirects, sections } from '@/db/schema'
import { articlePath, canonicalSpelling } from '@/lib/paths'

/** Where a redirect leads: to an article wherever it stands, or to a path of this site. */
export type RedirectTarget = { articleId: number } | { toPath: string }

/**
 * Where `path` (in canonical spelling) leads: the present path of its article, when that is public at `now` or was
 * withdrawn (its own address tells so), or a path of this site. null when it leads to nothing a reader has ever seen.
 */
export async function redirectFrom(db: Db, { path, now }: { path: string; now: Date }): Promise<string | null> {
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
 * From now on `from` leads to `target`, in one hop: what led to `from` leads there too, and when `target` is itself
 * an old address, `from` leads to where that one leads.
 * Throws when either is no path of this site, or when following it would come back to `from`.
 */
export async function addRedirect(
  db: Db,
  { from, target, now }: { from: string; target: RedirectTarget; now: Date },
): Promise<void> {
  const fromPath = ownSpelling(from)
  await inTransaction(db, async (tx) => {
    const end = await whereItEnds(tx, target)
    const endPath = 'articleId' in end ? await pathOfArticle(tx, end.articleId) : end.toPath
    if (endPath === fromPath) throw new Error(`a redirect from ${fromPath} would lead back to itself`)
    await write(tx, { fromPath, end, now })
  })
}

/**
 * What stood at `from` stands at `to` from now on: `from` and all that led to it lead to `to`, which is a redirect no
 * longer. To be called in the transaction that moves it; does nothing when the paths are the same.
 */
export async function movedPath(tx: Db, { from, to, now }: { from: string; to: string; now: Date }): Promise<void> {
  const fromPath = ownSpelling(from)
  const toPath = ownSpelling(to)
  if (fromPath === toPath) return
  await ownPath(tx, toPath)
  await write(tx, { fromPath, end: { toPath }, now })
}

/** Something stands at `path` from now on, so it leads nowhere else. */
export async function ownPath(tx: Db, path: string): Promise<void> {
  await tx.delete(redirects).where(eq(redirects.fromPath, ownSpelling(path)))
}

async function write(
  tx: Db,
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

/** Stored redirects are one hop long, so one look is enough. */
async function whereItEnds(tx: Db, target: RedirectTarget): Promise<RedirectTarget> {
  if ('articleId' in target) return target
  const toPath = ownSpelling(target.toPath)
  const [next] = await tx.select().from(redirects).where(eq(redirects.fromPath, toPath))
  if (!next) return { toPath }
  if (next.articleId !== null) return { articleId: next.articleId }
  if (next.toPath === null) throw new Error(`the redirect from ${toPath} leads nowhere`)
  return { toPath: next.toPath }
}

async function pathOfArticle(tx: Db, id: number): Promise<string> {
  const [article] = await tx
    .select({ id: articles.id, slug: articles.slug, section: sections.slug })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(eq(articles.id, id))
  if (!article) throw new Error(`article ${id} does not exist, so no redirect can lead to it`)
  return articlePath(article)
}

function ownSpelling(path: string): string {
  const spelling = path.startsWith('/') && !path.startsWith('//') ? canonicalSpelling(path) : null
  if (spelling === null) throw new Error(`"${path}" is not a path of this site`)
  return spelling
}
