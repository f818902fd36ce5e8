import { inTransaction, type Transaction, type Writer } from '@/db/store/open'
import { enqueueEvent } from '@/db/store/outbox'
import {
  articles,
  articleTopics,
  authors,
  bylines,
  corrections,
  media,
  revisions,
  sections,
  settings,
  topics,
} from '@/db/store/schema'
import { slugFrom } from '@/lib/addresses/paths'
import type { ArticleSnapshot } from '@/lib/article/snapshot'
import { PUBLICATION } from '@/lib/testing/article-fixtures'

/** The clock of the tests: a Monday afternoon in Port Linnet. */
export const NOW = new Date('2026-11-23T14:00:00Z')

export function hoursAgo(hours: number): Date {
  return new Date(NOW.getTime() - hours * 3_600_000)
}

export function hoursAhead(hours: number): Date {
  return hoursAgo(-hours)
}

/** The settings of the paper of the tests, in the store as in lib. */
export const PAPER = PUBLICATION.settings

/** Ids of what aPaper stores. Section city contains transport, which contains ferries; world is at the top beside city. */
export const CITY = 1
export const TRANSPORT = 2
export const FERRIES = 3
export const WORLD = 4
export const HARBOUR = 1
export const ELECTIONS = 2
export const MARA = 1
export const TOMAS = 2
export const BRIDGE = 1
export const DREDGER = 2

/** Stores a paper with four sections, two topics, two authors and two pictures, without articles. */
export async function aPaper<T extends Transaction>(db: T): Promise<T> {
  await db.insert(settings).values({ id: 1, ...PAPER })
  // Stored out of order, because the order of rows must not matter.
  await db.insert(sections).values([
    { id: CITY, slug: 'city', name: 'City', description: 'Port Linnet', parentId: null, position: 1 },
    { id: WORLD, slug: 'world', name: 'World', parentId: null, position: 2 },
    { id: TRANSPORT, slug: 'transport', name: 'Transport', parentId: CITY, position: 1 },
    { id: FERRIES, slug: 'ferries', name: 'Ferries', parentId: TRANSPORT, position: 1 },
  ])
  await db.insert(topics).values([
    { id: HARBOUR, slug: 'harbour', name: 'Harbour', description: 'Cranes, tides and quays' },
    { id: ELECTIONS, slug: 'elections', name: 'Elections' },
  ])
  await db.insert(media).values([aPicture(BRIDGE, 'bridge'), aPicture(DREDGER, 'dredger')])
  await db.insert(authors).values([
    { id: MARA, slug: 'mara-quill', name: 'Mara Quill', role: 'Harbour correspondent', portraitId: DREDGER },
    { id: TOMAS, slug: 'tomas-reed', name: 'Tomas Reed' },
  ])
  return db
}

function aPicture(id: number, name: string): typeof media.$inferInsert {
  return {
    id,
    alt: `The ${name} at dusk`,
    caption: `The ${name}`,
    credit: 'Observer archive',
    widthPx: 1600,
    heightPx: 900,
    original: `${name}.svg`,
    files: [
      { format: 'jpeg', widthPx: 800, name: `${name}-800.jpeg` },
      { format: 'avif', widthPx: 1600, name: `${name}-1600.avif` },
      { format: 'webp', widthPx: 800, name: `${name}-800.webp` },
      { format: 'avif', widthPx: 800, name: `${name}-800.avif` },
    ],
    createdAt: hoursAgo(1000),
  }
}

export type StoryFixture = Partial<typeof articles.$inferInsert> & {
  headline: string
  topics?: number[]
  /** Ids of authors, or names without a profile page. */
  by?: (number | string)[]
  corrections?: { note: string; correctedAt: Date }[]
}

/** Stores a story, by default published an hour ago in the city section; returns its id. */
export async function aStory(
  db: Transaction,
  { topics: about = [], by = [], corrections: wrong = [], ...story }: StoryFixture,
) {
  const publishedAt = story.publishedAt === undefined ? hoursAgo(1) : story.publishedAt
  const [row] = await db
    .insert(articles)
    .values({
      state: 'published',
      kind: 'news',
      kicker: '',
      standfirst: '',
      body: [],
      slug: slugFrom(story.headline),
      sectionId: CITY,
      dateline: '',
      language: 'en',
      createdAt: hoursAgo(2000),
      savedAt: hoursAgo(2000),
      version: 1,
      ...story,
      publishedAt,
    })
    .returning({ id: articles.id })
  if (!row) throw new Error('the story was not stored')
  const articleId = row.id
  for (const [position, topicId] of about.entries()) {
    await db.insert(articleTopics).values({ articleId, topicId, position })
  }
  for (const [position, name] of by.entries()) {
    const printed = typeof name === 'number' ? { authorId: name } : { name }
    await db.insert(bylines).values({ articleId, position, ...printed })
  }
  for (const correction of wrong) await db.insert(corrections).values({ articleId, ...correction })
  return articleId
}

/** Every way in which a story was public and is no longer at NOW, by name. */
export const WITHDRAWN: [string, Partial<StoryFixture>][] = [
  ['a withdrawn story', { state: 'withdrawn', withdrawnAt: hoursAgo(1), publishedAt: hoursAgo(5) }],
  ['a story that ended a second ago', { withdrawnAt: new Date(NOW.getTime() - 1000), publishedAt: hoursAgo(5) }],
  ['a story that ends now', { withdrawnAt: NOW, publishedAt: hoursAgo(5) }],
]

/** Every way in which a story is not public at NOW, by name. */
export const NOT_PUBLIC: [string, Partial<StoryFixture>][] = [
  ['a draft', { state: 'draft', publishedAt: null }],
  ['a draft of an earlier publication', { state: 'draft', publishedAt: hoursAgo(5) }],
  ['a story in review', { state: 'in-review', publishedAt: null }],
  ['a scheduled story that is not due', { state: 'scheduled', publishedAt: hoursAhead(1) }],
  ...WITHDRAWN,
]

/** Every way in which a story is public at NOW, by name. */
export const PUBLIC: [string, Partial<StoryFixture>][] = [
  ['a published story', { state: 'published', publishedAt: hoursAgo(1) }],
  ['a scheduled story that is due this very instant', { state: 'scheduled', publishedAt: NOW }],
  ['a story that will end', { publishedAt: hoursAgo(1), withdrawnAt: hoursAhead(1) }],
]

/** Saves a version of story 7 in the city section and enqueues its event, in one transaction. */
export async function saveAndEnqueueChange(
  db: Writer,
  { version, now = NOW }: { version: number; now?: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (version === 1) await aStory(tx, { id: 7, headline: 'Ferries run again' })
    const words = { headline: `Ferries run again (${version})`, slug: 'ferries', sectionId: CITY, topicIds: [HARBOUR] }
    const instants = { publishedAt: hoursAgo(1).getTime(), updatedAt: null, withdrawnAt: null }
    const snapshot = { ...words, ...instants, state: 'published', bylines: [], body: [] } as unknown as ArticleSnapshot
    const saved = { savedAt: now, savedBy: 'Mara Quill', reason: 'changed' }
    await tx.insert(revisions).values({ articleId: 7, version, snapshot, ...saved })
    await enqueueEvent(tx, { event: 'changed', articleId: 7, version, happenedAt: now })
  })
}
