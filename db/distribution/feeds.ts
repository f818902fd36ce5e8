import { and, asc, desc, lte, type SQL, sql } from 'drizzle-orm'
import { picturesByIds } from '@/db/pictures/pictures'
import { withheldFromJson, withheldIds } from '@/db/pictures/withheld-pictures'
import { linkColumns } from '@/db/reading/article-columns'
import { topicsOf } from '@/db/reading/article-topics'
import { linkTargets } from '@/db/reading/articles'
import { bylinesOf } from '@/db/reading/bylines'
import { type ListedRows, listedRows, newestListed, nextChangeOfList } from '@/db/reading/listed-stories'
import { pathsOfLists } from '@/db/reading/paged-lists'
import type { StoryList } from '@/db/reading/story-list'
import { hasEnd, isWithdrawn } from '@/db/reading/visibility'
import { asOfNewest, changesAtFirst } from '@/db/store/instant-tags'
import type { Reader } from '@/db/store/open'
import { articles, corrections } from '@/db/store/schema'
import { sectionTree } from '@/db/store/section-tree'
import { isOneOf } from '@/db/store/value-lists'
import { articlePath } from '@/lib/addresses/paths'
import type { Correction } from '@/lib/article/article'
import type { FeedStory, WithdrawnStory } from '@/lib/feeds/feed'
import type { Referenced } from '@/lib/linking/reader-body'
import { listsLinked, references } from '@/lib/linking/references'
import { picturesOf, withoutPictures } from '@/lib/linking/withheld-pictures'
import { type Tagged, tags } from '@/lib/pages/tags'
import { blankAsEmpty } from '@/lib/text/blank-as-empty'

/** Stories with their text, and every public article and every picture that the texts refer to. */
interface WholeStories {
  stories: FeedStory[]
  referenced: Referenced
}

export interface FeedStories extends WholeStories {
  /** Those of the list that were withdrawn last, the last one first, at most 20. */
  withdrawn: WithdrawnStory[]
}

/**
 * Followers ask at least once while so many stories are withdrawn. A bound in time would make every feed change by time
 * alone.
 */
const WITHDRAWN_IN_FEED = 20

/**
 * The newest public stories of `list` with everything that a feed contains: newest first, ties by id, at most `limit`;
 * and those that were withdrawn last.
 * The result is stale when one of them changes, or what one refers to, or when a story appears or disappears by time
 * alone.
 */
export async function feedStories(
  db: Reader,
  { list, now, limit }: { list: StoryList; now: Date; limit: number },
): Promise<Tagged<FeedStories>> {
  const rows = await listedRows(db, list)
  const ids = (await newestListed(db, rows, { now, limit })).map(({ id }) => id)
  const nextChange = await nextChangeOfList(db, rows, { now })
  const whole = await wholeStories(db, { ids, now })
  const withdrawn = await withdrawnStories(db, { scope: isStoryOf(rows), now })
  return {
    value: { ...whole.value, withdrawn },
    tags: [
      ...new Set([rows.tag, ...whole.tags, ...withdrawn.map(({ id }) => tags.article(id))]),
      ...asOfNewest(...withdrawn.map(({ withdrawnAt }) => withdrawnAt)),
      ...changesAtFirst(nextChange),
    ],
  }
}

/** The condition that an article is in the list, looked up for each: it is asked of withdrawn ones alone. */
function isStoryOf({ kind, ids: [id = 0, ...below] }: ListedRows): SQL | undefined {
  switch (kind) {
    case 'paper':
      return undefined
    case 'section':
      return isOneOf(sql`+${articles.sectionId}`, [id, ...below])
    case 'topic':
      return sql`exists (select 1 from article_topics where article_id = ${articles.id} and topic_id = ${id})`
    case 'author':
      // The unary plus stops SQLite from going through all stories of the author for each.
      return sql`exists (select 1 from bylines where article_id = ${articles.id} and +author_id = ${id})`
    case 'timeline':
      return sql`exists (select 1 from timeline_stories where article_id = ${articles.id} and timeline_id = ${id})`
  }
}

/** A story that was taken back before its first publication was never in a feed. */
async function withdrawnStories(
  db: Reader,
  { scope, now }: { scope: SQL | undefined; now: Date },
): Promise<WithdrawnStory[]> {
  const rows = await db
    .select({
      id: articles.id,
      createdAt: articles.createdAt,
      withdrawnAt: articles.withdrawnAt,
      reason: articles.withdrawalReason,
    })
    .from(articles)
    .where(and(hasEnd(), isWithdrawn(now), lte(articles.publishedAt, articles.withdrawnAt), scope))
    .orderBy(desc(articles.withdrawnAt), desc(articles.id))
    .limit(WITHDRAWN_IN_FEED)
  return rows.flatMap(({ withdrawnAt, ...row }) => (withdrawnAt ? [{ ...row, withdrawnAt }] : []))
}

/** One query for each kind of thing, for any number of stories. */
async function wholeStories(db: Reader, { ids, now }: { ids: number[]; now: Date }): Promise<Tagged<WholeStories>> {
  if (!ids.length) return { value: { stories: [], referenced: { articles: new Map(), pictures: new Map() } }, tags: [] }
  const rows = (await storyRows(db, ids)).map(({ withheld, ...row }) =>
    withoutPictures(row, withheldFromJson(withheld)),
  )
  const sections = new Map((await sectionTree(db)).map((section) => [section.id, section]))
  const printed = await bylinesOf(db, ids)
  const about = await topicsOf(db, ids)
  const wrong = await correctionsOf(db, ids)
  const shownMedia = [...new Set(rows.flatMap(picturesOf))]
  const pictures = await picturesByIds(db, shownMedia)
  const named = rows.flatMap(({ body }) => references(body).map(({ article }) => article))
  const targets = await linkTargets(db, { ids: named, now })
  const lists = await pathsOfLists(
    db,
    rows.flatMap(({ body }) => listsLinked(body)),
  )

  const found = new Map(
    rows.map(({ slug, sectionId, leadMediaId, publishedAt, ...row }): [number, FeedStory] => {
      const section = sectionId === null ? undefined : sections.get(sectionId)
      if (!section || !publishedAt) throw new Error(`article ${row.id} is public without a section or an instant`)
      const story = {
        ...row,
        standfirst: blankAsEmpty(row.standfirst),
        dateline: blankAsEmpty(row.dateline),
        publishedAt,
        section,
        path: articlePath({ section: section.slug, slug, id: row.id }),
        topics: about.get(row.id) ?? [],
        bylines: printed.get(row.id)?.bylines ?? [],
        leadPicture: leadMediaId === null ? null : (pictures.get(leadMediaId) ?? null),
        corrections: wrong.get(row.id) ?? [],
      }
      return [row.id, story]
    }),
  )
  const stories = ids.flatMap((id) => found.get(id) ?? [])
  // A story's link changes only together with the story, so the tag of the article is enough.
  const ownLinks = new Set(ids.map(tags.link))
  return {
    value: { stories, referenced: { articles: targets.value, pictures, lists: lists.value } },
    tags: [
      ...new Set([
        ...ids.map(tags.article),
        ...stories.flatMap(({ section, topics: subjects }) => [
          tags.section(section.id),
          ...subjects.map(({ id }) => tags.topic(id)),
        ]),
        ...[...printed.values()].flatMap((names) => names.tags),
        ...shownMedia.map(tags.media),
        ...lists.tags,
        ...targets.tags.filter((tag) => !ownLinks.has(tag)),
        ...asOfNewest(
          ...stories.flatMap((story) => [
            ...[story.publishedAt, story.updatedAt],
            ...story.corrections.map(({ correctedAt }) => correctedAt),
          ]),
        ),
      ]),
    ],
  }
}

async function storyRows(db: Reader, ids: number[]) {
  return db
    .select({
      ...linkColumns,
      standfirst: articles.standfirst,
      body: articles.body,
      dateline: articles.dateline,
      sectionId: articles.sectionId,
      leadMediaId: articles.leadMediaId,
      withheld: withheldIds,
      createdAt: articles.createdAt,
      publishedAt: articles.publishedAt,
      updatedAt: articles.updatedAt,
    })
    .from(articles)
    .where(isOneOf(articles.id, ids))
}

async function correctionsOf(db: Reader, ids: number[]): Promise<Map<number, Correction[]>> {
  const rows = await db
    .select()
    .from(corrections)
    .where(isOneOf(corrections.articleId, ids))
    .orderBy(asc(corrections.correctedAt), asc(corrections.id))
  return byArticle(rows.map(({ articleId, ...correction }) => [articleId, correction]))
}

function byArticle<T>(rows: [number, T][]): Map<number, T[]> {
  const grouped = new Map<number, T[]>()
  for (const [id, thing] of rows) grouped.set(id, [...(grouped.get(id) ?? []), thing])
  return grouped
}
