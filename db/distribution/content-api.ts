import { and, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import { listedStories } from '@/db/distribution/listed-stories'
import { bestStories, searchedWords } from '@/db/distribution/searched-stories'
import { newestStories, storyListScope } from '@/db/reading/story-list'
import { nextVisibilityChange } from '@/db/reading/visibility'
import { publishedSpan } from '@/db/search/document-number'
import { isFiledUnder, wordConditions } from '@/db/search/word-conditions'
import { changesAtFirst } from '@/db/store/instant-tags'
import { timelines } from '@/db/store/linking-schema'
import type { Reader } from '@/db/store/open'
import { articles, authors, sections, topics } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import type { Cursor } from '@/lib/content-api/cursor'
import type { SearchedWords } from '@/lib/content-api/list-json'
import type { ListedStory } from '@/lib/content-api/listed-story'
import type { Parameters } from '@/lib/content-api/parameters'
import { type Tagged, tags } from '@/lib/pages/tags'
import type { SubjectFilter } from '@/lib/search/subjects'

/** The query of a story list of the API. */
export type StoryQuery = Partial<
  Pick<
    Parameters,
    'q' | 'sort' | 'section' | 'topic' | 'author' | 'timeline' | 'kind' | 'language' | 'since' | 'until' | 'cursor'
  >
> & {
  limit: number
}

/**
 * No index contains the language. A page scans this many stories and leaves the rest to the next page, so that a rare
 * language costs no more than any other.
 */
const LANGUAGE_SCAN_ROWS = 1000

/** A page of stories, and the cursor of the next page; null on the last page. */
export interface StoryPage {
  stories: ListedStory[]
  next: Cursor | null
  /** null for a list without a search. */
  searched: SearchedWords | null
}

/** A page of stories, or the filter that names something that does not exist. */
export type FoundStories = StoryPage | { unknown: Subject }

/**
 * The public stories that match every filter, newest first, ties by id, at most `limit` after `cursor`: of a section
 * and those below it, about a topic, by an author, of a timeline, in a language or one of its regional forms, of a kind, first
 * published at `since` or later and before `until`, meeting `q` (lib/search/query.ts). With a language, a page may have
 * fewer than `limit` stories although there is a next page.
 *
 * A search that is sorted by relevance has the best matches first (db/search/rank.ts) and no page behind the first 10,000.
 */
export async function storiesFor(
  db: Reader,
  { query, now }: { query: StoryQuery; now: Date },
): Promise<Tagged<FoundStories>> {
  const { cursor, limit, language, kind, since, until, q } = query
  const behind = cursor && 'publishedAt' in cursor ? cursor : undefined
  const named = await subjectsOf(db, query)
  if ('unknown' in named.value) return { value: { unknown: named.value.unknown }, tags: named.tags }
  const { subjects } = named.value
  const sought = { q: q ?? '', subjects: { ...subjects, language, kind }, since, until, now }
  if (q !== undefined && query.sort === 'relevance') {
    const from = cursor && 'from' in cursor ? cursor.from : 0
    const { ids, next } = await bestStories(db, { ...sought, from, limit })
    const { value: stories, tags: shown } = await listedStories(db, { ids, now })
    const searched = await searchedWords(db, { ...sought, ids, isAll: from === 0 && next === null })
    return { value: { stories, next, searched }, tags: [...new Set([...named.tags, ...shown])] }
  }
  const narrower = and(
    ...named.value.narrower,
    since && gte(articles.publishedAt, since),
    // The unary plus leaves the index to the bound below.
    until && sql`+${articles.publishedAt} < ${until.getTime()}`,
    kind && and(eq(articles.kind, kind), query.timeline === undefined ? ofKind(query, subjects) : undefined),
    q === undefined ? undefined : await containsWords(db, query, subjects),
  )
  const scope = and(...named.value.scopes, narrower)
  const bound = behind
    ? sql`(${articles.publishedAt}, ${articles.id}) < (${behind.publishedAt.getTime()}, ${behind.id})`
    : until && lt(articles.publishedAt, until)
  // One more than is shown, to know whether there is a next page.
  const looked = language === undefined ? limit + 1 : LANGUAGE_SCAN_ROWS
  const near = await newestStories(db, {
    now,
    sections: subjects.sectionIds ?? null,
    bound,
    scope: narrower,
    limit: looked,
  })
  const found = language === undefined ? near : await inLanguage(db, near, language)
  const shown = found.slice(0, limit)
  const last = found.length > limit ? shown.at(-1) : near.length === looked ? near.at(-1) : undefined
  const listed = await listedStories(db, { ids: shown.map(({ id }) => id), now })
  const nextChange = await nextVisibilityChange(db, { now, scope })
  const next = last ? { publishedAt: last.publishedAt, id: last.id } : null
  const ids = listed.value.map(({ id }) => id)
  const isAll = cursor === undefined && next === null
  return {
    value: {
      stories: listed.value,
      next,
      searched: q === undefined ? null : await searchedWords(db, { ...sought, ids, isAll }),
    },
    tags: [...new Set([...named.tags, ...listed.tags, ...changesAtFirst(nextChange)])],
  }
}

const SUBJECTS = ['section', 'topic', 'author', 'timeline'] as const
type Subject = (typeof SUBJECTS)[number]

/** The filters for section, topic, author and timeline. */
interface Subjects {
  /** The condition of the filter for a section, if there is one. */
  scopes: SQL[]
  /** The conditions of the others. */
  narrower: SQL[]
  subjects: SubjectFilter
}

/** The filters for section, topic, author and timeline, tagged with their lists. */
async function subjectsOf(
  db: Reader,
  query: Pick<StoryQuery, Subject>,
): Promise<Tagged<Subjects | { unknown: Subject }>> {
  const scopes: SQL[] = []
  const narrower: SQL[] = []
  const subjects: SubjectFilter = {}
  const listTags: string[] = []
  for (const subject of SUBJECTS) {
    const slug = query[subject]
    if (slug === undefined) continue
    const table = { section: sections, topic: topics, author: authors, timeline: timelines }[subject]
    const [row] = await db.select({ id: table.id }).from(table).where(eq(table.slug, slug))
    if (!row) return { value: { unknown: subject }, tags: listTags }
    const { scope, sections: ofSection, tag } = await storyListScope(db, { kind: subject, id: row.id })
    if (scope) (ofSection ? scopes : narrower).push(scope)
    if (subject === 'section') subjects.sectionIds = ofSection ?? []
    else if (subject === 'topic') subjects.topicId = row.id
    else if (subject === 'author') subjects.authorId = row.id
    listTags.push(tags[subject](row.id), tag)
  }
  return { value: { scopes, narrower, subjects }, tags: listTags.length ? listTags : [tags.latest] }
}

/** Those of `rows` whose article is in the language or one of its regional forms, in order. */
async function inLanguage<T extends { id: number }>(db: Reader, rows: T[], tag: string): Promise<T[]> {
  const ids = rows.map(({ id }) => id)
  const tongue = sql`lower(${articles.language})`
  const spoken = await db
    .select({ id: articles.id })
    .from(articles)
    .where(and(isOneOf(articles.id, ids), sql`(${tongue} = ${tag} or ${tongue} like ${`${tag}-%`})`))
  const among = new Set(spoken.map(({ id }) => id))
  return rows.filter(({ id }) => among.has(id))
}

function publishedBehind(cursor: Cursor | undefined): Date | undefined {
  return cursor && 'publishedAt' in cursor ? cursor.publishedAt : undefined
}

/** More than any page: the filters are looked for in the index too, and a few of what it finds are not public. */
const MATCHES_FOR_A_PAGE = 2000

/** The same for stories of a kind, which no index of the table has: a rare one would be looked for in all of them. */
function ofKind({ cursor, since, until, kind }: StoryQuery, subjects: SubjectFilter): SQL {
  const span = publishedSpan({ from: since, until: publishedBehind(cursor) ?? until })
  return isFiledUnder({ ...subjects, kind }, { span, most: MATCHES_FOR_A_PAGE })
}

/** The stories among which the page is that begins behind the cursor. A query without a word finds nothing. */
async function containsWords(
  db: Reader,
  { q = '', cursor, since, until, language, kind }: StoryQuery,
  subjects: SubjectFilter,
): Promise<SQL> {
  const span = publishedSpan({ from: since, until: publishedBehind(cursor) ?? until })
  const filter = { ...subjects, language, kind }
  const found = (await wordConditions(db, q, 'whole'))?.({ subjects: filter, span, most: MATCHES_FOR_A_PAGE })
  return found ?? sql`0`
}
