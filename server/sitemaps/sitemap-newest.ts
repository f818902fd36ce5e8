import type { SitemapReading, SitemapStory } from '@/db/distribution/sitemaps'
import { articleDates } from '@/lib/article/article-dates'

const KINDS = ['sections', 'topics', 'authors'] as const
type Kind = (typeof KINDS)[number]

/** When the newest story of each list was modified, in ms, by the id of the list; one without a story is missing. */
export type NewestOf = Record<Kind, Map<number, number>>

/** The same in few bytes: there is one for each month that ever was. */
export type PackedNewest = Record<Kind, { ids: Int32Array; modified: Float64Array }>

export function newestOfNone(): NewestOf {
  return { sections: new Map(), topics: new Map(), authors: new Map() }
}

/** Takes these stories into account. */
export async function noteStories(newest: NewestOf, reading: SitemapReading, stories: SitemapStory[]): Promise<void> {
  const modified = new Map(stories.map((story) => [story.id, articleDates(story).modified.getTime()]))
  const subjects = await reading.subjects([...modified.keys()])
  for (const { id, sectionId } of stories) note(newest.sections, sectionId, modified.get(id))
  for (const { id, articleId } of subjects.topics) note(newest.topics, id, modified.get(articleId))
  for (const { id, articleId } of subjects.authors) note(newest.authors, id, modified.get(articleId))
}

export function packed(newest: NewestOf): PackedNewest {
  const pack = (list: Map<number, number>) => ({
    ids: Int32Array.from(list.keys()),
    modified: Float64Array.from(list.values()),
  })
  return { sections: pack(newest.sections), topics: pack(newest.topics), authors: pack(newest.authors) }
}

/** The newest of all of them. */
export function united(all: Iterable<PackedNewest>): NewestOf {
  const newest = newestOfNone()
  for (const one of all) {
    for (const kind of KINDS) {
      const { ids, modified } = one[kind]
      for (const [place, id] of ids.entries()) note(newest[kind], id, modified[place])
    }
  }
  return newest
}

function note(list: Map<number, number>, id: number, modified = 0): void {
  list.set(id, Math.max(list.get(id) ?? 0, modified))
}
