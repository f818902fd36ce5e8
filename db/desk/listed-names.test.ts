import { beforeEach, expect, test } from 'vitest'
import { listedAuthors, listedTopics } from '@/db/desk/listed-names'
import { describeAuthor } from '@/db/paper/authors'
import { addTopic } from '@/db/paper/topics'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aUser } from '@/db/testing/accounts'
import { aPaper, aStory, ELECTIONS, HARBOUR, hoursAgo, MARA, NOW, TOMAS } from '@/db/testing/fixtures'
import { NAMES_PER_PAGE } from '@/lib/desk/paper/listed-names'

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

test('topics are listed by name, with their stories and the newest that readers have', async () => {
  await aStory(db, { headline: 'Crane falls', topics: [HARBOUR], publishedAt: hoursAgo(3) })
  await aStory(db, { headline: 'Crane stands', topics: [HARBOUR], state: 'draft', publishedAt: null })
  await aStory(db, { headline: 'Thrown away', topics: [HARBOUR], state: 'draft', publishedAt: null, deletedAt: NOW })
  const { items, total } = await listedTopics(db, { words: '', page: 1, now: NOW })
  expect(total).toBe(2)
  expect(items).toEqual([
    expect.objectContaining({ id: ELECTIONS, stories: 0, newestAt: null, path: '/topics/elections' }),
    expect.objectContaining({ id: HARBOUR, stories: 2, newestAt: hoursAgo(3).getTime(), path: '/topics/harbour' }),
  ])
})

test('a name is found whatever its case and accents, and not without its vowel signs', async () => {
  await addTopic(db, { slug: 'cafes', name: 'Cafés', description: '', now: NOW })
  const names = async (words: string) => (await listedTopics(db, { words, page: 1, now: NOW })).items.map((t) => t.name)
  expect(await names('CAFE')).toEqual(['Cafés'])
  expect(await names(' arb ')).toEqual(['Harbour'])
  expect(await names('%')).toEqual([])
  await addTopic(db, { slug: 'mumbai', name: 'मुंबई', description: '', now: NOW })
  expect(await names('मुंब')).toEqual(['मुंबई'])
  expect(await names('मबई')).toEqual([])
})

test('a long list comes in pages', async () => {
  for (let number = 1; number <= NAMES_PER_PAGE; number++) {
    const name = `Ward ${String(number).padStart(3, '0')}`
    await addTopic(db, { slug: name.toLowerCase().replace(' ', '-'), name, description: '', now: NOW })
  }
  const first = await listedTopics(db, { words: '', page: 1, now: NOW })
  const second = await listedTopics(db, { words: '', page: 2, now: NOW })
  expect([first.items.length, first.total]).toEqual([NAMES_PER_PAGE, NAMES_PER_PAGE + 2])
  expect(second.items.map(({ name }) => name)).toEqual(['Ward 099', 'Ward 100'])
})

test('authors are listed with their portrait and the account they belong to', async () => {
  const userId = await aUser(db, 'tomas')
  await describeAuthor(db, { id: TOMAS, userId, email: 'tomas@observer.example', now: NOW })
  await aStory(db, { headline: 'Crane falls', by: [TOMAS, MARA] })
  const { items } = await listedAuthors(db, { words: '', page: 1, now: NOW })
  expect(items.map(({ id, account, stories }) => [id, account?.name ?? null, stories])).toEqual([
    [MARA, null, 1],
    [TOMAS, 'tomas', 1],
  ])
  expect(items.map(({ portrait, email }) => [portrait?.alt ?? null, email])).toEqual([
    ['The dredger at dusk', ''],
    [null, 'tomas@observer.example'],
  ])
})
