import { beforeEach, describe, expect, it } from 'vitest'
import { deactivateUser } from '@/db/accounts/users'
import { notificationsOf } from '@/db/comments/notifications'
import { deleteDraft } from '@/db/editing/delete-draft'
import { articleOwnership } from '@/db/editing/ownership'
import { changePlan, planOf, planStory } from '@/db/planning/plans'
import { plansView } from '@/db/planning/plans-view'
import { editions } from '@/db/store/front-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aUser } from '@/db/testing/accounts'
import { aPaper, aStory, CITY, hoursAgo, hoursAhead, NOW, TRANSPORT, WORLD } from '@/db/testing/fixtures'
import { can, type Editor } from '@/lib/accounts/permissions'
import { parsePlansQuery } from '@/lib/desk/plans/plans-query'
import { planEntries } from '@/lib/planning/planned-story'

let db: MemoryStore
let ada: Editor
let ole: Editor

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  const editor = async (name: string, role: 'editor' | 'contributor') => ({
    id: await aUser(db, name, role),
    name,
    email: `${name}@observer.example`,
    role,
  })
  ada = await editor('Ada', 'editor')
  ole = await editor('Ole', 'contributor')
})

async function planned(title: string, change: Parameters<typeof changePlan>[1]['change'] = {}, sectionId = CITY) {
  const outcome = await planStory(db, { title, sectionId, change, by: ada, now: hoursAgo(5) })
  if ('problems' in outcome) throw new Error(outcome.problems[0]?.message)
  return outcome.id
}

const view = async (parameters: Record<string, string>, editor = ada) =>
  plansView(db, { query: parsePlansQuery(parameters), editor, now: NOW })
const titles = async (parameters: Record<string, string>, editor = ada) =>
  (await view(parameters, editor)).stories.map(({ headline }) => headline)

describe('a story', () => {
  it('has a deadline, an assignee and a note before a word is written', async () => {
    const id = await planned('The new ferry', { deadline: hoursAhead(5), assigneeId: ole.id, note: 'Call the port' })
    expect(await planOf(db, id)).toEqual({
      deadline: hoursAhead(5).getTime(),
      assignee: { id: ole.id, name: 'Ole' },
      note: 'Call the port',
    })
    const [story] = (await view({ as: 'list' })).stories
    expect(story).toMatchObject({ headline: 'The new ferry', state: 'draft', isUnwritten: true, section: 'City' })
  })

  it('needs a title, an open section and an assignee with an open account', async () => {
    const plan = (title: string, sectionId: number | null, assigneeId: string | null) =>
      planStory(db, { title, sectionId, change: { assigneeId }, by: ada, now: NOW })
    expect(await plan(' ', CITY, null)).toMatchObject({ problems: [{ field: 'title' }] })
    expect(await plan('Ferries', 99, null)).toMatchObject({ problems: [{ field: 'sectionId' }] })
    expect(await plan('Ferries', CITY, 'nobody')).toMatchObject({ problems: [{ field: 'assigneeId' }] })
    await deactivateUser(db, { id: ole.id, now: NOW })
    expect(await plan('Ferries', CITY, ole.id)).toMatchObject({ problems: [{ field: 'assigneeId' }] })
    expect(await titles({ as: 'list' })).toEqual([])
  })

  it('belongs to whoever was given it, who is told, until it is given to somebody else', async () => {
    const id = await planned('The new ferry')
    const owns = async () => can(ole, 'save article', (await articleOwnership(db, id)) ?? undefined)
    expect(await owns()).toBe(false)
    await changePlan(db, { id, change: { assigneeId: ole.id }, by: ada, now: NOW })
    await changePlan(db, { id, change: { note: 'Soon' }, by: ada, now: NOW })
    expect(await owns()).toBe(true)
    expect(await titles({ as: 'list' }, ole)).toEqual(['The new ferry'])
    expect(await notificationsOf(db, ole.id)).toMatchObject([{ kind: 'assignment', causedBy: 'Ada', words: '' }])
    await changePlan(db, { id, change: { assigneeId: null }, by: ada, now: NOW })
    expect(await owns()).toBe(false)
  })

  it('keeps each field that another change does not name', async () => {
    const id = await planned('The new ferry', { note: 'Call the port' })
    await changePlan(db, { id, change: { deadline: hoursAhead(1) }, by: ada, now: NOW })
    await changePlan(db, { id, change: { assigneeId: ole.id }, by: ada, now: NOW })
    await changePlan(db, { id, change: { deadline: null }, by: ada, now: NOW })
    expect(await planOf(db, id)).toMatchObject({ deadline: null, assignee: { name: 'Ole' }, note: 'Call the port' })
  })

  it('that was deleted has no plan to change and stands in no view', async () => {
    const id = await planned('The new ferry', { deadline: hoursAhead(1) })
    await deleteDraft(db, { id, by: ada, now: NOW })
    expect(await changePlan(db, { id, change: { note: 'x' }, by: ada, now: NOW })).toHaveProperty('problems')
    expect(await titles({ as: 'list' })).toEqual([])
    expect(await titles({})).toEqual([])
  })
})

describe('the views', () => {
  beforeEach(async () => {
    await planned('Late', { deadline: hoursAgo(1), assigneeId: ole.id })
    await planned('Tomorrow', { deadline: hoursAhead(24) }, TRANSPORT)
    await planned('Someday', {}, WORLD)
    await aStory(db, { headline: 'Without a plan', state: 'draft', publishedAt: null })
  })

  it('list what is to be done, the earliest deadline first and those without one last', async () => {
    expect(await titles({ as: 'list' })).toEqual(['Late', 'Tomorrow', 'Someday'])
    expect(await titles({ as: 'list', view: 'late' })).toEqual(['Late'])
    expect(await titles({ as: 'list', view: 'unassigned' })).toEqual(['Tomorrow', 'Someday'])
    expect(await titles({ as: 'list', view: 'mine' }, ole)).toEqual(['Late'])
    expect(await titles({ as: 'list', section: String(CITY) })).toEqual(['Late', 'Tomorrow'])
  })

  it('show a contributor nothing but their own', async () => {
    expect(await titles({ as: 'list' }, ole)).toEqual(['Late'])
    expect((await view({}, ole)).undated).toEqual([])
  })

  it('show a week from Monday to Sunday, and a month in whole weeks', async () => {
    const week = await view({})
    expect([week.from, week.until, week.today]).toEqual(['2026-11-23', '2026-11-30', '2026-11-23'])
    const month = await view({ as: 'month', day: '2026-11-23' })
    expect([month.from, month.until]).toEqual(['2026-10-26', '2026-12-07'])
  })
})

describe('the calendar', () => {
  it('shows deadlines, publications and ends that are to come, and planned stories that were published', async () => {
    await planned('Deadline', { deadline: hoursAhead(3) })
    await aStory(db, { headline: 'Scheduled', state: 'scheduled', publishedAt: hoursAhead(2) })
    await aStory(db, { headline: 'Ends', publishedAt: hoursAgo(900), withdrawnAt: hoursAhead(4) })
    await aStory(db, { headline: 'Published without a plan', publishedAt: hoursAgo(2) })
    const out = await aStory(db, { headline: 'Published as planned', publishedAt: hoursAgo(1) })
    await changePlan(db, { id: out, change: { note: 'Front page' }, by: ada, now: NOW })
    const { stories, from, until } = await view({})
    const span = { from: Date.parse(`${from}T00:00Z`), until: Date.parse(`${until}T00:00Z`) }
    expect(planEntries(stories, span).map(({ what, story }) => `${what}: ${story.headline}`)).toEqual([
      'publication: Published as planned',
      'publication: Scheduled',
      'deadline: Deadline',
      'end: Ends',
    ])
  })

  it('has what has no deadline beside it, and fronts that are planned', async () => {
    await planned('Someday')
    await db.insert(editions).values({
      sectionId: WORLD,
      startsAt: hoursAhead(4),
      publishedAt: NOW,
      publishedBy: 'Ada',
      arrangement: { lead: null, seconds: [], bands: [] } as never,
    })
    expect((await view({})).undated).toMatchObject([{ headline: 'Someday' }])
    expect((await view({})).editions).toEqual([
      { startsAt: hoursAhead(4).getTime(), section: 'World', publishedBy: 'Ada' },
    ])
    expect((await view({ view: 'mine' })).editions).toEqual([])
    expect((await view({}, ole)).editions).toEqual([])
  })
})
