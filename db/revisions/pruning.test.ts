import { beforeEach, expect, test } from 'vitest'
import { pruneRevisions } from '@/db/revisions/pruning'
import { revisionsOf, saveRevision } from '@/db/revisions/revisions'
import { type Db, openMemoryDb } from '@/db/store/open'
import { aPaper, aStory, hoursAgo, NOW } from '@/db/testing/fixtures'
import { emptyManuscript } from '@/lib/article/manuscript'
import type { ArticleSnapshot } from '@/lib/article/snapshot'

const SNAPSHOT: ArticleSnapshot = {
  ...emptyManuscript('en'),
  ...{ state: 'draft', publishedAt: null, updatedAt: null, withdrawnAt: null, withdrawalReason: '' },
}

let db: Db
let id: number
let version: number

beforeEach(async () => {
  db = await aPaper(openMemoryDb())
  id = await aStory(db, { headline: 'Ferry cancelled', state: 'draft', publishedAt: null, savedAt: hoursAgo(1) })
  version = 0
})

async function saved(minutesAgo: number, savedBy: string, reason = 'saved', aside = false) {
  version += 1
  const savedAt = new Date(NOW.getTime() - minutesAgo * 60_000)
  await saveRevision(db, { articleId: id, version, savedAt, savedBy, reason, aside, snapshot: SNAPSHOT })
}

async function left() {
  return (await revisionsOf(db, { articleId: id, limit: 50 })).map(({ version: kept }) => kept).reverse()
}

test('of each sitting the last save stays', async () => {
  for (const minutesAgo of [200, 195, 190, 170, 165]) await saved(minutesAgo, 'Mara Quill')
  expect(await pruneRevisions(db, { now: NOW })).toBe(3)
  expect(await left()).toEqual([3, 5])
})

test('two people who write in turn have a sitting each', async () => {
  for (const minutesAgo of [200, 196, 192]) {
    await saved(minutesAgo, 'Mara Quill')
    await saved(minutesAgo - 1, 'Tomas Reed')
  }
  await pruneRevisions(db, { now: NOW })
  expect(await left()).toEqual([5, 6])
})

test('what a verb made stays, and so does the last save before it of what was kept aside', async () => {
  await saved(200, 'Mara Quill')
  await saved(199, 'Mara Quill', 'published')
  await saved(198, 'Mara Quill', 'saved', true)
  await saved(197, 'Mara Quill', 'carried over', true)
  await pruneRevisions(db, { now: NOW })
  expect(await left()).toEqual([1, 2, 3, 4])
})

test('the last hour stays whole', async () => {
  for (const minutesAgo of [61, 59, 58, 1]) await saved(minutesAgo, 'Mara Quill')
  await pruneRevisions(db, { now: NOW })
  expect(await left()).toEqual([2, 3, 4])
})
