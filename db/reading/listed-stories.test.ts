import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { correctionsList, correctionsListed } from '@/db/reading/corrections'
import { listedRows, newestListed, nextChangeOfList, storiesListed } from '@/db/reading/listed-stories'
import type { StoryList } from '@/db/reading/story-list'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import {
  aPaper,
  aStory,
  CITY,
  ELECTIONS,
  FERRIES,
  HARBOUR,
  hoursAgo,
  hoursAhead,
  MARA,
  NOW,
  TOMAS,
  WORLD,
} from '@/db/testing/fixtures'
import { PROPERTY_TIMEOUT_MS, propertyRuns } from '@/lib/testing/property-runs'

let db: MemoryStore

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

const FULL: StoryList[] = [
  { kind: 'paper' },
  { kind: 'section', id: CITY },
  { kind: 'topic', id: HARBOUR },
  { kind: 'author', id: MARA },
]
const EMPTY: StoryList[] = [
  { kind: 'section', id: WORLD },
  { kind: 'topic', id: ELECTIONS },
  { kind: 'author', id: TOMAS },
]

/** What listed_stories and list_counts hold, and what they hold when they are made from scratch. */
function kept() {
  const ofStories = db.all(sql`select kind, list_id, published_at, article_id, withdrawn_at from listed_stories`)
  const counts = db.all(sql`select kind, list_id, span_days, span, stories from list_counts`)
  return { ofStories: sorted(ofStories), counts: sorted(counts) }
}

function fromScratch() {
  const isListed = sql`state in ('published', 'scheduled')`
  const rows = sql`
    select 'paper' as kind, 0 as list_id, published_at, id as article_id, withdrawn_at from articles where ${isListed}
    union select 'section', section_id, published_at, id, withdrawn_at from articles where ${isListed}
    union select 'topic', topic_id, published_at, id, withdrawn_at
      from article_topics inner join articles on id = article_id where ${isListed}
    union select 'author', author_id, published_at, id, withdrawn_at
      from bylines inner join articles on id = article_id where ${isListed} and author_id is not null`
  const counts = sql`
    select kind, list_id, 32 as span_days, (published_at + 62135596800000) / 2764800000 as span, count(*) as stories
      from (${rows}) group by 1, 2, 4
    union all select kind, list_id, 1, (published_at + 62135596800000) / 86400000, count(*)
      from (${rows}) where kind = 'paper' group by 1, 2, 4
    union all select 'corrections', 0, 32, (corrected_at + 62135596800000) / 2764800000, count(*)
      from corrections group by 4`
  return { ofStories: sorted(db.all(rows)), counts: sorted(db.all(counts)) }
}

function sorted(rows: unknown[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort()
}

/** Statements as the site, its schedule and its mergers make them, for any of the first stories. */
const act = fc.oneof(
  ...[
    fc.record({ state: fc.constantFrom('draft', 'in-review', 'published', 'scheduled', 'withdrawn') }),
    fc.record({ published_at: fc.integer({ min: -300_000, max: 300_000 }).map((hours) => hours * 3_600_000) }),
    fc.record({ withdrawn_at: fc.integer({ min: 400_000, max: 500_000 }).map((hours) => hours * 3_600_000) }),
    fc.record({ section_id: fc.constantFrom(CITY, WORLD, FERRIES) }),
  ].map((change) => change.map((set) => ({ set }))),
  fc.record({ topics: fc.uniqueArray(fc.constantFrom(HARBOUR, ELECTIONS)) }),
  fc.record({ authors: fc.array(fc.constantFrom(MARA, TOMAS, null), { maxLength: 3 }) }),
  fc.record({ merged: fc.constantFrom('article_topics', 'bylines') }),
  fc.constant({ corrected: true }),
  fc.constant({ deleted: true }),
)

function perform(id: number, done: object): void {
  const [[verb, how] = []] = Object.entries(done)
  const of = sql`article_id = ${id}`
  switch (verb) {
    case 'set': {
      const [[column, value] = ['', null]] = Object.entries(how)
      // What the table refuses changes nothing.
      db.run(sql`update or ignore articles set ${sql.identifier(column)} = ${value} where id = ${id}`)
      break
    }
    case 'topics':
      db.run(sql`delete from article_topics where ${of}`)
      for (const [at, topic] of how.entries()) db.run(sql`insert into article_topics values (${id}, ${topic}, ${at})`)
      break
    case 'authors':
      db.run(sql`delete from bylines where ${of}`)
      for (const [at, author] of how.entries()) {
        const name = author === null ? 'Ana Sol' : null
        db.run(
          sql`insert into bylines (article_id, position, author_id, name) values (${id}, ${at}, ${author}, ${name})`,
        )
      }
      break
    case 'merged':
      if (how === 'bylines') db.run(sql`update bylines set author_id = ${MARA} where author_id = ${TOMAS} and ${of}`)
      else
        db.run(sql`update article_topics set topic_id = ${HARBOUR} where ${of} and not exists
          (select 1 from article_topics other where other.article_id = ${id} and other.topic_id = ${HARBOUR})`)
      break
    case 'corrected':
      db.run(
        sql`insert into corrections (article_id, note, corrected_at) values (${id}, 'The ferry leaves at six.', 0)`,
      )
      db.run(sql`update corrections set corrected_at = corrected_at + 3000000000 where ${of}`)
      break
    case 'deleted':
      db.run(sql`delete from articles where id = ${id}`)
  }
}

describe('what lists hold', () => {
  it(
    'is after any changes what it is when it is made from scratch',
    async () => {
      const ids: number[] = []
      const addStories = async () => {
        for (let hour = 1; hour <= 3; hour++)
          ids.push(
            await aStory(db, {
              headline: `Tide table ${hour}`,
              publishedAt: hoursAgo(hour),
              topics: [HARBOUR],
              by: [MARA, TOMAS],
            }),
          )
      }
      await fc.assert(
        fc
          .asyncProperty(fc.array(fc.tuple(fc.nat(2), act), { maxLength: 12 }), async (acts) => {
            for (const [at, done] of acts) {
              const id = ids[at]
              if (id === undefined) continue
              perform(id, done)
              if ('deleted' in done) delete ids[at]
            }
            expect(kept()).toEqual(fromScratch())
          })
          .beforeEach(async () => {
            db.run(sql`delete from articles`)
            ids.length = 0
            await addStories()
          }),
        { numRuns: propertyRuns(60) },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )
})

test('a story with the same author twice counts once, until neither name stands above it', async () => {
  const id = await aStory(db, { headline: 'Ferry returns', publishedAt: hoursAgo(2), by: [MARA, MARA] })
  const author = await listedRows(db, { kind: 'author', id: MARA })
  expect(await storiesListed(db, author, { now: NOW })).toBe(1)
  db.run(sql`delete from bylines where article_id = ${id} and position = 0`)
  expect(await storiesListed(db, author, { now: NOW })).toBe(1)
  db.run(sql`delete from bylines where article_id = ${id}`)
  expect(await storiesListed(db, author, { now: NOW })).toBe(0)
})

describe('every page of a list', () => {
  it('begins where the one before ends, also beyond what was skipped, and hides what is to come or has ended', async () => {
    const about = { topics: [HARBOUR], by: [MARA] }
    const shown: number[] = []
    for (let day = 0; day < 400; day++) {
      const publishedAt = hoursAgo(1 + day * 24)
      const sectionId = day % 3 === 0 ? FERRIES : CITY
      shown.push(await aStory(db, { headline: `Tide table ${day}`, publishedAt, sectionId, ...about }))
      if (day % 50 === 25)
        await aStory(db, { headline: 'Fair', publishedAt, sectionId, withdrawnAt: hoursAgo(1), ...about })
    }
    await aStory(db, { headline: 'Bridge closes', state: 'scheduled', publishedAt: hoursAhead(3), ...about })
    await aStory(db, { headline: 'Quay opens', state: 'scheduled', publishedAt: hoursAhead(900), ...about })
    for (const list of [...FULL, ...EMPTY]) {
      const isEmpty = EMPTY.includes(list)
      const rows = await listedRows(db, list)
      const found: number[] = []
      for (let offset = 0; offset < 420; offset += 30) {
        found.push(...(await newestListed(db, rows, { now: NOW, limit: 30, offset })).map(({ id }) => id))
      }
      expect(found).toEqual(isEmpty ? [] : shown)
      expect(await storiesListed(db, rows, { now: NOW })).toBe(found.length)
      expect(await storiesListed(db, rows, { now: NOW, ignoringEnds: true })).toBe(isEmpty ? 0 : shown.length + 8)
      expect(await nextChangeOfList(db, rows, { now: NOW })).toEqual(isEmpty ? null : hoursAhead(3))
    }
  })

  it('of the corrections too', async () => {
    const notes: string[] = []
    for (let day = 0; day < 330; day++) {
      const note = `The tide of day ${day} was an hour later.`
      const corrections = [{ note, correctedAt: hoursAgo(1 + day * 24) }]
      await aStory(db, { headline: `Tide table ${day}`, publishedAt: hoursAgo(9000), corrections })
      notes.push(note)
    }
    for (const state of ['withdrawn', 'draft'] as const) {
      const corrections = [{ note: 'It was another bridge.', correctedAt: hoursAgo(30) }]
      await aStory(db, {
        headline: 'Bridge',
        state,
        publishedAt: hoursAgo(9000),
        withdrawnAt: hoursAgo(2),
        corrections,
      })
    }
    const found: string[] = []
    for (let page = 1; page < 13; page++) {
      const { value } = await correctionsList(db, { now: NOW, page, perPage: 30 })
      expect(value.total).toBe(330)
      found.push(...value.items.map(({ correction }) => correction.note))
    }
    expect(found).toEqual(notes)
    expect(await correctionsListed(db, { now: NOW, ignoringEnds: true })).toBe(330)
  })
})
