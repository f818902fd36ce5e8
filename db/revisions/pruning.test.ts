import { beforeEach, expect, test } from 'vitest'
import { pruneRevisions } from '@/db/revisions/pruning'
import { revisionsOf, saveRevision } from '@/db/revisions/revisions'
import { users } from '@/db/store/account-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, hoursAgo, NOW } from '@/db/testing/fixtures'
import { emptyManuscript } from '@/lib/article/manuscript'
import { type ArticleSnapshot, NEW_DRAFT } from '@/lib/article/snapshot'
import { type Saver, withoutAccount } from '@/lib/revisions/saver'

const SNAPSHOT: ArticleSnapshot = { ...emptyManuscript('en'), ...NEW_DRAFT }
const MARA = { id: 'mara', name: 'Mara Quill' }
const NAMESAKE = { id: 'mara-two', name: 'Mara Quill' }
const TOMAS = { id: 'tomas', name: 'Tomas Reed' }

let db: MemoryStore
let id: number
let version: number

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  for (const person of [MARA, NAMESAKE, TOMAS]) {
    const account = { emailVerified: true, role: 'editor' as const, createdAt: NOW, updatedAt: NOW }
    await db.insert(users).values({ ...person, ...account, email: `${person.id}@observer.example` })
  }
  id = await aStory(db, { headline: 'Ferry cancelled', state: 'draft', publishedAt: null, savedAt: hoursAgo(1) })
  version = 0
})

async function saved(minutesAgo: number, by: Saver, reason = 'saved', aside = false) {
  version += 1
  const savedAt = new Date(NOW.getTime() - minutesAgo * 60_000)
  await saveRevision(db, { articleId: id, version, savedAt, by, reason, aside, snapshot: SNAPSHOT })
}

async function left() {
  return (await revisionsOf(db, { articleId: id, limit: 50 })).map((revision) => revision.version).reverse()
}

test('of each sitting the last save stays', async () => {
  for (const minutesAgo of [200, 195, 190, 170, 165]) await saved(minutesAgo, MARA)
  expect(await pruneRevisions(db, { now: NOW })).toBe(3)
  expect(await left()).toEqual([3, 5])
})

test.each([
  ['two people', TOMAS],
  ['two accounts with one name', NAMESAKE],
])('%s who write in turn have one sitting each', async (_who, other) => {
  for (const minutesAgo of [200, 196, 192]) {
    await saved(minutesAgo, MARA)
    await saved(minutesAgo - 1, other)
  }
  await pruneRevisions(db, { now: NOW })
  expect(await left()).toEqual([5, 6])
})

test('an account that is renamed while it writes has one sitting', async () => {
  await saved(200, MARA)
  await saved(195, { ...MARA, name: 'Mara Reed' })
  await pruneRevisions(db, { now: NOW })
  expect(await left()).toEqual([2])
})

test('saves without an account are grouped by name, apart from those of an account with that name', async () => {
  for (const minutesAgo of [200, 196]) {
    await saved(minutesAgo, withoutAccount(MARA.name))
    await saved(minutesAgo - 1, MARA)
  }
  await pruneRevisions(db, { now: NOW })
  expect(await left()).toEqual([3, 4])
})

test('versions made by verbs stay, and so does the last save of a working copy before one', async () => {
  await saved(200, MARA)
  await saved(199, MARA, 'published')
  await saved(198, MARA, 'saved', true)
  await saved(197, MARA, 'carried over', true)
  await pruneRevisions(db, { now: NOW })
  expect(await left()).toEqual([1, 2, 3, 4])
})

test('every revision of the last hour stays', async () => {
  for (const minutesAgo of [61, 59, 58, 1]) await saved(minutesAgo, MARA)
  await pruneRevisions(db, { now: NOW })
  expect(await left()).toEqual([2, 3, 4])
})
