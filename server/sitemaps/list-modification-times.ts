import type { SitemapQueries, SitemapStory } from '@/db/distribution/sitemap-queries'
import { articleDates } from '@/lib/article/article-dates'

const KINDS = ['sections', 'topics', 'authors'] as const
type Kind = (typeof KINDS)[number]

/** When the last modified story of each list was modified, in ms, by list id; a list without stories has no entry. */
export type ListModificationTimes = Record<Kind, Map<number, number>>

/** The same in typed arrays, which are small: one is held for each month of the archive. */
export type PackedModificationTimes = Record<Kind, { ids: Int32Array; modified: Float64Array }>

export function noModificationTimes(): ListModificationTimes {
  return { sections: new Map(), topics: new Map(), authors: new Map() }
}

/** Adds these stories. */
export async function recordStories(
  newest: ListModificationTimes,
  reading: SitemapQueries,
  stories: SitemapStory[],
): Promise<void> {
  const modified = new Map(stories.map((story) => [story.id, articleDates(story).modified.getTime()]))
  const subjects = await reading.subjects([...modified.keys()])
  for (const { id, sectionId } of stories) record(newest.sections, sectionId, modified.get(id))
  for (const { id, articleId } of subjects.topics) record(newest.topics, id, modified.get(articleId))
  for (const { id, articleId } of subjects.authors) record(newest.authors, id, modified.get(articleId))
}

export function pack(newest: ListModificationTimes): PackedModificationTimes {
  const packList = (list: Map<number, number>) => ({
    ids: Int32Array.from(list.keys()),
    modified: Float64Array.from(list.values()),
  })
  return { sections: packList(newest.sections), topics: packList(newest.topics), authors: packList(newest.authors) }
}

/** The latest time of each list in any of the months. */
export function merge(parts: Iterable<PackedModificationTimes>): ListModificationTimes {
  const newest = noModificationTimes()
  for (const part of parts) {
    for (const kind of KINDS) {
      const { ids, modified } = part[kind]
      for (const [index, id] of ids.entries()) record(newest[kind], id, modified[index])
    }
  }
  return newest
}

function record(list: Map<number, number>, id: number, modified = 0): void {
  list.set(id, Math.max(list.get(id) ?? 0, modified))
}
