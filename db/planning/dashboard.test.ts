import { beforeEach, describe, expect, it } from 'vitest'
import { deskArticles } from '@/db/desk/article-list'
import { dashboard } from '@/db/planning/dashboard'
import { changePlan } from '@/db/planning/plans'
import { lateRuns } from '@/db/store/desk-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { links } from '@/db/store/schema'
import { aUser } from '@/db/testing/accounts'
import {
  aPaper,
  aStory,
  BRIDGE,
  CITY,
  FERRIES,
  hoursAgo,
  hoursAhead,
  NOW,
  type StoryFixture,
  WORLD,
} from '@/db/testing/fixtures'
import type { Editor } from '@/lib/accounts/permissions'
import { DEFAULT_LIST_QUERY, type ListQuery } from '@/lib/desk/list/list-query'
import { listSpan } from '@/lib/desk/list/list-span'
import { endOfDay } from '@/lib/planning/calendar'

const ZONE = 'Europe/Lisbon'

let db: MemoryStore
let ada: Editor
let ole: Editor
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  ada = { id: await aUser(db, 'Ada'), name: 'Ada', email: 'ada@observer.example', role: 'editor' }
  ole = { id: await aUser(db, 'Ole', 'contributor'), name: 'Ole', email: 'ole@observer.example', role: 'contributor' }
})

const numbers = (editor = ada) => dashboard(db, { editor, now: NOW, timeZone: ZONE })

/** The headlines of the list to which a figure leads. */
async function listed(query: Partial<ListQuery>, editor = ada) {
  const whole = { ...DEFAULT_LIST_QUERY, ...query }
  const filters = { ...whole, ...listSpan(whole, ZONE), dayEnds: endOfDay(NOW, ZONE) }
  const { articles } = await deskArticles(db, { editor, filters, order: whole.order, page: 1, now: NOW })
  return articles.map(({ headline }) => headline).sort()
}

const aDraft = (headline: string, more: Partial<StoryFixture> = {}) =>
  aStory(db, { headline, state: 'draft', publishedAt: null, ...more })

async function planned(headline: string, deadline: Date | null, more: Partial<StoryFixture> = {}) {
  const id = await aDraft(headline, more)
  await changePlan(db, { id, change: { deadline }, by: ada, now: NOW })
  return id
}

describe('each figure of the dashboard counts what its list shows', () => {
  beforeEach(async () => {
    await planned('Late', hoursAgo(1))
    await planned('Due this evening', hoursAhead(3))
    await planned('Due tomorrow', hoursAhead(20))
    await planned('Due, deleted', hoursAhead(3), { deletedAt: NOW })
    await aDraft('In review', { state: 'in-review' })
    await aStory(db, { headline: 'Scheduled', state: 'scheduled', publishedAt: hoursAhead(2) })
    await aStory(db, { headline: 'Schedule missed', state: 'scheduled', publishedAt: hoursAgo(1) })
    const late = await aStory(db, { headline: 'Published late', publishedAt: hoursAgo(3) })
    await db.insert(lateRuns).values({ articleId: late, dueAt: hoursAgo(3), ranAt: hoursAgo(2), event: 'published' })
    const linking = await aStory(db, { headline: 'Linked, with a picture', leadMediaId: BRIDGE })
    await db.insert(links).values({ sourceId: linking, position: 0, targetId: late, place: 'text', elementId: 'p1' })
    await aStory(db, { headline: 'Archive', publishedAt: hoursAgo(24 * 8) })
  })

  it('what is due, late, missed, in review, scheduled and unassigned [dashboard-figures]', async () => {
    const { due, missed, inReview, scheduled, unassigned } = await numbers()
    const names = ({ stories }: { stories: { headline: string }[] }) => stories.map(({ headline }) => headline).sort()
    expect([due.count, names(due)]).toEqual([1, await listed({ view: 'due' })])
    expect([missed.count, names(missed)]).toEqual([3, await listed({ view: 'missed' })])
    expect(names(missed)).toEqual(['Late', 'Published late', 'Schedule missed'])
    expect([inReview.count, names(inReview)]).toEqual([1, await listed({ state: 'in-review' })])
    expect([scheduled.count, names(scheduled)]).toEqual([1, await listed({ state: 'scheduled' })])
    expect(await listed({ view: 'late' })).toEqual(['Late'])
    expect(unassigned).toBe((await listed({ view: 'unassigned' })).length)
  })

  it('the public stories of a week without links, and without a picture', async () => {
    const { withoutLinks, withoutPictures } = await numbers()
    expect(await listed({ view: 'without-links' })).toEqual(['Published late', 'Schedule missed'])
    expect(withoutLinks).toBe(2)
    expect(await listed({ view: 'without-pictures' })).toEqual(['Published late', 'Schedule missed'])
    expect(withoutPictures).toBe(2)
  })
})

it('what was published is counted by hour of the paper, and each hour leads to its stories', async () => {
  await aStory(db, { headline: 'Now', publishedAt: NOW })
  await aStory(db, { headline: 'An hour ago', publishedAt: hoursAgo(1) })
  await aStory(db, { headline: 'Yesterday', publishedAt: hoursAgo(23) })
  await aStory(db, { headline: 'Too long ago', publishedAt: hoursAgo(24) })
  await aStory(db, { headline: 'Withdrawn', publishedAt: hoursAgo(2), withdrawnAt: hoursAgo(1), state: 'withdrawn' })
  const { hours } = await numbers()
  expect(hours).toHaveLength(24)
  expect(hours.filter(({ count }) => count)).toEqual([
    { hour: '2026-11-22T15', count: 1 },
    { hour: '2026-11-23T13', count: 1 },
    { hour: '2026-11-23T14', count: 1 },
  ])
  expect(await listed({ state: 'published', hour: '2026-11-22T15' })).toEqual(['Yesterday'])
})

it('an hour begins with the clocks of the paper, also where they differ by half an hour', async () => {
  await aStory(db, { headline: 'In Delhi', publishedAt: new Date('2026-11-23T13:31:00Z') })
  const { hours } = await dashboard(db, { editor: ada, now: NOW, timeZone: 'Asia/Kolkata' })
  expect(hours.at(-1)).toEqual({ hour: '2026-11-23T19', count: 1 })
})

it('what was published is counted by section of the top with all below it, for seven days', async () => {
  await aStory(db, { headline: 'City', sectionId: CITY })
  await aStory(db, { headline: 'Ferries', sectionId: FERRIES, publishedAt: hoursAgo(100) })
  await aStory(db, { headline: 'World', sectionId: WORLD })
  await aStory(db, { headline: 'Old', sectionId: WORLD, publishedAt: hoursAgo(24 * 8) })
  const { sections, sectionsFrom } = await numbers()
  expect(sections).toEqual([
    { id: CITY, name: 'City', count: 2 },
    { id: WORLD, name: 'World', count: 1 },
  ])
  expect(await listed({ state: 'published', sectionId: CITY, from: sectionsFrom })).toEqual(['City', 'Ferries'])
})

it('a contributor sees the figures of own stories', async () => {
  await planned('Of others', hoursAhead(1))
  await aStory(db, { headline: 'Of others, out' })
  const own = await planned('Given to Ole', hoursAhead(1))
  await changePlan(db, { id: own, change: { assigneeId: ole.id }, by: ada, now: NOW })
  await aStory(db, { headline: 'Begun by Ole, out', ownerId: ole.id })
  const { due, hours, sections } = await numbers(ole)
  expect(due.stories.map(({ headline }) => headline)).toEqual(['Given to Ole'])
  expect(hours.reduce((sum, { count }) => sum + count, 0)).toBe(1)
  expect(sections).toMatchObject([{ count: 1 }])
})
