import { beforeEach, expect, test } from 'vitest'
import { redirectFrom } from '@/db/addresses/redirects'
import { addTopic, allTopics, renameTopic, topicBySlug } from '@/db/paper/topics'
import { staleSince } from '@/db/store/invalidation'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, ELECTIONS, HARBOUR, NOW } from '@/db/testing/fixtures'
import { tags } from '@/lib/pages/tags'

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

test('a topic is found by slug; null for an unknown slug', async () => {
  expect(await topicBySlug(db, 'harbour')).toEqual({
    value: { id: HARBOUR, slug: 'harbour', name: 'Harbour', description: 'Cranes, tides and quays' },
    tags: [tags.topic(HARBOUR)],
  })
  expect((await topicBySlug(db, 'storms')).value).toBeNull()
})

test('all topics are sorted by name, and a new one invalidates the list', async () => {
  const before = await allTopics(db)
  expect(before.value.map(({ name }) => name)).toEqual(['Elections', 'Harbour'])
  const { id } = await addTopic(db, { slug: 'ferries', name: 'Ferries', description: '', now: NOW })
  expect((await allTopics(db)).value.map(({ name }) => name)).toEqual(['Elections', 'Ferries', 'Harbour'])
  const stale = (await staleSince(db, 0)).tags
  expect(stale).toContain(tags.topic(id))
  expect(before.tags.some((tag) => stale.includes(tag))).toBe(true)
})

test('the old address of a renamed topic redirects to the new one', async () => {
  await renameTopic(db, { id: HARBOUR, name: 'The port', slug: 'port', now: NOW })
  expect((await topicBySlug(db, 'port')).value?.name).toBe('The port')
  expect(await redirectFrom(db, { path: '/topics/harbour', now: NOW })).toBe('/topics/port')
  expect((await staleSince(db, 0)).tags).toEqual([tags.address('/topics/harbour'), tags.topic(HARBOUR)])
})

test.each(['', 'Two Words', 'elections'])('the slug "%s" is refused', async (slug) => {
  await expect(addTopic(db, { slug, name: 'Port', description: '', now: NOW })).rejects.toThrow()
  await expect(renameTopic(db, { id: HARBOUR, name: 'Port', slug, now: NOW })).rejects.toThrow()
  expect((await allTopics(db)).value.map(({ id }) => id)).toEqual([ELECTIONS, HARBOUR])
})
