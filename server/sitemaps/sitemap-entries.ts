import {
  authorsAfter,
  newestCorrection,
  type SitemapList,
  type SitemapQueries,
  type SitemapStory,
  type Span,
  type StoryPosition,
  timelinesAfter,
  topicsAfter,
} from '@/db/distribution/sitemap-queries'
import { archiveOverview } from '@/db/reading/archive'
import { newestUntil } from '@/db/reading/archive-spans'
import { publicPages } from '@/db/reading/standing-pages'
import { yieldToRequests } from '@/db/store/long-work/yield-to-requests'
import type { Reader } from '@/db/store/open'
import { sectionTree } from '@/db/store/section-tree'
import { archivePath } from '@/lib/addresses/archive-address'
import { correctionsPath, sectionPath, standingPagePath } from '@/lib/addresses/paths'
import { articleDates } from '@/lib/article/article-dates'
import { languageVersions } from '@/lib/article/language-versions'
import { LEAST_STORIES } from '@/lib/linking/timelines/event-groups'
import { REQUIRED_PAGES } from '@/lib/paper/required-pages'
import type { ListedKind } from '@/lib/sitemaps/addresses'
import { urlEntry } from '@/lib/sitemaps/entry'
import type { CalendarSpan } from '@/lib/time/calendar-spans'
import { isoWithZone } from '@/lib/time/dates'
import type { ListModificationTimes } from '@/server/sitemaps/list-modification-times'

/** What sitemaps are made from: one snapshot of the store at one instant. */
export interface SitemapContext {
  db: Reader
  stories: SitemapQueries
  now: Date
  timeZone: string
  /** Public origin without a trailing slash. */
  siteUrl: string
  /** Aborted when the client has disconnected. */
  signal: AbortSignal
}

/** One `<url>` of a sitemap. */
export interface SitemapEntry {
  xml: string
  /** null when unknown. */
  modified: Date | null
}

export interface StoryEntry extends SitemapEntry {
  place: StoryPosition
}

/** Small enough not to delay other requests, large enough that the number of queries does not matter. */
const BATCH_SIZE = 500

/** The entries of the stories of a span after `after`, in batches, with all public stories of each batch. */
export async function* storyEntries(
  context: SitemapContext,
  span: Span,
  after: StoryPosition | null,
): AsyncGenerator<{ entries: StoryEntry[]; stories: SitemapStory[] }> {
  let place = after
  for (;;) {
    await yieldUnlessAborted(context.signal)
    const stories = await context.stories.stories(span, { after: place, limit: BATCH_SIZE })
    const last = stories.at(-1)
    if (!last) return
    yield {
      stories,
      entries: stories.filter(({ isUnlisted }) => !isUnlisted).map((story) => storyEntry(story, context)),
    }
    if (stories.length < BATCH_SIZE) return
    place = last
  }
}

/** The entries of one kind of list pages, in batches; a list without public stories is left out. */
export async function* listEntries(
  context: SitemapContext,
  kind: ListedKind,
  newest: ListModificationTimes,
): AsyncGenerator<SitemapEntry[]> {
  switch (kind) {
    case 'sections':
      yield await sectionEntries(context, newest.sections)
      break
    case 'topics':
      yield* batches(context, topicsAfter, newest.topics)
      break
    case 'authors':
      yield* batches(context, authorsAfter, newest.authors)
      break
    case 'timelines':
      yield* timelineEntries(context)
      break
    case 'pages':
      yield await pageEntries(context, newest)
      break
    case 'archive':
      yield await archiveEntries(context)
  }
}

function storyEntry(story: SitemapStory, { siteUrl, timeZone }: SitemapContext): StoryEntry {
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

/** A section page lists the stories of the section and of those below it. */
async function sectionEntries(context: SitemapContext, own: ReadonlyMap<number, number>): Promise<SitemapEntry[]> {
  const tree = await sectionTree(context.db)
  const newest = new Map(own)
  // In tree order a parent comes before its children, so go backwards.
  for (const { id, parentId } of tree.toReversed()) {
    const below = newest.get(id)
    if (parentId !== null && below !== undefined) newest.set(parentId, Math.max(below, newest.get(parentId) ?? below))
  }
  return tree.flatMap(({ id, slug }) => listEntry(context, sectionPath(slug), newest.get(id)))
}

async function* batches(
  context: SitemapContext,
  listsAfter: (db: Reader, page: { after: number; limit: number }) => Promise<SitemapList[]>,
  newest: ReadonlyMap<number, number>,
): AsyncGenerator<SitemapEntry[]> {
  for (let after = 0; ; ) {
    await yieldUnlessAborted(context.signal)
    const lists = await listsAfter(context.db, { after, limit: BATCH_SIZE })
    const last = lists.at(-1)
    if (!last) return
    yield lists.flatMap(({ id, path }) => listEntry(context, path, newest.get(id)))
    after = last.id
  }
}

/** Timelines of which readers have three stories or more: a shorter one is not for search engines. */
async function* timelineEntries(context: SitemapContext): AsyncGenerator<SitemapEntry[]> {
  for (let after = 0; ; ) {
    await yieldUnlessAborted(context.signal)
    const lists = await timelinesAfter(context.db, { after, limit: BATCH_SIZE, now: context.now })
    const last = lists.at(-1)
    if (!last) return
    yield lists
      .filter(({ stories }) => stories >= LEAST_STORIES)
      .map(({ path, modified }) => pageEntry(context, path, modified))
    after = last.id
  }
}

async function pageEntries(context: SitemapContext, newest: ListModificationTimes): Promise<SitemapEntry[]> {
  // Every story belongs to a section.
  const stories = [...newest.sections.values()]
  const written = new Map((await publicPages(context.db)).map(({ slug, changedAt }) => [slug, changedAt]))
  const slugs = new Set([...REQUIRED_PAGES, ...written.keys()])
  const pages: [string, Date | null][] = [
    ['/', stories.length ? new Date(Math.max(...stories)) : null],
    [correctionsPath(), await newestCorrection(context.db, context)],
    ...[...slugs].map((slug): [string, Date | null] => [standingPagePath(slug), written.get(slug) ?? null]),
  ]
  return pages.map(([path, modified]) => pageEntry(context, path, modified))
}

/** The archive, its years and its months, each with its newest story; a month leads to its days. */
async function archiveEntries(context: SitemapContext): Promise<SitemapEntry[]> {
  const { value: all } = await archiveOverview(context.db, { ...context, span: null })
  if (!all?.parts.length) return []
  const spans: (CalendarSpan | null)[] = [null]
  for (const { span } of all.parts) {
    const { value: year } = await archiveOverview(context.db, { ...context, span })
    spans.push(span, ...(year?.parts ?? []).map((month) => month.span))
  }
  const entries: SitemapEntry[] = []
  for (const span of spans) {
    entries.push(pageEntry(context, archivePath(span), await newestUntil(context.db, { ...context, span })))
  }
  return entries
}

function listEntry(context: SitemapContext, path: string, newest: number | undefined): SitemapEntry[] {
  return newest === undefined ? [] : [pageEntry(context, path, new Date(newest))]
}

function pageEntry({ siteUrl, timeZone }: SitemapContext, path: string, modified: Date | null): SitemapEntry {
  const lastmod = modified && isoWithZone(modified, timeZone)
  return { modified, xml: urlEntry({ address: siteUrl + path, modified: lastmod, picture: null, versions: [] }) }
}

/** Throws when the client has disconnected. */
async function yieldUnlessAborted(signal: AbortSignal): Promise<void> {
  await yieldToRequests()
  signal.throwIfAborted()
}
