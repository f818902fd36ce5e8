import type { Page } from 'playwright/test'
import { savePairs } from '@/db/timelines/save-pairs'
import { addStories, removeStories } from '@/db/timelines/story-changes'
import { violations } from '@/e2e/testing/accessibility'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { demoStory, proposedIn } from '@/e2e/testing/demo-story'
import { expect, test } from '@/e2e/testing/desk'
import { press } from '@/e2e/testing/press'

const part = (page: Page) => page.getByRole('region', { name: 'Timeline of the story' })
const field = (page: Page) => part(page).getByRole('combobox', { name: 'Put it into a timeline' })
const focusIsIn = (page: Page) =>
  part(page).evaluate((region) => region.contains(document.activeElement) || document.activeElement?.tagName)

test('an editor takes a story out of its timeline and puts it back, by keyboard', async ({ desk }) => {
  const bridge = await demoStory(desk.paper, 'lifting-bridge')
  const page = await desk.signedIn('Ada Reed', 'editor')
  await page.goto(`/admin/articles/${bridge.id}`)
  await expect(part(page).getByRole('link', { name: 'The tram to the harbour' })).toHaveAttribute(
    'href',
    '/admin/timelines/1',
  )
  await expect(part(page).getByRole('link', { name: 'See it as readers do' })).toHaveAttribute(
    'href',
    '/timelines/the-tram-to-the-harbour',
  )
  expect(await violations(page)).toEqual([])
  await press(part(page).getByRole('button', { name: 'Take it out of The tram to the harbour' }))
  await expect(part(page).getByText('Taken out of The tram to the harbour.')).toBeVisible()
  expect(await focusIsIn(page)).toBe(true)
  await field(page).focus()
  await page.keyboard.type('tram')
  await expect(part(page).getByRole('option', { name: 'The tram to the harbour', exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(part(page).getByText('In The tram to the harbour.')).toBeVisible()
  expect(await focusIsIn(page)).toBe(true)
  await page.goto(bridge.path)
  await expect(page.getByRole('navigation', { name: 'Story so far' })).toBeVisible()
})

test('an editor makes a timeline for a story at the width of a phone, and one of the same name is refused', async ({
  desk,
}) => {
  const [market, roof] = [await demoStory(desk.paper, 'market-hall'), await demoStory(desk.paper, 'museum-roof')]
  const page = await desk.signedIn('Ada Reed', 'editor')
  await page.setViewportSize({ width: 360, height: 640 })
  await page.goto(`/admin/articles/${market.id}`)
  await field(page).fill('The market')
  await part(page).getByRole('option', { name: 'Make the timeline “The market”' }).click()
  await expect(part(page).getByRole('link', { name: 'The market' })).toBeVisible()
  await expect(part(page).getByText('once three of its stories are in the paper')).toBeVisible()
  await expect(part(page).getByRole('link', { name: 'See it as readers do' })).toHaveCount(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  expect(await violations(page)).toEqual([])
  await page.goto(`/admin/articles/${roof.id}`)
  await field(page).fill('The-market')
  await part(page).getByRole('option', { name: 'Make the timeline “The-market”' }).click()
  await expect(part(page).getByText('Another timeline has the address “the-market”.')).toBeVisible()
  expect(await focusIsIn(page)).toBe(true)
})

test('what the site proposes for a story is accepted or refused in its room', async ({ desk }) => {
  const [ferry = 0] = await proposedIn(desk.paper, ['ferry-day', 'museum-roof', 'market-hall'])
  const page = await desk.signedIn('Ada Reed', 'editor')
  await page.goto(`/admin/articles/${ferry}`)
  await expect(part(page).getByText('It may tell of one event with 2 other stories:')).toBeVisible()
  expect(await violations(page)).toEqual([])
  await part(page).getByLabel('Name of the timeline').fill('A day in town')
  await page.keyboard.press('Enter')
  await expect(part(page).getByRole('link', { name: 'A day in town' })).toBeVisible()
  await expect(part(page).getByText('3 stories in the paper')).toBeVisible()
  expect(await focusIsIn(page)).toBe(true)
})

test('a timeline to which a story may belong is named in its room, and taken or refused there', async ({ desk }) => {
  const keys = ['tram-line-4', 'tram-strike-averted', 'lifting-bridge', 'harbour-dredging']
  const [ferry, roof] = [await demoStory(desk.paper, 'ferry-day'), await demoStory(desk.paper, 'museum-roof')]
  const told = await Promise.all(keys.map((key) => demoStory(desk.paper, key)))
  for (const { id } of [ferry, roof]) {
    const pairs = told.map((other) => ({ otherId: other.id, likeness: 0.9 }))
    await savePairs(desk.paper.db, { id, version: 1, pairs })
  }
  const page = await desk.signedIn('Ada Reed', 'editor')
  await page.goto(`/admin/articles/${ferry.id}`)
  expect(await violations(page)).toEqual([])
  await press(part(page).getByRole('button', { name: 'Put it there: The tram to the harbour' }))
  await expect(part(page).getByText('5 stories in the paper')).toBeVisible()
  expect(await focusIsIn(page)).toBe(true)
  await page.goto(`/admin/articles/${roof.id}`)
  await press(part(page).getByRole('button', { name: 'Not there: The tram to the harbour' }))
  await expect(part(page).getByText('It is not proposed for this timeline again.')).toBeVisible()
  await expect(part(page).getByText('It may belong to')).toHaveCount(0)
  expect(await focusIsIn(page)).toBe(true)
})

test('proposed stories are refused for good in the room of one of them', async ({ desk }) => {
  const [ferry = 0] = await proposedIn(desk.paper, ['ferry-day', 'museum-roof', 'market-hall'])
  const page = await desk.signedIn('Ada Reed', 'editor')
  await page.goto(`/admin/articles/${ferry}`)
  await press(part(page).getByRole('button', { name: 'Never propose these together' }))
  await expect(part(page).getByText('Refused. These stories are not proposed together again.')).toBeVisible()
  await expect(part(page).getByText('It may tell of one event')).toHaveCount(0)
  expect(await focusIsIn(page)).toBe(true)
})

test('somebody who may not arrange timelines sees the one of their story and changes nothing there', async ({
  desk,
}) => {
  const owner = await desk.addAccount('Cleo Marsh', 'contributor')
  const page = await desk.pageFor(owner)
  const response = await page.request.post('/api/desk/articles', { data: {}, headers: { Origin: desk.paper.url } })
  const { id } = await response.json()
  await page.goto(`/admin/articles/${id}`)
  await expect(page.getByRole('region', { name: 'Where it belongs' })).toBeVisible()
  await expect(part(page)).toHaveCount(0)
  const act = { id: 1, storyIds: [Number(id)], by: { name: 'Ada Reed' }, now: PRINTED_AT }
  await addStories(desk.paper.db, act)
  await page.reload()
  await expect(part(page).getByText('The tram to the harbour')).toBeVisible()
  await expect(part(page).getByRole('button')).toHaveCount(0)
  await expect(part(page).getByRole('combobox')).toHaveCount(0)
  await removeStories(desk.paper.db, act)
})

test('the room leads to the map of the links of its story', async ({ desk }) => {
  const { id } = await demoStory(desk.paper, 'fish-auction')
  const page = await desk.signedIn('Ada Reed', 'editor')
  await page.goto(`/admin/articles/${id}`)
  const proposals = page.getByRole('region', { name: 'Proposals' })
  await expect(proposals.getByText(/It links to \d+ (story|stories)\./)).toBeVisible()
  await expect(proposals.getByRole('link', { name: 'Map of its links' })).toHaveAttribute('href', `/admin/links/${id}`)
})

test('the preview of a story leads to its timeline as its page does', async ({ desk }) => {
  const { id } = await demoStory(desk.paper, 'lifting-bridge')
  const page = await desk.signedIn('Ada Reed', 'editor')
  await page.goto(`/preview/article/${id}`)
  const soFar = page.getByRole('navigation', { name: 'Story so far' })
  await expect(soFar.getByRole('link')).toHaveAttribute('href', '/timelines/the-tram-to-the-harbour')
})
