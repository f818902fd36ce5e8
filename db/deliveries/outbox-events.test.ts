import { beforeEach, expect, test } from 'vitest'
import { outboxEvents } from '@/db/deliveries/outbox-events'
import { hardDeleteArticle } from '@/db/editing/hard-delete'
import { saveManuscript, workingText } from '@/db/editing/manuscripts'
import { readdress, reviseArticle, writeArticle } from '@/db/editing/writing'
import { correct, publish, withdraw } from '@/db/publishing/publishing'
import { type Db, inTransaction, openMemoryDb } from '@/db/store/open'
import { aPaper, FERRIES, HARBOUR, hoursAgo, MARA, NOW, WORLD } from '@/db/testing/fixtures'

const BY = 'Tomas Reed'

let db: Db
let id: number

beforeEach(async () => {
  db = await aPaper(openMemoryDb())
  id = await writeArticle(db, {
    draft: {
      headline: 'Ferries run again',
      body: [{ type: 'paragraph', id: 'e1', text: [{ text: 'From six.' }] }],
      ...{ sectionId: FERRIES, kind: 'news', language: 'en', topicIds: [HARBOUR] },
      bylines: [{ authorId: MARA, name: null }],
    },
    by: BY,
    now: hoursAgo(5),
  })
})

const told = async (after = 0, limit = 100) => (await outboxEvents(db, { after, limit })).events

test('a publication tells everything a receiver may want to know', async () => {
  await publish(db, { id, by: BY, now: NOW })
  expect(await told()).toEqual([
    {
      ...{ key: `${id}:2`, event: 'published', happenedAt: NOW },
      article: {
        ...{ id, version: 2, headline: 'Ferries run again', path: `/ferries/ferries-run-again-${id}` },
        ...{ formerPath: null, publishedAt: NOW, updatedAt: null, section: { slug: 'ferries', name: 'Ferries' } },
        lists: { sections: ['ferries', 'transport', 'city'], topics: ['harbour'], authors: ['mara-quill'] },
      },
    },
  ])
})

test('each event is told as it left the story, in their order', async () => {
  await publish(db, { id, by: BY, now: hoursAgo(2) })
  await correct(db, { id, note: 'From seven.', by: BY, now: hoursAgo(1) })
  await withdraw(db, { id, reason: 'A mistake.', by: BY, now: NOW })
  expect((await told()).map(({ event, article }) => [event, article.updatedAt])).toEqual([
    ['published', null],
    ['corrected', hoursAgo(1)],
    ['withdrawn', hoursAgo(1)],
  ])
})

test('a story that moved is told with the address and the lists it left', async () => {
  await publish(db, { id, by: BY, now: hoursAgo(2) })
  await readdress(db, { id, slug: 'boats', by: BY, now: hoursAgo(1) })
  await reviseArticle(db, { id, change: { sectionId: WORLD, topicIds: [] }, by: BY, now: NOW, reason: 'moved' })
  const [, renamed, moved] = await told()
  expect(renamed?.article).toMatchObject({
    ...{ path: `/ferries/boats-${id}`, formerPath: `/ferries/ferries-run-again-${id}` },
  })
  expect(moved?.article).toMatchObject({ path: `/world/boats-${id}`, formerPath: `/ferries/boats-${id}` })
  expect(moved?.article.lists).toMatchObject({
    ...{ sections: ['world', 'ferries', 'transport', 'city'], topics: ['harbour'] },
  })
})

test('what waits beside a public story is not what readers had before', async () => {
  await publish(db, { id, by: BY, now: hoursAgo(2) })
  const { manuscript, article } = await workingText(db, { id, now: hoursAgo(1) })
  await saveManuscript(db, {
    ...{ id, key: 'k1', basedOn: article.version, manuscript: { ...manuscript, sectionId: WORLD } },
    ...{ by: BY, now: hoursAgo(1) },
  })
  await withdraw(db, { id, reason: 'A mistake.', by: BY, now: NOW })
  expect((await told()).at(-1)).toMatchObject({
    event: 'withdrawn',
    article: { formerPath: `/ferries/ferries-run-again-${id}` },
  })
})

test('they come from where a receiver stands, as many as are asked for', async () => {
  await publish(db, { id, by: BY, now: hoursAgo(2) })
  await withdraw(db, { id, reason: 'A mistake.', by: BY, now: NOW })
  const first = await outboxEvents(db, { after: 0, limit: 1 })
  expect(first.events).toMatchObject([{ event: 'published' }])
  const second = await outboxEvents(db, { after: first.through, limit: 1 })
  expect(second.events).toMatchObject([{ event: 'withdrawn' }])
  expect(await outboxEvents(db, { after: second.through, limit: 1 })).toEqual({ events: [], through: second.through })
})

test('a story that was taken out of the store leaves nothing to tell, and holds nothing up', async () => {
  await publish(db, { id, by: BY, now: hoursAgo(2) })
  await inTransaction(db, (tx) => hardDeleteArticle(tx, id, NOW))
  const { events, through } = await outboxEvents(db, { after: 0, limit: 100 })
  expect(events).toEqual([])
  expect(through).toBeGreaterThan(0)
})
