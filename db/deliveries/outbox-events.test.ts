import { beforeEach, expect, test } from 'vitest'
import { outboxEvents } from '@/db/deliveries/outbox-events'
import { hardDeleteArticle } from '@/db/editing/hard-delete'
import { saveManuscript } from '@/db/editing/manuscripts'
import { storedArticle } from '@/db/editing/stored-article'
import { readdress, reviseArticle, writeArticle } from '@/db/editing/writing'
import { correct } from '@/db/publishing/changes'
import { publish, withdraw } from '@/db/publishing/publishing'
import { inTransaction, type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, FERRIES, HARBOUR, hoursAgo, MARA, NOW, WORLD } from '@/db/testing/fixtures'
import { withoutAccount } from '@/lib/revisions/saver'

const BY = withoutAccount('Tomas Reed')

let db: MemoryStore
let id: number

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  id = await writeArticle(db, {
    draft: {
      headline: 'Ferries run again',
      body: [{ type: 'paragraph', id: 'e1', text: [{ text: 'From six.' }] }],
      sectionId: FERRIES,
      kind: 'news',
      language: 'en',
      topicIds: [HARBOUR],
      bylines: [{ authorId: MARA, name: null }],
    },
    by: BY,
    now: hoursAgo(5),
  })
})

const eventsAfter = async (after = 0, limit = 100) => (await outboxEvents(db, { after, limit })).events

test('a publication carries everything that receivers need', async () => {
  await publish(db, { id, by: BY, now: NOW })
  expect(await eventsAfter()).toEqual([
    {
      key: `${id}:2`,
      event: 'published',
      happenedAt: NOW,
      article: {
        id,
        version: 2,
        headline: 'Ferries run again',
        path: `/ferries/ferries-run-again-${id}`,
        formerPath: null,
        publishedAt: NOW,
        updatedAt: null,
        section: { slug: 'ferries', name: 'Ferries' },
        lists: { sections: ['ferries', 'transport', 'city'], topics: ['harbour'], authors: ['mara-quill'] },
      },
    },
  ])
})

test('each event carries the story as it was after the event, in order', async () => {
  await publish(db, { id, by: BY, now: hoursAgo(2) })
  await correct(db, { id, note: 'From seven.', by: BY, now: hoursAgo(1) })
  await withdraw(db, { id, reason: 'A mistake.', by: BY, now: NOW })
  expect((await eventsAfter()).map(({ event, article }) => [event, article.updatedAt])).toEqual([
    ['published', null],
    ['corrected', hoursAgo(1)],
    ['withdrawn', hoursAgo(1)],
  ])
})

test('a story that moved carries its former address and lists', async () => {
  await publish(db, { id, by: BY, now: hoursAgo(2) })
  await readdress(db, { id, slug: 'boats', by: BY, now: hoursAgo(1) })
  await reviseArticle(db, { id, change: { sectionId: WORLD, topicIds: [] }, by: BY, now: NOW, reason: 'moved' })
  const [, renamed, moved] = await eventsAfter()
  expect(renamed?.article).toMatchObject({
    path: `/ferries/boats-${id}`,
    formerPath: `/ferries/ferries-run-again-${id}`,
  })
  expect(moved?.article).toMatchObject({ path: `/world/boats-${id}`, formerPath: `/ferries/boats-${id}` })
  expect(moved?.article.lists).toMatchObject({
    sections: ['world', 'ferries', 'transport', 'city'],
    topics: ['harbour'],
  })
})

test('an unpublished working copy is not taken for the former public version', async () => {
  await publish(db, { id, by: BY, now: hoursAgo(2) })
  const { manuscript, version } = await storedArticle(db, id, hoursAgo(1))
  await saveManuscript(db, {
    id,
    key: 'k1',
    basedOn: version,
    manuscript: { ...manuscript, sectionId: WORLD },
    by: BY,
    now: hoursAgo(1),
  })
  await withdraw(db, { id, reason: 'A mistake.', by: BY, now: NOW })
  expect((await eventsAfter()).at(-1)).toMatchObject({
    event: 'withdrawn',
    article: { formerPath: `/ferries/ferries-run-again-${id}` },
  })
})

test('events after a position are read, up to the limit', async () => {
  await publish(db, { id, by: BY, now: hoursAgo(2) })
  await withdraw(db, { id, reason: 'A mistake.', by: BY, now: NOW })
  const first = await outboxEvents(db, { after: 0, limit: 1 })
  expect(first.events).toMatchObject([{ event: 'published' }])
  const second = await outboxEvents(db, { after: first.through, limit: 1 })
  expect(second.events).toMatchObject([{ event: 'withdrawn' }])
  expect(await outboxEvents(db, { after: second.through, limit: 1 })).toEqual({ events: [], through: second.through })
})

test('an event of a deleted article is left out and does not block others', async () => {
  await publish(db, { id, by: BY, now: hoursAgo(2) })
  await inTransaction(db, (tx) => hardDeleteArticle(tx, id, NOW))
  const { events, through } = await outboxEvents(db, { after: 0, limit: 100 })
  expect(events).toEqual([])
  expect(through).toBeGreaterThan(0)
})
