import { and, asc, eq, exists, gte, inArray, isNotNull, lt, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { firstTurn, isPublic } from '@/db/articles'
import type { Db } from '@/db/open'
import {
  articles,
  articleTopics,
  authors,
  bylines,
  corrections,
  media,
  sections,
  staleness,
  standingPages,
  topics,
} from '@/db/schema'
import { articlePath, authorPath, topicPath } from '@/lib/paths'

/** A public story as a sitemap tells of it. */
export interface SitemapStory {
  id: number
  publishedAt: Date
  /** null when there was no update. */
  updatedAt: Date | null
  path: string
  language: string
  isUnlisted: boolean
  sectionId: number
  /** Path of the largest JPEG of its lead picture; null without one. */
  picturePath: string | null
  /** Whether it is the version that the others tell; also true of a story that nobody translated. */
  isOriginal: boolean
  /** The same story in other languages, as far as it may be listed: the original first, then by id; without this one. */
  translations: SitemapVersion[]
}

export interface SitemapVersion {
  id: number
  language: string
  path: string
  isOriginal: boolean
}

/** Where a batch of stories ends, so that the next begins behind it. */
export interface StoryPlace {
  publishedAt: Date
  id: number
}

/** Stories first published from `from` on and before `to`. */
export interface Span {
  from: Date
  to: Date
}

/**
 * The stories of the span that are public at `now`: oldest first, ties by id, at most `limit`, those behind `after`
 * (null: from the beginning). Oldest first, so that a new story changes nothing before it.
 */
export async function sitemapStories(
  db: Db,
  { from, to, after, limit, now }: Span & { after: StoryPlace | null; limit: number; now: Date },
): Promise<SitemapStory[]> {
  const rows = await db
    .select({
      id: articles.id,
      publishedAt: articles.publishedAt,
      updatedAt: articles.updatedAt,
      slug: articles.slug,
      section: sections.slug,
      sectionId: sections.id,
      language: articles.language,
      isUnlisted: articles.isUnlisted,
      translationOfId: articles.translationOfId,
      leadMediaId: articles.leadMediaId,
    })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(and(inSpan({ from, to }), behind(after), isPublic(now)))
    .orderBy(asc(articles.publishedAt), asc(articles.id))
    .limit(limit)
  const pictures = await largestJpegs(db, [...new Set(rows.flatMap(({ leadMediaId }) => leadMediaId ?? []))])
  const versions = await listedVersions(db, { originals: rows.map((row) => row.translationOfId ?? row.id), now })
  return rows.map(({ slug, section, translationOfId, leadMediaId, publishedAt, ...row }) => {
    if (!publishedAt) throw new Error(`article ${row.id} is public without an instant of publication`)
    return {
      ...row,
      publishedAt,
      path: articlePath({ section, slug, id: row.id }),
      picturePath: leadMediaId === null ? null : (pictures.get(leadMediaId) ?? null),
      isOriginal: translationOfId === null,
      translations: (versions.get(translationOfId ?? row.id) ?? []).filter(({ id }) => id !== row.id),
    }
  })
}

/** The topics and the authors (by id) of the articles `ids`, as pairs with the article. */
export async function subjectsOf(
  db: Db,
  ids: number[],
): Promise<{ topics: { articleId: number; id: number }[]; authors: { articleId: number; id: number }[] }> {
  const about = await db
    .select({ articleId: articleTopics.articleId, id: articleTopics.topicId })
    .from(articleTopics)
    .where(isOneOf(articleTopics.articleId, ids))
  const signed = await db
    .select({ articleId: bylines.articleId, id: bylines.authorId })
    .from(bylines)
    .where(and(isOneOf(bylines.articleId, ids), isNotNull(bylines.authorId)))
  return { topics: about, authors: signed.flatMap(({ articleId, id }) => (id === null ? [] : [{ articleId, id }])) }
}

/**
 * The last instant at which a story of the span came, went, or changed in what a link to it shows, as far as the
 * invalidation log and the withdrawals tell; null when none ever did. Looks behind `after` and up to `through`.
 */
export async function lastLinkChange(
  db: Db,
  { from, to, after, through, now }: Span & { after: StoryPlace | null; through: StoryPlace | null; now: Date },
): Promise<Date | null> {
  const within = and(
    inSpan({ from, to }),
    behind(after),
    through
      ? sql`(${articles.publishedAt}, ${articles.id}) <= (${through.publishedAt.getTime()}, ${through.id})`
      : undefined,
  )
  const [row] = await db
    .select({
      staleAt: sql<number | null>`max(${staleness.staleAt})`,
      withdrawnAt: sql<
        number | null
      >`max(case when ${articles.withdrawnAt} <= ${now.getTime()} then ${articles.withdrawnAt} end)`,
    })
    .from(articles)
    .leftJoin(staleness, sql`${staleness.tag} = 'link:' || ${articles.id}`)
    .where(within)
  const newest = Math.max(row?.staleAt ?? 0, row?.withdrawnAt ?? 0)
  return newest > 0 ? new Date(newest) : null
}

/**
 * The first instant after `now` at which what a sitemap says of the span changes by time alone: one of its stories, or
 * another version of one, comes or goes. null when there is none.
 */
export async function nextTurnOf(db: Db, { from, to, now }: Span & { now: Date }): Promise<Date | null> {
  const other = alias(articles, 'other')
  const original = sql`coalesce(${articles.translationOfId}, ${articles.id})`
  const isToldInSpan = exists(
    db
      .select({ id: other.id })
      .from(other)
      .where(
        and(
          gte(other.publishedAt, from),
          lt(other.publishedAt, to),
          or(sql`${other.id} = ${original}`, sql`${other.translationOfId} = ${original}`),
        ),
      ),
  )
  return firstTurn(db, { now, scope: or(inSpan({ from, to }), isToldInSpan) })
}

/** When the first and the last of all public stories came out; null while there is none. */
export async function publicSpan(db: Db, { now }: { now: Date }): Promise<{ first: Date; last: Date } | null> {
  const ends = await Promise.all(
    [sql`asc`, sql`desc`].map((order) =>
      db
        .select({ publishedAt: articles.publishedAt })
        .from(articles)
        .where(isPublic(now))
        .orderBy(sql`${articles.publishedAt} ${order}`)
        .limit(1),
    ),
  )
  const [first, last] = ends.map(([row]) => row?.publishedAt ?? null)
  return first && last ? { first, last } : null
}

/**
 * When the articles `ids`, their originals and their other versions were first published, in no order; null among them
 * when one has no such instant or is not in the store any more.
 */
export async function publicationsAround(db: Db, ids: number[]): Promise<(Date | null)[]> {
  const named = await db
    .select({ id: articles.id, original: articles.translationOfId, publishedAt: articles.publishedAt })
    .from(articles)
    .where(isOneOf(articles.id, ids))
  const stories = named.map(({ id, original }) => original ?? id)
  const versions = await db
    .select({ publishedAt: articles.publishedAt })
    .from(articles)
    .where(or(isOneOf(articles.id, stories), isOneOf(articles.translationOfId, stories)))
  const gone = new Set(ids).size - named.length
  return [...named, ...versions].map(({ publishedAt }) => publishedAt).concat(gone > 0 ? [null] : [])
}

/** A list with an address of its own: a topic or an author. */
export interface SitemapList {
  id: number
  path: string
}

/** The topics with an id above `after`, by id, at most `limit`. */
export async function topicsAfter(db: Db, { after, limit }: { after: number; limit: number }): Promise<SitemapList[]> {
  const rows = await db
    .select({ id: topics.id, slug: topics.slug })
    .from(topics)
    .where(sql`${topics.id} > ${after}`)
    .orderBy(asc(topics.id))
    .limit(limit)
  return rows.map(({ id, slug }) => ({ id, path: topicPath(slug) }))
}

/** The authors with an id above `after`, by id, at most `limit`. */
export async function authorsAfter(db: Db, { after, limit }: { after: number; limit: number }): Promise<SitemapList[]> {
  const rows = await db
    .select({ id: authors.id, slug: authors.slug })
    .from(authors)
    .where(sql`${authors.id} > ${after}`)
    .orderBy(asc(authors.id))
    .limit(limit)
  return rows.map(({ id, slug }) => ({ id, path: authorPath(slug) }))
}

/** When the newest correction of a public story was made; null when there is none. */
export async function newestCorrection(db: Db, { now }: { now: Date }): Promise<Date | null> {
  const [row] = await db
    .select({ correctedAt: sql<number | null>`max(${corrections.correctedAt})` })
    .from(corrections)
    .innerJoin(articles, eq(articles.id, corrections.articleId))
    .where(isPublic(now))
  return row?.correctedAt ? new Date(row.correctedAt) : null
}

/** When each standing page that somebody wrote was saved, by its slug. */
export async function standingPagesSaved(db: Db): Promise<Map<string, Date>> {
  const rows = await db.select({ slug: standingPages.slug, savedAt: standingPages.savedAt }).from(standingPages)
  return new Map(rows.map(({ slug, savedAt }) => [slug, savedAt]))
}

/**
 * Every version of the stories with these originals, the originals among them, as far as they are public at `now` and
 * may be listed, by the original. A story that nobody translated is missing.
 */
async function listedVersions(
  db: Db,
  { originals, now }: { originals: number[]; now: Date },
): Promise<Map<number, SitemapVersion[]>> {
  const columns = {
    id: articles.id,
    original: articles.translationOfId,
    slug: articles.slug,
    section: sections.slug,
    language: articles.language,
  }
  const versions = (where: SQL | undefined) =>
    db
      .select(columns)
      .from(articles)
      .innerJoin(sections, eq(sections.id, articles.sectionId))
      .where(and(where, eq(articles.isUnlisted, false), isPublic(now)))
      .orderBy(asc(articles.id))
  const told = await versions(isOneOf(articles.translationOfId, originals))
  const byOriginal = new Map<number, SitemapVersion[]>()
  if (!told.length) return byOriginal
  const first = await versions(isOneOf(articles.id, [...new Set(told.flatMap(({ original }) => original ?? []))]))
  for (const { id, original, language, ...address } of [...first, ...told]) {
    const of = original ?? id
    const list = byOriginal.get(of) ?? []
    list.push({ id, language, path: articlePath({ ...address, id }), isOriginal: original === null })
    byOriginal.set(of, list)
  }
  return byOriginal
}

async function largestJpegs(db: Db, ids: number[]): Promise<Map<number, string>> {
  const rows = await db.select({ id: media.id, files: media.files }).from(media).where(inArray(media.id, ids))
  return new Map(
    rows.flatMap(({ id, files }): [number, string][] => {
      const [largest] = files.filter(({ format }) => format === 'jpeg').sort((a, b) => b.widthPx - a.widthPx)
      return largest ? [[id, `/media/${largest.name}`]] : []
    }),
  )
}

function inSpan({ from, to }: Span): SQL | undefined {
  return and(gte(articles.publishedAt, from), lt(articles.publishedAt, to))
}

function behind(place: StoryPlace | null): SQL | undefined {
  if (!place) return undefined
  return sql`(${articles.publishedAt}, ${articles.id}) > (${place.publishedAt.getTime()}, ${place.id})`
}

/** As one JSON parameter: a batch is larger than SQLite likes lists of parameters. */
function isOneOf(column: SQLWrapper, ids: number[]): SQL {
  return sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`
}
