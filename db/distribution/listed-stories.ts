import { and, eq } from 'drizzle-orm'
import { pictureColumns, pictureFrom } from '@/db/pictures/pictures'
import { isLeadShown } from '@/db/pictures/withheld-pictures'
import { teaserColumns } from '@/db/reading/article-columns'
import { topicsOf } from '@/db/reading/article-topics'
import { bylinesOf } from '@/db/reading/bylines'
import { isPublic } from '@/db/reading/visibility'
import { asOfNewest } from '@/db/store/instant-tags'
import type { Reader } from '@/db/store/open'
import { articles, media } from '@/db/store/schema'
import { sectionTree } from '@/db/store/section-tree'
import { isOneOf } from '@/db/store/value-lists'
import { storiesSoFar } from '@/db/timelines/timelines'
import { articlePath } from '@/lib/addresses/paths'
import type { ListedStory } from '@/lib/content-api/listed-story'
import { type Tagged, tags } from '@/lib/pages/tags'
import { sectionLine } from '@/lib/paper/section-line'
import { blankAsEmpty } from '@/lib/text/blank-as-empty'

/** Those articles among `ids` that are public, in the order of `ids`, with the tags of all that they show. */
export async function listedStories(
  db: Reader,
  { ids, now }: { ids: number[]; now: Date },
): Promise<Tagged<ListedStory[]>> {
  if (!ids.length) return { value: [], tags: [] }
  const rows = await db
    .select({
      ...teaserColumns,
      dateline: articles.dateline,
      updatedAt: articles.updatedAt,
      isUnlisted: articles.isUnlisted,
      sectionId: articles.sectionId,
      picture: pictureColumns,
    })
    .from(articles)
    .leftJoin(media, and(eq(media.id, articles.leadMediaId), isLeadShown))
    .where(and(isOneOf(articles.id, ids), isPublic(now)))
  const names = await bylinesOf(db, ids)
  const subjects = await topicsOf(db, ids)
  const timelines = await storiesSoFar(db, { ids, now })
  const sectionsById = new Map((await sectionTree(db)).map((section) => [section.id, section]))
  const stories = rows.map(({ sectionId, picture, publishedAt, ...row }): ListedStory => {
    if (sectionId === null) throw new Error(`article ${row.id} is public without a section`)
    if (!publishedAt) throw new Error(`article ${row.id} is public without an instant of publication`)
    const line = sectionLine(sectionsById, sectionId)
    const section = line.at(-1)
    if (!section) throw new Error(`article ${row.id} is in section ${sectionId}, which does not exist`)
    return {
      ...row,
      kicker: blankAsEmpty(row.kicker),
      standfirst: blankAsEmpty(row.standfirst),
      dateline: blankAsEmpty(row.dateline),
      publishedAt,
      path: articlePath({ section: section.slug, slug: row.slug, id: row.id }),
      sections: line,
      topics: subjects.get(row.id) ?? [],
      bylines: names.get(row.id)?.bylines ?? [],
      leadPicture: picture && pictureFrom(picture),
      soFar: timelines.value.get(row.id) ?? null,
    }
  })
  const byId = new Map(stories.map((story) => [story.id, story]))
  return {
    value: ids.flatMap((id) => byId.get(id) ?? []),
    tags: [
      ...new Set([
        // A teaser shows neither topics nor the instant of an update, so its tag is not enough.
        ...ids.map(tags.article),
        ...stories.flatMap((story) => [
          ...story.sections.map((section) => tags.section(section.id)),
          ...story.topics.map((topic) => tags.topic(topic.id)),
          ...(story.leadPicture ? [tags.media(story.leadPicture.id)] : []),
        ]),
        ...timelines.tags,
        ...[...names.values()].flatMap((printed) => printed.tags),
        ...asOfNewest(...stories.flatMap(({ publishedAt, updatedAt }) => [publishedAt, updatedAt])),
      ]),
    ],
  }
}
