import { and, asc, eq, exists, gte, isNotNull, lt, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { shownLeadMediaId } from '@/db/pictures/withheld-pictures'
import { isPublic, nextVisibilityChange } from '@/db/reading/visibility'
import { timelineStories, timelines } from '@/db/store/linking-schema'
import type { Reader } from '@/db/store/open'
import {
  articles,
  articleTopics,
  authors,
  bylines,
  corrections,
  media,
  sections,
  staleness,
  topics,
} from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import { articlePath, authorPath, timelinePath, topicPath } from '@/lib/addresses/paths'

/** A public story as a sitemap lists it. */
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
  /** Whether it is the version that the others translate; also true of a story without translations. */
  isOriginal: boolean
  /** Its other language versions that are public and may be listed: the original first, then by id. */
  translations: SitemapVersion[]
}

export interface SitemapVersion {
  id: number
  language: string
  path: string
  isOriginal: boolean
}

/** The position of the last story of a batch, after which the next batch begins. */
export interface StoryPosition {
  publishedAt: Date
  id: number
}

/** Stories first published from `from` on and before `to`. */
export interface Span {
  from: Date
  to: Date
}

/**
 * The queries of the sitemaps on one state of the store at `now`. They run thousands of times. Each statement is
 * prepared once, because the memory of a statement is freed only by the garbage collector.
 */
export class SitemapQueries {
  readonly #statements: ReturnType<typeof statements>
  readonly #now: Date

  constructor(db: Reader, { now }: { now: Date }) {
    this.#statements = statements(db, now)
    this.#now = now
  }

  /**
   * The public stories of the span: oldest first, ties by id, at most `limit`, after the position `after` (null: from
   * the beginning). Oldest first, so that a new story changes nothing before it.
   */
  async stories(span: Span, { after, limit }: { after: StoryPosition | null; limit: number }): Promise<SitemapStory[]> {
    const rows = await this.#statements.stories.all({ ...between(span, { after, through: null }), limit })
    const pictures = await this.#largestJpegs([...new Set(rows.flatMap(({ leadMediaId }) => leadMediaId ?? []))])
    const versionsByOriginal = await this.#listedVersions(rows.map((row) => row.translationOfId ?? row.id))
    return rows.map((row) => {
      const { id, publishedAt, updatedAt, language, isUnlisted, sectionId, translationOfId, leadMediaId } = row
      if (!publishedAt) throw new Error(`article ${id} is public without an instant of publication`)
      const versions = versionsByOriginal.get(translationOfId ?? id)
      // Properties are listed one by one: a rest object has a hidden class of its own, whose memory is freed late.
      return {
        id,
        publishedAt,
        updatedAt,
        path: articlePath(row),
        language,
        isUnlisted,
        sectionId,
        picturePath: leadMediaId === null ? null : (pictures.get(leadMediaId) ?? null),
        isOriginal: translationOfId === null,
        translations: versions ? versions.filter((version) => version.id !== id) : [],
      }
    })
  }

  /** The topics and the authors (by id) of the articles `ids`, as pairs with the article. */
  async subjects(ids: number[]): Promise<{ topics: SubjectOf[]; authors: SubjectOf[] }> {
    const parameters = { ids: JSON.stringify(ids) }
    const signed = await this.#statements.authors.all(parameters)
    return {
      topics: await this.#statements.topics.all(parameters),
      authors: signed.flatMap(({ articleId, id }) => (id === null ? [] : [{ articleId, id }])),
    }
  }

  /**
   * The last instant at which a story of the span appeared, disappeared, or changed in what a link to it shows, by the
   * invalidation log and the withdrawals; null when none did. Covers the stories after `after` up to `through`.
   */
  async lastLinkChange(
    span: Span,
    bounds: { after: StoryPosition | null; through: StoryPosition | null },
  ): Promise<Date | null> {
    const [row] = await this.#statements.lastLinkChange.all({ ...between(span, bounds), now: this.#now.getTime() })
    const newest = Math.max(row?.staleAt ?? 0, row?.withdrawnAt ?? 0)
    return newest > 0 ? new Date(newest) : null
  }

  /**
   * The language versions of the stories with these originals, by the id of the original, the original included. Only
   * versions that are public and may be listed. A story without translations is missing.
   */
  async #listedVersions(originals: number[]): Promise<Map<number, SitemapVersion[]>> {
    const translated = await this.#statements.translated.all({ ids: JSON.stringify(originals) })
    const byOriginal = new Map<number, SitemapVersion[]>()
    if (!translated.length) return byOriginal
    const named = [...new Set(translated.flatMap(({ original }) => original ?? []))]
    const first = await this.#statements.originals.all({ ids: JSON.stringify(named) })
    for (const { id, original, language, ...address } of [...first, ...translated]) {
      const of = original ?? id
      const list = byOriginal.get(of) ?? []
      list.push({ id, language, path: articlePath({ ...address, id }), isOriginal: original === null })
      byOriginal.set(of, list)
    }
    return byOriginal
  }

  async #largestJpegs(ids: number[]): Promise<Map<number, string>> {
    const rows = await this.#statements.pictures.all({ ids: JSON.stringify(ids) })
    return new Map(
      rows.flatMap(({ id, files }): [number, string][] => {
        const [largest] = files.filter(({ format }) => format === 'jpeg').sort((a, b) => b.widthPx - a.widthPx)
        return largest ? [[id, `/media/${largest.name}`]] : []
      }),
    )
  }
}

interface SubjectOf {
  articleId: number
  id: number
}

function statements(db: Reader, now: Date) {
  const place = sql`(${articles.publishedAt}, ${articles.id})`
  const within = and(
    sql`${place} > (${sql.placeholder('afterAt')}, ${sql.placeholder('afterId')})`,
    sql`${place} <= (${sql.placeholder('throughAt')}, ${sql.placeholder('throughId')})`,
  )
  const givenIds = sql`(select value from json_each(${sql.placeholder('ids')}))`
  const until = sql.placeholder('now')
  const versions = (column: SQLWrapper) =>
    db
      .select({
        id: articles.id,
        original: articles.translationOfId,
        slug: articles.slug,
        section: sections.slug,
        language: articles.language,
      })
      .from(articles)
      .innerJoin(sections, eq(sections.id, articles.sectionId))
      .where(and(sql`${column} in ${givenIds}`, eq(articles.isUnlisted, false), isPublic(now)))
      .orderBy(asc(articles.id))
      .prepare()
  return {
    stories: db
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
        leadMediaId: shownLeadMediaId,
      })
      .from(articles)
      .innerJoin(sections, eq(sections.id, articles.sectionId))
      .where(and(within, isPublic(now, { isBounded: true })))
      .orderBy(asc(articles.publishedAt), asc(articles.id))
      .limit(sql.placeholder('limit'))
      .prepare(),
    translated: versions(articles.translationOfId),
    originals: versions(articles.id),
    pictures: db
      .select({ id: media.id, files: media.files })
      .from(media)
      .where(sql`${media.id} in ${givenIds}`)
      .prepare(),
    topics: db
      .select({ articleId: articleTopics.articleId, id: articleTopics.topicId })
      .from(articleTopics)
      .where(sql`${articleTopics.articleId} in ${givenIds}`)
      .prepare(),
    authors: db
      .select({ articleId: bylines.articleId, id: bylines.authorId })
      .from(bylines)
      .where(and(sql`${bylines.articleId} in ${givenIds}`, isNotNull(bylines.authorId)))
      .prepare(),
    lastLinkChange: db
      .select({
        staleAt: sql<number | null>`max(${staleness.staleAt})`,
        withdrawnAt: sql<
          number | null
        >`max(case when ${articles.withdrawnAt} <= ${until} then ${articles.withdrawnAt} end)`,
      })
      .from(articles)
      .leftJoin(staleness, sql`${staleness.tag} = 'link:' || ${articles.id}`)
      .where(within)
      .prepare(),
  }
}

/** The positions before the first and after the last story of a span; the ids of stories begin with 1. */
function between(
  { from, to }: Span,
  { after, through }: { after: StoryPosition | null; through: StoryPosition | null },
) {
  return {
    afterAt: (after?.publishedAt ?? from).getTime(),
    afterId: after?.id ?? 0,
    throughAt: (through?.publishedAt ?? to).getTime(),
    throughId: through?.id ?? 0,
  }
}

/**
 * The first instant after `now` at which the sitemap of the span changes by time alone, because one of its stories, or
 * another language version of one, appears or disappears. null when there is none.
 */
export async function nextSitemapChange(db: Reader, { from, to, now }: Span & { now: Date }): Promise<Date | null> {
  const other = alias(articles, 'other')
  const original = sql`coalesce(${articles.translationOfId}, ${articles.id})`
  const isListedInSpan = exists(
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
  return nextVisibilityChange(db, { now, scope: or(inSpan({ from, to }), isListedInSpan) })
}

/** When the first and the last of all public stories were published; null without public stories. */
export async function publicSpan(db: Reader, { now }: { now: Date }): Promise<{ first: Date; last: Date } | null> {
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
 * When the articles `ids`, their originals and their other versions were first published, in no order. Contains null
 * for an article that was never published or is not in the store any more.
 */
export async function publicationsAround(db: Reader, ids: number[]): Promise<(Date | null)[]> {
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
export async function topicsAfter(
  db: Reader,
  { after, limit }: { after: number; limit: number },
): Promise<SitemapList[]> {
  const rows = await db
    .select({ id: topics.id, slug: topics.slug })
    .from(topics)
    .where(sql`${topics.id} > ${after}`)
    .orderBy(asc(topics.id))
    .limit(limit)
  return rows.map(({ id, slug }) => ({ id, path: topicPath(slug) }))
}

/** The authors with an id above `after`, by id, at most `limit`. */
export async function authorsAfter(
  db: Reader,
  { after, limit }: { after: number; limit: number },
): Promise<SitemapList[]> {
  const rows = await db
    .select({ id: authors.id, slug: authors.slug })
    .from(authors)
    .where(sql`${authors.id} > ${after}`)
    .orderBy(asc(authors.id))
    .limit(limit)
  return rows.map(({ id, slug }) => ({ id, path: authorPath(slug) }))
}

/** A timeline, how many of its stories readers have at `now`, and when the last of them was modified; null without any. */
export interface SitemapTimeline extends SitemapList {
  stories: number
  modified: Date | null
}

/** The timelines with an id above `after`, by id, at most `limit`. */
export async function timelinesAfter(
  db: Reader,
  { after, limit, now }: { after: number; limit: number; now: Date },
): Promise<SitemapTimeline[]> {
  const rows = await db
    .select({ id: timelines.id, slug: timelines.slug })
    .from(timelines)
    .where(sql`${timelines.id} > ${after}`)
    .orderBy(asc(timelines.id))
    .limit(limit)
  const counted = await db
    .select({
      id: timelineStories.timelineId,
      stories: sql<number>`count(*)`,
      modified: sql<number>`max(max(${articles.publishedAt}, coalesce(${articles.updatedAt}, 0)))`,
    })
    .from(timelineStories)
    .innerJoin(articles, eq(articles.id, timelineStories.articleId))
    .where(
      and(
        isOneOf(
          timelineStories.timelineId,
          rows.map(({ id }) => id),
        ),
        isPublic(now),
      ),
    )
    .groupBy(timelineStories.timelineId)
  const found = new Map(counted.map((row) => [row.id, row]))
  return rows.map(({ id, slug }) => {
    const { stories = 0, modified = null } = found.get(id) ?? {}
    return { id, path: timelinePath(slug), stories, modified: modified === null ? null : new Date(modified) }
  })
}

/** When the newest correction of a public story was made; null when there is none. */
export async function newestCorrection(db: Reader, { now }: { now: Date }): Promise<Date | null> {
  const [row] = await db
    .select({ correctedAt: sql<number | null>`max(${corrections.correctedAt})` })
    .from(corrections)
    .innerJoin(articles, eq(articles.id, corrections.articleId))
    .where(isPublic(now))
  return row?.correctedAt ? new Date(row.correctedAt) : null
}

function inSpan({ from, to }: Span): SQL | undefined {
  return and(gte(articles.publishedAt, from), lt(articles.publishedAt, to))
}
