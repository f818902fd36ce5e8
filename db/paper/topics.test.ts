import { beforeEach, expect, test } from 'vitest'
import { redirectFrom } from '@/db/addresses/redirects'
import { addTopic, allTopics, renameTopic, topicAddressProblem, topicBySlug, topicNameProblem } from '@/db/paper/topics'
import { staleSince } from '@/db/store/invalidation'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { topics } from '@/db/store/schema'
import { aPaper, ELECTIONS, HARBOUR, NOW } from '@/db/testing/fixtures'
import { chosenSlug } from '@/lib/addresses/paths'
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

test.each(['HARBOUR', 'Har\u00adbour', ' Harbour\u200b'])('“%s” is the name of a topic that exists', async (name) => {
  expect(await topicNameProblem(db, { name, self: null })).toMatch(/^There is a topic “Harbour” already/)
  expect(await topicNameProblem(db, { name, self: ELECTIONS })).not.toBeNull()
  expect(await topicNameProblem(db, { name, self: HARBOUR })).toBeNull()
})

test('an address made by an earlier rule stays when the topic is renamed', async () => {
  const slug = 'the-ﬁre'
  await db.insert(topics).values({ id: 77, slug, name: 'Fire' })
  expect(await topicAddressProblem(db, { slug, self: 77 })).toBeNull()
  await renameTopic(db, { id: 77, name: 'The great fire', slug: chosenSlug(slug, { name: 'x', own: slug }), now: NOW })
  expect((await topicBySlug(db, slug)).value?.name).toBe('The great fire')
  expect(await topicAddressProblem(db, { slug: 'the-ﬂood', self: null })).not.toBeNull()
})
