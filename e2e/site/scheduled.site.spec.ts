import { raiseStrip } from '@/db/front/strips'
import { withdrawAt } from '@/db/publishing/publishing'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { demoStory, publicStory } from '@/e2e/testing/demo-story'
import { expect, Paper, test } from '@/e2e/testing/paper'
import { crawl, fetchFrom, pagesLinkingTo } from '@/e2e/testing/site-response'
import { withoutAccount } from '@/lib/revisions/saver'
import { wallTime } from '@/lib/time/wall-clock'

/** These tests change one paper, one after another; its clock only goes forward. */
let paper: Paper

test.beforeAll(async () => {
  paper = await Paper.start()
})
test.afterAll(() => paper.close())

const SECOND = 1000
const HOUR = 3600 * SECOND

const after = (instant: Date, ms: number) => new Date(instant.getTime() + ms)

test('a strip is on the front page from its start until its end', async () => {
  const { id, path } = await demoStory(paper, 'velodrome')
  const [startsAt, endsAt] = [after(PRINTED_AT, HOUR), after(PRINTED_AT, 2 * HOUR)]
  const strip = { label: 'Breaking', text: '', articleId: id, link: null, endsAt }
  await raiseStrip(paper.db, { strip, by: withoutAccount('The desk'), now: startsAt })
  await paper.catchUp()
  const strips = async () => {
    const front = await fetchFrom(paper, '/')
    return front.wordsOf('main').includes('Breaking') && front.linksTo(path).length === 1
  }
  expect(await strips()).toBe(false)
  const moments: [Date, boolean][] = [
    [after(startsAt, -SECOND), false],
    [startsAt, true],
    [after(endsAt, -SECOND), true],
    [endsAt, false],
  ]
  for (const [moment, isThere] of moments) {
    paper.moveClockTo(moment)
    expect(await strips(), moment.toISOString()).toBe(isThere)
  }
})

test('a scheduled story is on no page before its second, and on every page from then on', async () => {
  const story = await demoStory(paper, 'night-tram-plan')
  const week = (await demoStory(paper, 'week-ahead')).path
  const named = ['/', '/city', '/transport', '/topics/trams', '/topics/city-budget', '/authors/mirela-osei']
  const searches = ['/search?q=night+weekends+spring', '/search?q=nacht']
  const found = [...named, '/authors/tom-achterberg', week, searches[0] ?? '']

  const was = await crawl(paper, ['/', ...searches])
  expect([...was.values()].filter(({ body }) => body.includes(story.headline))).toEqual([])
  expect(pagesLinkingTo(story.path, was)).toEqual([])
  const emptied = was.get(week)?.blocks.length

  // Every page is requested until that second, because one request before it would not be enough.
  for (const path of found) {
    paper.moveClockTo(after(story.publishedAt, -SECOND))
    const answer = await fetchFrom(paper, path)
    expect(answer.linksTo(story.path), path).toEqual([])
    expect(answer.body, path).not.toContain(story.headline)
  }
  for (const method of ['GET', 'HEAD']) {
    paper.moveClockTo(after(story.publishedAt, -SECOND))
    expect((await fetchFrom(paper, story.path, { method })).status).toBe(404)
  }

  paper.moveClockTo(story.publishedAt)
  for (const method of ['GET', 'HEAD']) expect((await fetchFrom(paper, story.path, { method })).status).toBe(200)
  for (const path of found) expect((await fetchFrom(paper, path)).linksTo(story.path), path).not.toEqual([])
  const weekAhead = await fetchFrom(paper, week)
  expect(weekAhead.linksTo(story.path).map(({ place }) => place)).toEqual(['also-read', 'prose'])
  expect(weekAhead.blocks.length).toBe((emptied ?? 0) + 1)

  // The archive tells how many stories a year and a month have, and which day with stories is next, without naming any.
  const [year = '', month = '', date = ''] = wallTime(story.publishedAt, 'Europe/London').day.split('-')
  const counted = ['/archive', `/archive/${year}`, `/archive/${year}/${month}`]
  const day = `/archive/${year}/${month}/${date}`
  // By now the scheduler has stored the publication, which changes no page.
  const is = await crawl(paper)
  for (const [path, answer] of is) {
    const didChange = answer.body !== was.get(path)?.body
    expect(didChange, path).toBe(
      [story.path, day].some((named) => answer.body.includes(named)) || counted.includes(path),
    )
  }
})

test('a story with an end is public until that second and withdrawn from then on', async () => {
  const tramPlan = (await demoStory(paper, 'night-tram-plan')).publishedAt
  const { id, path } = await demoStory(paper, 'tern-colony')
  const now = after(tramPlan, HOUR)
  paper.moveClockTo(now)
  const end = after(now, HOUR)
  await withdrawAt(paper.db, { id, at: end, reason: 'Shown for an hour.', by: withoutAccount('The desk'), now })
  await paper.catchUp()
  const naming = pagesLinkingTo((await publicStory(paper, id)).path, await crawl(paper))
  expect(naming).toContain('/science')

  paper.moveClockTo(after(end, -SECOND))
  expect((await fetchFrom(paper, path)).status).toBe(200)
  paper.moveClockTo(end)
  expect(await fetchFrom(paper, path)).toMatchObject({ status: 410 })
  for (const at of naming) expect((await fetchFrom(paper, at)).linksTo(path), at).toEqual([])
})
