import { beforeEach, expect, it } from 'vitest'
import { openConflicts, resolveConflicts, saveSetAside } from '@/db/revisions/conflicts'
import { inTransaction, type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, NOW } from '@/db/testing/fixtures'
import type { SetAside } from '@/lib/merging/set-aside'

let db: MemoryStore
let articleId: number

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  articleId = await aStory(db, { headline: 'Ferries stay in port' })
})

it('a stale save that conflicts in every paragraph of a long story keeps every one, and all can be resolved', async () => {
  const setAside = Array.from(
    { length: 5_500 },
    (_, at): SetAside => ({
      place: `body:e${at}`,
      value: { type: 'paragraph', id: `e${at}`, text: [{ text: `Sailing ${at} is cancelled.` }] },
      afterId: null,
    }),
  )
  await inTransaction(db, (tx) => saveSetAside(tx, { articleId, setAside, by: 'Omar Lind', now: NOW }))
  const open = await openConflicts(db, articleId)
  expect(open.map(({ place }) => place)).toEqual(setAside.map(({ place }) => place))
  const ids = [...open.map(({ id }) => id), ...Array.from({ length: 30_000 }, (_, at) => 1_000_000 + at)]
  await inTransaction(db, (tx) => resolveConflicts(tx, { articleId, ids, by: 'Ines Dahl', now: NOW }))
  expect(await openConflicts(db, articleId)).toEqual([])
})
