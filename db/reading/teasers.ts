import { and, eq, sql } from 'drizzle-orm'
import { pictureColumns, pictureFrom } from '@/db/pictures/pictures'
import { isLeadShown } from '@/db/pictures/withheld-pictures'
import { teaserColumns } from '@/db/reading/article-columns'
import { bylinesOf } from '@/db/reading/bylines'
import { listedRows, newestListed, nextChangeOfList, storiesListed } from '@/db/reading/listed-stories'
import { newestIds, type StoryList } from '@/db/reading/story-list'
import { isPublic, nextVisibilityChange } from '@/db/reading/visibility'
import { asOfNewest, changesAtFirst } from '@/db/store/instant-tags'
import type { Reader } from '@/db/store/open'
import { articles, media, sections } from '@/db/store/schema'
import { isNoneOf, isOneOf } from '@/db/store/value-lists'
import { articlePath } from '@/lib/addresses/paths'
import type { Author, Section, Teaser, Topic } from '@/lib/article/article'
import { type Tagged, tags } from '@/lib/pages/tags'

/** One page of a list, and the number of stories in the whole list. */
export interface TeaserList {
  teasers: Teaser[]
  total: number
}

/** A page of a list at `now`; pages count from 1. */
export interface ListPage {
  now: Date
  page: number
  perPage: number
}

/** The newest public stories of the whole paper: newest first, ties by id, at most `limit`. */
export async function latestTeasers(
  db: Reader,
  { now, limit }: { now: Date; limit: number },
): Promise<Tagged<Teaser[]>> {
  const ids = await newestIds(db, { now, limit })
  const shown = await shownTeasers(db, { ids, now })
  const nextChange = await nextVisibilityChange(db, { now })
  return { value: shown.value, tags: [tags.latest, ...shown.tags, ...changesAtFirst(nextChange)] }
}

/** The public stories of `section` and of every section below it: newest first, ties by id. */
export async function sectionTeasers(
  db: Reader,
  { section, ...page }: ListPage & { section: Pick<Section, 'id'> },
): Promise<Tagged<TeaserList>> {
  return listed(db, { ...page, list: { kind: 'section', id: section.id } })
}

/** The public stories about `topic`: newest first, ties by id. */
export async function topicTeasers(
  db: Reader,
  { topic, ...page }: ListPage & { topic: Pick<Topic, 'id'> },
): Promise<Tagged<TeaserList>> {
  return listed(db, { ...page, list: { kind: 'topic', id: topic.id } })
}

/** The public stories with `author` in the byline: newest first, ties by id. */
export async function authorTeasers(
  db: Reader,
  { author, ...page }: ListPage & { author: Pick<Author, 'id'> },
): Promise<Tagged<TeaserList>> {
  return listed(db, { ...page, list: { kind: 'author', id: author.id } })
}

/** The public stories of `timeline`: newest first, ties by id. */
export async function timelineTeasers(
  db: Reader,
  { timeline, ...page }: ListPage & { timeline: { id: number } },
): Promise<Tagged<TeaserList>> {
  return listed(db, { ...page, list: { kind: 'timeline', id: timeline.id } })
}

/**
 * The stories of the article's own section (not of those below it) that were published before it: newest first, ties by
 * id, at most `limit`, none of `without`. A story published later never changes the result.
 */
export async function earlierInSection(
  db: Reader,
  {
    article,
    now,
    limit,
    without,
  }: {
    article: { id: number; publishedAt: Date; sectionId: number }
    now: Date
    limit: number
    without: number[]
  },
): Promise<Tagged<Teaser[]>> {
  const ids = await newestIds(db, {
    now,
    limit,
    sections: [article.sectionId],
    bound: sql`(${articles.publishedAt}, ${articles.id}) < (${article.publishedAt.getTime()}, ${article.id})`,
    scope: isNoneOf(articles.id, without),
  })
  const shown = await teasersByIds(db, { ids, now })
  return { value: shown.value, tags: [tags.earlierInSection(article.sectionId), ...shown.tags] }
}

/**
 * The teasers of those articles among `ids` that are public, in the order of `ids`, each once.
 * Tagged with every id of `ids`, so that a story that becomes public appears.
 */
export async function teasersByIds(db: Reader, { ids, now }: { ids: number[]; now: Date }): Promise<Tagged<Teaser[]>> {
  const shown = await shownTeasers(db, { ids, now })
  const nextChange = ids.length ? await nextVisibilityChange(db, { now, scope: isOneOf(articles.id, ids) }) : null
  return { value: shown.value, tags: [...shown.tags, ...changesAtFirst(nextChange)] }
}

async function listed(
  db: Reader,
  { now, page, perPage, list }: ListPage & { list: StoryList },
): Promise<Tagged<TeaserList>> {
  const rows = await listedRows(db, list)
  const found = await newestListed(db, rows, { now, limit: perPage, offset: (page - 1) * perPage })
  const shown = await shownTeasers(db, { ids: found.map(({ id }) => id), now })
  const nextChange = await nextChangeOfList(db, rows, { now })
  return {
    value: { teasers: shown.value, total: await storiesListed(db, rows, { now }) },
    tags: [rows.tag, ...shown.tags, ...changesAtFirst(nextChange)],
  }
}

/** The teasers, without a tag for the instant at which a list of them changes. */
async function shownTeasers(db: Reader, { ids, now }: { ids: number[]; now: Date }): Promise<Tagged<Teaser[]>> {
  const uniqueIds = [...new Set(ids)]
  if (!uniqueIds.length) return { value: [], tags: [] }
  const rows = await db
    .select({
      ...teaserColumns,
      section: { id: sections.id, name: sections.name, slug: sections.slug },
      picture: pictureColumns,
    })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .leftJoin(media, and(eq(media.id, articles.leadMediaId), isLeadShown))
    .where(and(isOneOf(articles.id, uniqueIds), isPublic(now)))
  const printed = await bylinesOf(
    db,
    rows.map(({ id }) => id),
  )
  const found = new Map(
    rows.map(({ slug, section, picture, publishedAt, ...row }): [number, Teaser] => {
      if (!publishedAt) throw new Error(`article ${row.id} is public without an instant of publication`)
      const teaser = {
        ...row,
        publishedAt,
        path: articlePath({ section: section.slug, slug, id: row.id }),
        section: { name: section.name, slug: section.slug },
        picture: picture && pictureFrom(picture),
        bylines: printed.get(row.id)?.bylines ?? [],
      }
      return [row.id, teaser]
    }),
  )
  return {
    value: uniqueIds.flatMap((id) => found.get(id) ?? []),
    tags: [
      ...new Set([
        ...uniqueIds.map(tags.teaser),
        ...rows.flatMap(({ section, picture }) => [
          tags.section(section.id),
          ...(picture ? [tags.media(picture.id)] : []),
        ]),
        ...[...printed.values()].flatMap((names) => names.tags),
        ...asOfNewest(...rows.map(({ publishedAt }) => publishedAt)),
      ]),
    ],
  }
}
