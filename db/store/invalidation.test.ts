import { beforeEach, expect, test } from 'vitest'
import { invalidate, lastStaleAt, staleSince } from '@/db/store/invalidation'
import { inTransaction, type MemoryStore, openMemoryStore } from '@/db/store/open'
import { hoursAgo, NOW } from '@/db/testing/fixtures'
import { tags } from '@/lib/pages/tags'

let db: MemoryStore
beforeEach(() => {
  db = openMemoryStore()
})

const stale = (names: string[], at: Date) => inTransaction(db, (tx) => invalidate(tx, names, at))

test('nothing is stale in an empty log', async () => {
  expect(await staleSince(db, 0)).toEqual({ seq: 0, tags: [] })
  expect(await staleSince(db, 7)).toEqual({ seq: 7, tags: [] })
})

test('a poll gets each tag that was invalidated since the last one, and the end of the log', async () => {
  await stale([tags.article(1), tags.latest], hoursAgo(3))
  const first = await staleSince(db, 0)
  expect(first).toEqual({ seq: 1, tags: [tags.article(1), tags.latest] })
  await stale([tags.article(2), tags.latest], hoursAgo(2))
  expect(await staleSince(db, first.seq)).toEqual({ seq: 2, tags: [tags.article(2), tags.latest] })
  expect(await staleSince(db, 2)).toEqual({ seq: 2, tags: [] })
})

test('a page was last stale when the last of its tags was', async () => {
  await stale([tags.article(1), tags.site], hoursAgo(3))
  await stale([tags.article(2)], hoursAgo(1))
  expect(await lastStaleAt(db, [tags.site, tags.article(1), tags.article(9)])).toEqual(hoursAgo(3))
  expect(await lastStaleAt(db, [tags.article(2), tags.site])).toEqual(hoursAgo(1))
  expect(await lastStaleAt(db, [tags.article(9)])).toBeNull()
  expect(await lastStaleAt(db, [])).toBeNull()
})

test('a page may have any number of tags', async () => {
  await stale([tags.teaser(99_999)], NOW)
  const many = Array.from({ length: 100_000 }, (_, id) => tags.teaser(id))
  expect(await lastStaleAt(db, many)).toEqual(NOW)
})
