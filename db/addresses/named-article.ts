import { and, eq, gte, lt, ne, or, sql } from 'drizzle-orm'
import { isPublic, isWithdrawn } from '@/db/reading/visibility'
import type { Reader } from '@/db/store/open'
import { articles, revisions, sections, staleness } from '@/db/store/schema'
import { fitsSlugs, type ParsedArticleAddress, parseArticlePath } from '@/lib/addresses/article-address'
import type { ArticleFormat } from '@/lib/addresses/document-paths'
import { articlePath, sectionPath } from '@/lib/addresses/paths'
import { tags } from '@/lib/pages/tags'

/** The article that an address names, whatever its state. */
export interface NamedArticle {
  id: number
  headline: string
  /** Its present address; null while it has no section. */
  path: string | null
  /** What the address asks for; null for the page itself. */
  format: ArticleFormat | null
  /** Whether the named address, without its format, is the present one. */
  isExact: boolean
  /** Whether the article has or had the slug of the named address. */
  hadSlug: boolean
  isPublic: boolean
  isWithdrawn: boolean
}

/**
 * The article that `path` names by its spelling, in any state at `now`; redirects are not followed. The id decides, when
 * - the path is the article's present address, or
 * - its first segment is a section that the paper has or had, and its slug fits: it is one that the article has or had,
 *   the beginning of one, empty, or has a word of one.
 * A path that is the beginning of another article's address names nothing, although it ends in a number: the number is
 * the headline's. null when the path names none.
 */
export async function namedArticle(
  db: Reader,
  { path, now }: { path: string; now: Date },
): Promise<NamedArticle | null> {
  const address = parseArticlePath(path)
  if (!address) return null
  const [row] = await db
    .select({
      id: articles.id,
      headline: articles.headline,
      slug: articles.slug,
      section: sections.slug,
      isPublic: isPublic(now),
      isWithdrawn: isWithdrawn(now),
    })
    .from(articles)
    .leftJoin(sections, eq(sections.id, articles.sectionId))
    .where(eq(articles.id, address.id))
  if (!row) return null
  const present = row.section === null ? null : articlePath({ ...row, section: row.section })
  const isExact = present === articlePath(address)
  if (!isExact && !(await isOrWasSection(db, address.section))) return null
  const hadSlug = isExact || row.slug === address.slug || (await slugsOf(db, row.id)).includes(address.slug)
  if (!hadSlug && !(await fits(db, address, { present: row.slug, now }))) return null
  return {
    id: row.id,
    headline: row.headline,
    path: present,
    format: address.format,
    isExact,
    hadSlug,
    isPublic: Boolean(row.isPublic),
    isWithdrawn: Boolean(row.isWithdrawn),
  }
}

async function fits(
  db: Reader,
  address: ParsedArticleAddress,
  { present, now }: { present: string; now: Date },
): Promise<boolean> {
  if (!fitsSlugs(address.slug, [present, ...(await slugsOf(db, address.id))])) return false
  return address.slug === '' || !(await beginsAnotherSlug(db, address, now))
}

/**
 * Every slug that article `id` had since it was first scheduled or public; an index of the store holds them. Those of
 * its drafts are nobody's business: an answer that depended on them would tell words of a headline that never was.
 */
async function slugsOf(db: Reader, id: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ slug: sql<string | null>`${revisions.snapshot} ->> '$.slug'` })
    .from(revisions)
    .where(and(eq(revisions.articleId, id), sql`${revisions.snapshot} ->> '$.state' not in ('draft', 'in-review')`))
  return rows.flatMap(({ slug }) => slug || [])
}

/** Whether the slug of another article that readers may see begins with `{slug}-{id}`: its address was cut. */
async function beginsAnotherSlug(db: Reader, { slug, id }: ParsedArticleAddress, now: Date): Promise<boolean> {
  const cut = `${slug}-${id}`
  const [other] = await db
    .select({ id: articles.id })
    .from(articles)
    .where(
      and(
        gte(articles.slug, cut),
        lt(articles.slug, `${cut}\u{10FFFF}`),
        ne(articles.id, id),
        or(isPublic(now), isWithdrawn(now)),
      ),
    )
    .limit(1)
  return other !== undefined
}

/** The paper has such a section, or one of its sections had the address before (db/addresses/redirects.ts, movePath). */
async function isOrWasSection(db: Reader, slug: string): Promise<boolean> {
  const [found] = await db
    .select({ one: sql<number>`1` })
    .from(sql`(select 1)`)
    .where(
      or(
        sql`exists (select 1 from ${sections} where ${sections.slug} = ${slug})`,
        sql`exists (select 1 from ${staleness} where ${staleness.tag} = ${tags.address(sectionPath(slug))})`,
      ),
    )
  return found !== undefined
}

/** The present address of article `id` when it is public or withdrawn at `now`; null otherwise. */
export async function publicOrWithdrawn(
  db: Reader,
  { id, now }: { id: number; now: Date },
): Promise<{ path: string; isWithdrawn: boolean } | null> {
  const [row] = await db
    .select({ id: articles.id, slug: articles.slug, section: sections.slug, isWithdrawn: isWithdrawn(now) })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(and(eq(articles.id, id), or(isPublic(now), isWithdrawn(now))))
  return row ? { path: articlePath(row), isWithdrawn: Boolean(row.isWithdrawn) } : null
}
