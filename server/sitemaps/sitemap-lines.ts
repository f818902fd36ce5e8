import {
  authorsAfter,
  newestCorrection,
  type SitemapList,
  type SitemapReading,
  type SitemapStory,
  type Span,
  type StoryPlace,
  standingPagesSaved,
  topicsAfter,
} from '@/db/distribution/sitemaps'
import type { Db } from '@/db/store/open'
import { sectionTree } from '@/db/store/section-tree'
import { correctionsPath, sectionPath } from '@/lib/addresses/paths'
import { articleDates } from '@/lib/article/article-dates'
import { languageVersions } from '@/lib/article/language-versions'
import type { ListedKind } from '@/lib/sitemaps/addresses'
import { urlEntry } from '@/lib/sitemaps/entry'
import { isoWithZone } from '@/lib/time/dates'
import type { NewestOf } from '@/server/sitemaps/sitemap-newest'

/** From where and when sitemaps are told: one state of the store, one instant. */
export interface View {
  db: Db
  stories: SitemapReading
  now: Date
  timeZone: string
  /** Public origin without a trailing slash. */
  siteUrl: string
  /** Aborted when nobody waits for the answer any more. */
  signal: AbortSignal
}

/** One line of a sitemap. */
export interface Line {
  xml: string
  /** null when nobody knows. */
  modified: Date | null
}

export interface StoryLine extends Line {
  place: StoryPlace
}

/** So few that reading them does not keep a reader waiting, so many that asking for them does not count. */
const BATCH = 500

/** The lines of the stories of a span behind `after`, batch by batch; and the public stories of each batch, all of them. */
export async function* storyLines(
  view: View,
  span: Span,
  after: StoryPlace | null,
): AsyncGenerator<{ lines: StoryLine[]; stories: SitemapStory[] }> {
  let place = after
  for (;;) {
    await lull(view.signal)
    const stories = await view.stories.stories(span, { after: place, limit: BATCH })
    const last = stories.at(-1)
    if (!last) return
    yield { stories, lines: stories.filter(({ isUnlisted }) => !isUnlisted).map((story) => storyLine(story, view)) }
    if (stories.length < BATCH) return
    place = last
  }
}

/** The lines of one kind of pages, batch by batch; a list without public stories is left out. */
export async function* listLines(view: View, kind: ListedKind, newest: NewestOf): AsyncGenerator<Line[]> {
  switch (kind) {
    case 'sections':
      yield await sectionLines(view, newest.sections)
      break
    case 'topics':
      yield* batches(view, topicsAfter, newest.topics)
      break
    case 'authors':
      yield* batches(view, authorsAfter, newest.authors)
      break
    case 'pages':
      yield await pageLines(view, newest)
  }
}

function storyLine(story: SitemapStory, { siteUrl, timeZone }: View): StoryLine {
  const { modified } = articleDates(story)
  const { id, publishedAt, path, picturePath } = story
  return {
    modified,
    place: { publishedAt, id },
    xml: urlEntry({
      address: siteUrl + path,
      modified: isoWithZone(modified, timeZone),
      picture: picturePath === null ? null : siteUrl + picturePath,
      versions: languageVersions(story).map((version) => ({ ...version, address: siteUrl + version.path })),
    }),
  }
}

/** A section shows what stands in it and below it. */
async function sectionLines(view: View, own: ReadonlyMap<number, number>): Promise<Line[]> {
  const tree = await sectionTree(view.db)
  const newest = new Map(own)
  // From the leaves up: in the order of the tree a parent comes before its children.
  for (const { id, parentId } of tree.toReversed()) {
    const below = newest.get(id)
    if (parentId !== null && below !== undefined) newest.set(parentId, Math.max(below, newest.get(parentId) ?? below))
  }
  return tree.flatMap(({ id, slug }) => listLine(view, sectionPath(slug), newest.get(id)))
}

async function* batches(
  view: View,
  listsAfter: (db: Db, page: { after: number; limit: number }) => Promise<SitemapList[]>,
  newest: ReadonlyMap<number, number>,
): AsyncGenerator<Line[]> {
  for (let after = 0; ; ) {
    await lull(view.signal)
    const lists = await listsAfter(view.db, { after, limit: BATCH })
    const last = lists.at(-1)
    if (!last) return
    yield lists.flatMap(({ id, path }) => listLine(view, path, newest.get(id)))
    after = last.id
  }
}

async function pageLines(view: View, newest: NewestOf): Promise<Line[]> {
  // Every story stands in a section.
  const stories = [...newest.sections.values()]
  const saved = await standingPagesSaved(view.db)
  const pages: [string, Date | null][] = [
    ['/', stories.length ? new Date(Math.max(...stories)) : null],
    [correctionsPath(), await newestCorrection(view.db, view)],
    ...['about', 'ethics', 'contact'].map((slug): [string, Date | null] => [`/${slug}`, saved.get(slug) ?? null]),
  ]
  return pages.map(([path, modified]) => pageLine(view, path, modified))
}

function listLine(view: View, path: string, newest: number | undefined): Line[] {
  return newest === undefined ? [] : [pageLine(view, path, new Date(newest))]
}

function pageLine({ siteUrl, timeZone }: View, path: string, modified: Date | null): Line {
  const told = modified && isoWithZone(modified, timeZone)
  return { modified, xml: urlEntry({ address: siteUrl + path, modified: told, picture: null, versions: [] }) }
}

/** Lets everybody else have the thread first. Throws when nobody waits for the answer any more. */
async function lull(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  signal.throwIfAborted()
}
