import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeArticle } from '@/db/editing/writing'
import { publish, withdraw } from '@/db/publishing/publishing'
import { eventMarks, proposedStories, timelineStories, timelines } from '@/db/store/linking-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, CITY, hoursAgo, NOW } from '@/db/testing/fixtures'
import { changeFoundTimelines } from '@/db/timelines/publish-found'
import { savePairs } from '@/db/timelines/save-pairs'
import { removeStories } from '@/db/timelines/story-changes'
import { withoutAccount } from '@/lib/revisions/saver'
import { paragraph } from '@/lib/testing/body-fixtures'
import { TimelineFinder } from '@/server/linking/timeline-finder'

const BY = withoutAccount('Nadia Reyes')
let db: MemoryStore
/** Runs after each commit. */
let hook = async () => {}
let finder: TimelineFinder
let now: Date

/** What has nothing to do with it, so that words have a rarity. */
const OTHERS = [
  [
    'Bakers agree on the price of bread',
    'Flour costs more than it did last winter, the guild of bakers told the council of the town.',
  ],
  [
    'A meadow of seagrass survives its first winter',
    'Divers counted shoots in the bay, and most of the plants had taken root in the sand.',
  ],
  [
    'Trams run all night from the spring',
    'Line four will go every twenty minutes after midnight, as the operator promised in its plan.',
  ],
  [
    'The choir looks for two basses',
    'Rehearsals take place on Tuesdays in the hall, and nobody has to read music from a sheet.',
  ],
  [
    'Rain fills the reservoirs again',
    'After three dry summers the water stands at the mark of ninety per cent in the valley.',
  ],
  [
    'School dinners stay free for a year',
    'Parents had asked for it, and the budget has room for the meals of all pupils this year.',
  ],
  [
    'Museum lends its oldest map',
    'The sheet of vellum goes to a show abroad, insured for more than the roof of the house.',
  ],
  [
    'Library opens on Sundays',
    'Volunteers will sit at the desk while readers borrow novels, records and tools for gardens.',
  ],
] as const

const STRIKE =
  'Crane drivers at Velmar Quay walked out over the Kestrel roster. Union leader Odalys Brandt spoke to dockers at Velmar Quay, and Kestrel Shipping said the roster stays.'

async function published(headline: string, text: string, at: Date): Promise<number> {
  now = at
  const draft = { headline, body: [paragraph('p1', text)], sectionId: CITY, kind: 'news' as const, language: 'en' }
  const id = await writeArticle(db, { draft, by: BY, now: at })
  await publish(db, { id, by: BY, now: at })
  return id
}

async function look(): Promise<void> {
  await finder.wake()
  await finder.untilIdle()
}

const strike = (headline: string, hours: number) => published(headline, `${headline}. ${STRIKE}`, hoursAgo(hours))
const proposed = async () => (await db.select().from(proposedStories)).map(({ articleId }) => articleId)
const members = async () => (await db.select().from(timelineStories)).map(({ articleId }) => articleId)

beforeEach(async () => {
  hook = async () => {}
  db = await aPaper(openMemoryStore(() => hook()))
  now = NOW
  finder = new TimelineFinder({ db, now: () => now, queryThreads: null, yieldToRenders: async () => {} })
  for (const [headline, text] of OTHERS) await published(headline, text, hoursAgo(100))
})
afterEach(() => finder.stop())

it('three stories of one event are proposed and not public, and others are not; none is left to be looked at', async () => {
  const ids = [
    await strike('Crane drivers walk out at Velmar Quay', 30),
    await strike('Kestrel roster: Velmar Quay stands still', 20),
  ]
  await look()
  expect(await proposed()).toEqual([])
  ids.push(await strike('Odalys Brandt and Kestrel Shipping talk of Velmar Quay', 10))
  await look()
  expect(await proposed()).toEqual(ids)
  expect(await db.select().from(timelines)).toEqual([])
  expect(await db.select().from(eventMarks)).toEqual([])
})

it('a story that is withdrawn leaves what was proposed', async () => {
  const ids = [
    await strike('Crane drivers walk out at Velmar Quay', 30),
    await strike('Kestrel roster: Velmar Quay stands still', 20),
    await strike('Odalys Brandt meets Kestrel at Velmar Quay', 10),
  ]
  await look()
  expect(await proposed()).toEqual(ids)
  await withdraw(db, { id: ids[1] ?? 0, by: BY, now: hoursAgo(5), reason: 'It was not so.' })
  await look()
  expect(await proposed()).toEqual([])
})

it('where the paper wants it, what is found is public at once and grows, and what an editor takes out stays out', async () => {
  await changeFoundTimelines(db, { foundTimelines: 'published', now: NOW })
  const ids = [
    await strike('Crane drivers walk out at Velmar Quay', 30),
    await strike('Kestrel roster: Velmar Quay stands still', 20),
    await strike('Odalys Brandt meets Kestrel at Velmar Quay', 10),
  ]
  await look()
  expect(await db.select().from(timelines)).toMatchObject([
    { name: 'Crane drivers walk out at Velmar Quay', slug: 'crane-drivers-walk-out-at-velmar-quay', createdBy: null },
  ])
  ids.push(await strike('Velmar Quay works again after Kestrel changes roster', 2))
  await look()
  expect(await members()).toEqual(ids)

  await removeStories(db, { id: 1, storyIds: [ids[3] ?? 0], by: BY, now: NOW })
  await db.run(sql`update articles set headline = 'Velmar Quay works again' where id = ${ids[3] ?? 0}`)
  await look()
  expect(await members()).toEqual(ids.slice(0, 3))
  expect(await proposed()).toEqual([])
})

it('more marks than are looked at at once are all looked at', async () => {
  const ids = [
    await strike('Crane drivers walk out at Velmar Quay', 30),
    await strike('Kestrel roster: Velmar Quay stands still', 20),
    await strike('Odalys Brandt meets Kestrel at Velmar Quay', 10),
  ]
  // Of stories that were deleted since.
  for (let id = 5000; id < 6000; id++) await db.insert(eventMarks).values({ articleId: id })
  await look()
  expect(await proposed()).toEqual(ids)
  expect(await db.select().from(eventMarks)).toEqual([])
})

it('an archive that is imported is not searched for events', async () => {
  for (let place = 0; place < 5; place++) await aStory(db, { headline: `Old ${place}`, publishedAt: hoursAgo(24 * 90) })
  await look()
  expect(await db.select().from(eventMarks)).toEqual([])
})

it('a story that was saved again since it was compared is looked at once more', async () => {
  const id = await strike('Crane drivers walk out at Velmar Quay', 30)
  const isMarked = async () => (await db.select().from(eventMarks).where(eq(eventMarks.articleId, id))).length > 0
  const [row] = db.all<{ version: number }>(sql`select version from articles where id = ${id}`)
  const version = row?.version ?? 0
  await savePairs(db, { id, version: version - 1, pairs: [] })
  expect(await isMarked()).toBe(true)
  await savePairs(db, { id, version, pairs: [] })
  expect(await isMarked()).toBe(false)
})

it('comes to rest when its own commits wake it, as on a site', async () => {
  let wakes = 0
  hook = async () => {
    wakes += 1
    if (wakes < 100) await finder.wake()
  }
  for (const [place, headline] of ['Cranes stand still', 'Kestrel talks', 'Brandt speaks'].entries())
    await strike(`${headline} at Velmar Quay`, 30 - place)
  await finder.untilIdle()
  expect(await proposed()).toHaveLength(3)
  expect(wakes).toBeLessThan(100)
})
