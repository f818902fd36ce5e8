import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inTransaction, type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, hoursAgo, NOW } from '@/db/testing/fixtures'
import { mergeTimelines } from '@/db/timelines/merges'
import { refuseProposal, takeRefusalBack } from '@/db/timelines/refusals'
import { freePairs, groupsFrom, MAX_CONNECTED, regroup } from '@/db/timelines/regroup'
import { savePairs } from '@/db/timelines/save-pairs'
import { addStories, removeStories, splitTimeline } from '@/db/timelines/story-changes'
import { makeTimeline } from '@/db/timelines/timeline-changes'
import { PROPERTY_TIMEOUT_MS, propertyRuns } from '@/lib/testing/property-runs'

const BY = { name: 'Nadia Reyes' }
const STORIES = 10

async function stories(): Promise<MemoryStore> {
  const db = await aPaper(openMemoryStore())
  for (let id = 1; id <= STORIES; id++)
    await aStory(db, { id, headline: `Story ${id}`, publishedAt: hoursAgo(100 * id) })
  return db
}

async function proposed(db: MemoryStore): Promise<number[][]> {
  const rows = db.all<{ ids: string }>(
    sql`select json_group_array(article_id order by article_id) as ids from proposed_stories group by proposal_id order by proposal_id`,
  )
  return rows.map(({ ids }) => JSON.parse(ids) as number[])
}

/** What is proposed when all stories and pairs are looked at once. */
async function fromScratch(db: MemoryStore, most = MAX_CONNECTED): Promise<number[][]> {
  const ids = Array.from({ length: STORIES }, (_, place) => place + 1)
  const groups = await groupsFrom(db, { ids, pairs: await freePairs(db, ids), tooLarge: new Set(), most })
  return groups.sort(([one = 0], [other = 0]) => one - other)
}

const found = (id: number, pairs: [number, number][]) => ({
  id,
  version: 1,
  pairs: pairs.map(([otherId, likeness]) => ({ otherId, likeness })),
})

it('stories that hang together are proposed once there are three, and no longer when one of them has changed', async () => {
  const db = await stories()
  await savePairs(db, found(2, [[1, 0.6]]))
  expect(await proposed(db)).toEqual([])
  await savePairs(
    db,
    found(3, [
      [1, 0.6],
      [2, 0.6],
    ]),
  )
  expect(await proposed(db)).toEqual([[1, 2, 3]])
  await savePairs(db, found(3, []))
  expect(await proposed(db)).toEqual([])
})

const storyId = fc.integer({ min: 1, max: STORIES })
const arbitraryAct = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant('pairs' as const),
      id: storyId,
      pairs: fc.uniqueArray(fc.tuple(storyId, fc.constantFrom(0.2, 0.4, 0.8)), {
        maxLength: 5,
        selector: ([id]) => id,
      }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constantFrom('refuse' as const, 'make' as const, 'add' as const, 'remove' as const, 'split' as const),
      ids: fc.uniqueArray(storyId, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('take back' as const, 'merge' as const) }) },
)

it(
  'what is proposed step by step is what all pairs and decisions make at once',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryAct, { maxLength: 14 }), async (acts) => {
        const db = await stories()
        for (const one of acts) {
          const act = { by: BY, now: NOW }
          const ids = 'ids' in one ? one.ids : []
          if (one.act === 'pairs')
            await savePairs(
              db,
              found(
                one.id,
                one.pairs.filter(([other]) => other !== one.id),
              ),
            )
          if (one.act === 'refuse') await refuseProposal(db, { storyIds: ids, ...act })
          if (one.act === 'make')
            await makeTimeline(db, {
              name: `Event ${ids.join(' ')}`,
              slug: '',
              introduction: '',
              storyIds: ids,
              ...act,
            })
          if (one.act === 'add') await addStories(db, { id: 1, storyIds: ids, ...act })
          if (one.act === 'remove') await removeStories(db, { id: 1, storyIds: ids, ...act })
          if (one.act === 'split') await splitTimeline(db, { id: 1, storyIds: ids, name: 'The other part', ...act })
          if (one.act === 'take back') await takeRefusalBack(db, { id: 1, now: NOW })
          if (one.act === 'merge') await mergeTimelines(db, { id: 1, into: 2, ...act })
          expect(await proposed(db)).toEqual(await fromScratch(db))
        }
      }),
      { numRuns: propertyRuns(60) },
    )
  },
  PROPERTY_TIMEOUT_MS,
)

it(
  'what hangs together with too many is not proposed, however it came to that, and is again when it falls apart',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(storyId, fc.uniqueArray(storyId, { maxLength: 4 })), { maxLength: 12 }),
        async (acts) => {
          const db = await stories()
          for (const [id, others] of acts) {
            await inTransaction(db, async (tx) => {
              const isOf = sql`one_id = ${id} or other_id = ${id}`
              const before = await tx.all<{ one: number; other: number }>(
                sql`delete from event_pairs where ${isOf} returning one_id as one, other_id as other`,
              )
              for (const other of others.filter((one) => one !== id)) {
                await tx.run(sql`insert into event_pairs values (${Math.min(id, other)}, ${Math.max(id, other)}, 0.8)`)
              }
              await regroup(tx, [id], {
                formerly: before.flatMap(({ one, other }) => (one === id ? other : one)),
                most: 4,
              })
            })
            expect(await proposed(db)).toEqual(await fromScratch(db, 4))
          }
        },
      ),
      { numRuns: propertyRuns(60) },
    )
  },
  PROPERTY_TIMEOUT_MS,
)
