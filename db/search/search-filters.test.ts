import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askedFilters } from '@/db/search/asked-filters'
import { indexArticle } from '@/db/search/index-article'
import { searchTeasers } from '@/db/search/search-teasers'
import { inTransaction, openMemoryStore } from '@/db/store/open'
import {
  aPaper,
  aStory,
  CITY,
  ELECTIONS,
  FERRIES,
  HARBOUR,
  hoursAgo,
  MARA,
  NOW,
  TOMAS,
  WORLD,
} from '@/db/testing/fixtures'
import { type AskedSearch, askedSearchPath, parseAskedSearch } from '@/lib/search/asked-search'
import { PROPERTY_TIMEOUT_MS, propertyRuns } from '@/lib/testing/property-runs'
import { isoDay } from '@/lib/time/dates'

const ZONE = 'Europe/Lisbon'
/** What the fixtures' sections hold: those below count. */
const WITHIN: Record<string, number[]> = { city: [CITY, FERRIES], ferries: [FERRIES], world: [WORLD], nowhere: [] }
const TOPICS: Record<string, number> = { harbour: HARBOUR, elections: ELECTIONS, nothing: -1 }
const AUTHORS: Record<string, number> = { 'mara-quill': MARA, 'tomas-reed': TOMAS, nobody: -1 }
const KINDS = ['news', 'opinion'] as const
const WORDS = ['ferry', 'harbour', 'council']

interface Story {
  id: number
  words: string[]
  sectionId: number
  topics: number[]
  by: number[]
  kind: (typeof KINDS)[number]
  publishedAt: Date
}

/** Sixty stories of every section, topic, author and kind over some days. */
async function aSearchablePaper() {
  const db = await aPaper(openMemoryStore())
  const stories: Story[] = []
  for (let number = 0; number < 60; number += 1) {
    const of = <T>(list: readonly T[], step: number) => list[Math.floor(number / step) % list.length] as T
    const story = {
      words: WORDS.filter((_, place) => (number + place * 7) % 3 !== 0),
      sectionId: of([CITY, FERRIES, WORLD], 1),
      topics: of([[], [HARBOUR], [HARBOUR, ELECTIONS]], 2),
      by: of([[MARA], [TOMAS], [MARA, TOMAS]], 3),
      kind: of(KINDS, 5),
      publishedAt: hoursAgo(1 + number * 3),
    }
    const headline = story.words.join(' ')
    const id = await aStory(db, { ...story, headline })
    await inTransaction(db, (tx) => indexArticle(tx, { id, headline, standfirst: '', body: '', names: '' }))
    stories.push({ id, ...story })
  }
  return { db, stories }
}

const isoDays = fc.integer({ min: 0, max: 9 }).map((days) => isoDay(hoursAgo(days * 24), ZONE))
const asked = fc.record({
  query: fc.constantFrom(...WORDS, 'ferry harbour', 'ferry -council'),
  order: fc.constantFrom('relevance' as const, 'newest' as const),
  section: fc.constantFrom('', '', ...Object.keys(WITHIN)),
  topic: fc.constantFrom('', '', ...Object.keys(TOPICS)),
  author: fc.constantFrom('', '', ...Object.keys(AUTHORS)),
  kind: fc.constantFrom('' as const, '' as const, ...KINDS),
  from: fc.oneof(fc.constant(''), isoDays),
  until: fc.oneof(fc.constant(''), isoDays),
})

/** Whether a plain reading of the story finds it. */
function meets(story: Story, { query, section, topic, author, kind, from, until }: AskedSearch): boolean {
  const day = isoDay(story.publishedAt, ZONE)
  const hasWords = query
    .split(' ')
    .every((word) => (word.startsWith('-') ? !story.words.includes(word.slice(1)) : story.words.includes(word)))
  return (
    hasWords &&
    (!section || (WITHIN[section] ?? []).includes(story.sectionId)) &&
    (!topic || story.topics.includes(TOPICS[topic] ?? 0)) &&
    (!author || story.by.includes(AUTHORS[author] ?? 0)) &&
    (!kind || story.kind === kind) &&
    (!from || day >= from) &&
    (!until || day <= until)
  )
}

test('a narrowed search finds what a plain reading of all stories finds', {
  timeout: PROPERTY_TIMEOUT_MS,
}, async () => {
  const { db, stories } = await aSearchablePaper()
  await fc.assert(
    fc.asyncProperty(asked, async (search) => {
      const { names: _, ...filters } = await askedFilters(db, search, ZONE)
      const request = { query: search.query, order: search.order, ...filters, now: NOW, page: 1, perPage: 100 }
      const { value } = await searchTeasers(db, request)
      const expected = stories.filter((story) => meets(story, search)).map(({ id }) => id)
      const found = value.teasers.map(({ id }) => id)
      expect([...found].sort((one, other) => one - other)).toEqual(expected)
      if (search.order === 'newest') expect(found).toEqual(expected)
      expect(value.total).toBe(expected.length)
    }),
    { numRuns: propertyRuns(200) },
  )
})

test('no address of a search is an error', { timeout: PROPERTY_TIMEOUT_MS }, async () => {
  const { db } = await aSearchablePaper()
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('2026-02-31', '9999-12-31', 'city', '"', 'ferr* -"x'),
  )
  const query = fc.record({
    q: value,
    section: value,
    topic: value,
    author: value,
    from: value,
    until: value,
    kind: value,
    sort: value,
  })
  await fc.assert(
    fc.asyncProperty(query, fc.integer({ min: 1, max: 999_999 }), async (parameters, page) => {
      const search = parseAskedSearch(new URLSearchParams(parameters))
      if (!search) return
      expect(askedSearchPath(search, page)).toMatch(/^\/search\?q=/)
      const { names: _, ...filters } = await askedFilters(db, search, ZONE)
      const { value: answer } = await searchTeasers(db, { ...search, ...filters, now: NOW, page, perPage: 30 })
      expect(answer.texts.length).toBe(answer.teasers.length)
    }),
    { numRuns: propertyRuns(200) },
  )
})
