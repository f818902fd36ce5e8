import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { addressOf } from '@/db/addresses/addresses'
import { auditLog } from '@/db/store/audit-schema'
import { staleSince } from '@/db/store/invalidation'
import { timelineMerges, timelineRemovals, timelines } from '@/db/store/linking-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, hoursAgo, NOW } from '@/db/testing/fixtures'
import { mergesInto, mergeTimelines, pruneMerges, undoMerge } from '@/db/timelines/merges'
import { refuseProposal, refuseTimeline } from '@/db/timelines/refusals'
import { addStories, removeStories, splitTimeline } from '@/db/timelines/story-changes'
import { changeTimeline, makeTimeline } from '@/db/timelines/timeline-changes'
import { storyIdsOf, timelineById } from '@/db/timelines/timelines'
import { tags } from '@/lib/pages/tags'
import { PROPERTY_TIMEOUT_MS, propertyRuns } from '@/lib/testing/property-runs'
import { DAY_MS } from '@/lib/time/durations'

const ACT = { by: { name: 'Nadia Reyes' }, now: NOW }
const STORIES = 8
/** Each run makes a paper. */
const USUAL_PAPERS = 200
let db: MemoryStore

async function stories(): Promise<MemoryStore> {
  const store = await aPaper(openMemoryStore())
  for (let id = 1; id <= STORIES; id++) await aStory(store, { id, headline: `Story ${id}`, publishedAt: hoursAgo(id) })
  return store
}

beforeEach(async () => {
  db = await stories()
})

async function made(name: string, storyIds: number[], introduction = ''): Promise<number> {
  const timeline = await makeTimeline(db, { name, slug: '', introduction, storyIds, ...ACT })
  if ('problems' in timeline) throw new Error(timeline.problems[0]?.message)
  return timeline.id
}

/** Merges `id` into `into`; the number of the merge. */
async function merged(store: MemoryStore, id: number, into: number): Promise<number> {
  const outcome = await mergeTimelines(store, { id, into, ...ACT })
  if (outcome === null || 'problems' in outcome) throw new Error(`timeline ${id} was not merged into ${into}`)
  const [row] = await mergesInto(store, { id: into, now: NOW })
  return row?.id ?? 0
}

/** Everything that the store knows of timelines and their addresses. */
function everything(store: MemoryStore) {
  const named = [
    ...['timelines', 'timeline_stories', 'timeline_removals', 'timeline_refusals', 'refused_stories'],
    ...['timeline_merges', 'proposed_stories', 'listed_stories', 'list_counts', 'redirects'],
  ]
  return named.map((table) => [
    table,
    store
      .all(sql.raw(`select * from ${table}`))
      .map((row) => JSON.stringify(row))
      .sort(),
  ])
}

const timelineId = fc.integer({ min: 1, max: 5 })
const storyIds = fc.uniqueArray(fc.integer({ min: 1, max: STORIES }), { minLength: 1, maxLength: 4 })
const arbitraryAct = fc.oneof(
  {
    arbitrary: fc.record({ kind: fc.constant('make'), storyIds, text: fc.constantFrom('', 'How it began.') }),
    weight: 4,
  },
  { arbitrary: fc.record({ kind: fc.constantFrom('add', 'remove', 'split'), id: timelineId, storyIds }), weight: 4 },
  fc.record({ kind: fc.constant('rename'), id: timelineId, slug: fc.constantFrom('a', 'b', 'c') }),
  fc.record({ kind: fc.constant('lead'), id: timelineId, storyIds }),
  fc.record({ kind: fc.constant('merge'), id: timelineId, into: timelineId }),
  fc.record({ kind: fc.constantFrom('refuse', 'undo'), id: timelineId }),
)

let names = 0
interface AnyAct {
  kind: string
  id?: number
  into?: number
  storyIds?: number[]
  slug?: string
  text?: string
}

async function act(store: MemoryStore, done: AnyAct): Promise<void> {
  const { id = 0, into = 0, storyIds: ids = [], slug, text = '' } = done
  if (done.kind === 'make')
    await makeTimeline(store, { name: `Event ${++names}`, slug: '', introduction: text, storyIds: ids, ...ACT })
  if (done.kind === 'add') await addStories(store, { id, storyIds: ids, ...ACT })
  if (done.kind === 'remove') await removeStories(store, { id, storyIds: ids, ...ACT })
  if (done.kind === 'split') await splitTimeline(store, { id, storyIds: ids, name: `Event ${++names}`, ...ACT })
  if (done.kind === 'rename') await changeTimeline(store, { id, changes: { slug }, now: NOW })
  if (done.kind === 'lead') await changeTimeline(store, { id, changes: { leadId: ids[0] }, now: NOW })
  if (done.kind === 'merge') await mergeTimelines(store, { id, into, ...ACT })
  if (done.kind === 'refuse') await refuseTimeline(store, { id, ...ACT })
  if (done.kind === 'undo') await undoMerge(store, { id, now: NOW })
}

it(
  'after any acts, merges that are undone from the last to the first leave everything as it was (seed 154)',
  async () => {
    const papers = propertyRuns(USUAL_PAPERS)
    let undone = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryAct, { maxLength: 14 }),
        fc.array(fc.tuple(timelineId, timelineId), { minLength: 1, maxLength: 3 }),
        async (acts, pairs) => {
          const store = await stories()
          for (const storyIds of [[1, 2], [3, 4], [5]]) await act(store, { kind: 'make', storyIds })
          for (const done of acts) await act(store, done)
          const states: { merge: number; before: unknown }[] = []
          for (const [id, into] of pairs) {
            const before = everything(store)
            const outcome = await mergeTimelines(store, { id, into, ...ACT })
            if (outcome === null || 'problems' in outcome) continue
            const [row] = await mergesInto(store, { id: into, now: NOW })
            states.unshift({ merge: row?.id ?? 0, before })
          }
          for (const { merge, before } of states) {
            expect(await undoMerge(store, { id: merge, now: NOW })).toMatchObject({ leftOut: [], hasNewAddress: false })
            expect(everything(store)).toEqual(before)
            undone += 1
          }
        },
      ),
      { numRuns: papers, seed: 154 },
    )
    expect(undone).toBeGreaterThan(papers / 4)
  },
  PROPERTY_TIMEOUT_MS,
)

test('timelines of one language merge however its tag is spelled, those of two do not', async () => {
  const write = (headline: string, language: string) => aStory(db, { headline, language })
  const strike = await made('Strike', [1])
  const inCapitals = await made('Strike again', [await write('Strike again', 'EN')])
  const german = await made('Streik', [await write('Streik', 'de')])
  expect(await mergeTimelines(db, { id: inCapitals, into: strike, ...ACT })).toEqual({ stories: 1 })
  expect(await mergeTimelines(db, { id: german, into: strike, ...ACT })).toEqual({
    problems: [{ field: 'into', message: 'The two timelines are in different languages.' }],
  })
})

describe('undoing a merge', () => {
  test('brings back name, address, introduction, stories, the first of them, and what was kept out', async () => {
    const strike = await made('Harbour strike', [1, 2, 3], 'How it began.')
    await changeTimeline(db, { id: strike, changes: { leadId: 2 }, now: NOW })
    await removeStories(db, { id: strike, storyIds: [3], ...ACT })
    const bridge = await made('The bridge', [4])
    await removeStories(db, { id: bridge, storyIds: [1], ...ACT })
    const before = everything(db)
    const merge = await merged(db, strike, bridge)
    expect((await timelineById(db, bridge))?.introduction).toBe('How it began.')
    expect(await mergesInto(db, { id: bridge, now: NOW })).toEqual([
      { id: merge, name: 'Harbour strike', mergedAt: NOW, mergedBy: 'Nadia Reyes', stories: 2 },
    ])
    const since = await staleSince(db, 0)
    expect(await undoMerge(db, { id: merge, now: NOW })).toEqual({
      id: strike,
      path: '/timelines/harbour-strike',
      stories: 2,
      leftOut: [],
      hasNewAddress: false,
      keepsIntroduction: false,
    })
    expect(everything(db)).toEqual(before)
    expect(await addressOf(db, { path: '/timelines/harbour-strike', now: NOW })).toEqual({ kind: 'page' })
    const own = [tags.timeline(strike), tags.timelineList(strike), tags.address('/timelines/harbour-strike')]
    const others = [tags.timeline(bridge), tags.timelineList(bridge), tags.timelines, tags.timelineOf(1)]
    expect((await staleSince(db, since.seq)).tags).toEqual(expect.arrayContaining([...own, ...others]))
    expect((await db.select().from(auditLog)).at(-1)).toMatchObject({
      action: 'timeline merge undone',
      thingName: 'Harbour strike',
      detail: 'from The bridge',
    })
    expect(await undoMerge(db, { id: merge, now: NOW })).toBe(null)
  })

  test('leaves out what was taken out or moved since, and leaves what joined the other where it is', async () => {
    const strike = await made('Harbour strike', [1, 2, 3])
    const bridge = await made('The bridge', [4])
    const merge = await merged(db, strike, bridge)
    await removeStories(db, { id: bridge, storyIds: [1], ...ACT })
    await splitTimeline(db, { id: bridge, storyIds: [2], name: 'Pickets', ...ACT })
    await addStories(db, { id: bridge, storyIds: [5], ...ACT })
    await changeTimeline(db, { id: bridge, changes: { leadId: 3 }, now: NOW })
    const undone = await undoMerge(db, { id: merge, now: NOW })
    expect(undone).toMatchObject({ stories: 1, leftOut: ['Story 1', 'Story 2'] })
    expect([await storyIdsOf(db, strike), await storyIdsOf(db, bridge)]).toEqual([[3], [4, 5]])
    expect((await timelineById(db, bridge))?.leadId).toBe(null)
    const kept = await db.select().from(timelineRemovals).where(eq(timelineRemovals.timelineId, bridge))
    expect(kept.map(({ articleId }) => articleId)).toEqual([1, 2])
  })

  test('keeps the address that another timeline took since, and an introduction that was written anew', async () => {
    const strike = await made('Harbour strike', [1], 'How it began.')
    await changeTimeline(db, { id: strike, changes: { slug: 'strike' }, now: NOW })
    const bridge = await made('The bridge', [4])
    const merge = await merged(db, strike, bridge)
    await changeTimeline(db, { id: bridge, changes: { introduction: 'Both.', slug: 'bridges' }, now: NOW })
    const other = await makeTimeline(db, { name: 'Strike', slug: 'strike', introduction: '', storyIds: [5], ...ACT })
    expect(other).toMatchObject({ slug: 'strike' })
    const path = `/timelines/strike-${strike}`
    expect(await undoMerge(db, { id: merge, now: NOW })).toMatchObject({
      path,
      hasNewAddress: true,
      keepsIntroduction: true,
    })
    expect((await timelineById(db, bridge))?.introduction).toBe('Both.')
    const answers = ['/timelines/strike', path, '/timelines/harbour-strike', '/timelines/the-bridge'].map((address) =>
      addressOf(db, { path: address, now: NOW }),
    )
    expect(await Promise.all(answers)).toEqual([
      { kind: 'page' },
      { kind: 'page' },
      { kind: 'redirect', location: path },
      { kind: 'redirect', location: '/timelines/bridges' },
    ])
  })

  test('is refused in words when the other is gone or has none of the stories, and works once that is undone', async () => {
    const [strike, bridge] = [await made('Harbour strike', [1]), await made('The bridge', [4])]
    const day = await made('A day in town', [5])
    const first = await merged(db, strike, bridge)
    const second = await merged(db, bridge, day)
    expect(await undoMerge(db, { id: first, now: NOW })).toEqual({
      problems: [{ field: '', message: expect.stringContaining('no longer in the paper') }],
    })
    await undoMerge(db, { id: second, now: NOW })
    await removeStories(db, { id: bridge, storyIds: [1], ...ACT })
    expect(await undoMerge(db, { id: first, now: NOW })).toEqual({
      problems: [{ field: '', message: 'None of its stories is in “The bridge” any more.' }],
    })
    await addStories(db, { id: bridge, storyIds: [1], ...ACT })
    expect(await undoMerge(db, { id: first, now: NOW })).toMatchObject({ id: strike, stories: 1 })
    expect(await db.select().from(timelines)).toHaveLength(3)
  })

  test('of one of two timelines keeps out what was kept out of the other', async () => {
    const [strike, pickets, bridge] = [
      await made('Strike', [1, 8]),
      await made('Pickets', [2, 7]),
      await made('Bridge', [4]),
    ]
    for (const id of [strike, pickets]) {
      await addStories(db, { id, storyIds: [6], ...ACT })
      await removeStories(db, { id, storyIds: [6], ...ACT })
    }
    const first = await merged(db, strike, bridge)
    await merged(db, pickets, bridge)
    await undoMerge(db, { id: first, now: NOW })
    const kept = await db.select().from(timelineRemovals).where(eq(timelineRemovals.timelineId, bridge))
    expect(kept.map(({ articleId }) => articleId)).toEqual([6])
  })

  test('touches no refusal', async () => {
    const [strike, bridge] = [await made('Strike', [1]), await made('Bridge', [4])]
    await refuseProposal(db, { storyIds: [1, 6], ...ACT })
    const before = everything(db)
    await undoMerge(db, { id: await merged(db, strike, bridge), now: NOW })
    expect(everything(db)).toEqual(before)
  })

  test('is possible for ninety days', async () => {
    const [strike, bridge] = [await made('Strike', [1]), await made('Bridge', [4])]
    await merged(db, strike, bridge)
    const at = (days: number) => ({ now: new Date(NOW.getTime() + days * DAY_MS) })
    await pruneMerges(db, at(90))
    expect(await mergesInto(db, { id: bridge, ...at(90) })).toHaveLength(1)
    expect(await mergesInto(db, { id: bridge, ...at(91) })).toEqual([])
    await pruneMerges(db, at(91))
    expect(await db.select().from(timelineMerges)).toEqual([])
  })
})
