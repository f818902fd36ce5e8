import type { Page } from 'playwright/test'
import { violations } from '@/e2e/testing/accessibility'
import { demoStory, proposedIn } from '@/e2e/testing/demo-story'
import { expect, test } from '@/e2e/testing/desk'
import { press } from '@/e2e/testing/press'

const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName ?? 'none')
const KEYS = ['ferry-day', 'museum-roof', 'market-hall'] as const

test('an editor puts a proposal into the paper without one of its stories, by keyboard', async ({ desk }) => {
  await proposedIn(desk.paper, KEYS)
  const roof = await demoStory(desk.paper, 'museum-roof')
  const page = await desk.signedIn('Ada Reed', 'editor')
  await page.goto('/admin/timelines')
  await expect(page.getByText('3 stories that may tell of one event')).toBeVisible()
  await press(page.getByRole('checkbox', { name: roof.headline }), 'Space')
  await page.getByLabel('Name of the timeline').fill('A day in town')
  let answer = () => {}
  const asked = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route(/\/api\/desk\/timelines\?/, async (route) => {
    await asked
    await route.continue()
  })
  await press(page.getByRole('button', { name: 'Put it into the paper' }))
  await expect(page.getByText('In the paper: A day in town.')).toBeVisible()
  // At once, also while the list is still being asked for.
  expect(await focused(page)).toBe('H1')
  answer()
  await expect(page.getByText('Found by the site')).toHaveCount(0)
  await page.getByRole('searchbox', { name: 'Find timelines' }).fill('TRAM')
  await expect(page.getByRole('link', { name: 'A day in town' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'The tram to the harbour' })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Find timelines' }).fill('')
  await page.getByRole('link', { name: 'A day in town' }).click()
  await expect(page.getByRole('checkbox')).toHaveCount(2)
  expect(await violations(page)).toEqual([])
  await page.goto('/timelines/a-day-in-town')
  await expect(page.getByText('Story so far: 2 stories')).toBeVisible()
})

test('an editor refuses a proposal for good, and takes that back', async ({ desk }) => {
  await proposedIn(desk.paper, KEYS)
  const page = await desk.signedIn('Ada Reed', 'editor')
  await page.setViewportSize({ width: 360, height: 640 })
  await page.goto('/admin/timelines')
  await page.getByRole('button', { name: 'Never propose these together' }).click()
  await expect(page.getByText('Refused. These stories are not proposed together again.')).toBeVisible()
  await expect(page.getByText('stories that may tell of one event')).toHaveCount(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await page.getByRole('button', { name: /^Take it back:/ }).click()
  await expect(page.getByText('Taken back.', { exact: false })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Refused' })).toHaveCount(0)
})

test('an editor adds a story, puts one first, takes one out, renames, splits and merges a timeline', async ({
  desk,
}) => {
  const market = await demoStory(desk.paper, 'market-hall')
  const bridge = await demoStory(desk.paper, 'lifting-bridge')
  const dredger = await demoStory(desk.paper, 'harbour-dredging')
  const page = await desk.signedIn('Ada Reed', 'editor')
  await page.goto('/admin/timelines/1')
  await page.getByRole('button', { name: 'Add a story' }).click()
  await page.getByRole('dialog').getByRole('combobox', { name: 'Find the story' }).fill('Market Hall thirty years')
  await page.getByRole('option', { name: new RegExp(market.headline) }).click()
  await expect(page.getByText(`Added: ${market.headline}.`)).toBeVisible()
  expect(await focused(page)).toBe('H1')
  await press(page.getByRole('button', { name: `Put first: ${bridge.headline}` }))
  await expect(page.getByText('Stands first', { exact: true })).toBeVisible()
  await press(page.getByRole('button', { name: `Take out: ${dredger.headline}` }))
  await expect(page.getByText(`Taken out: ${dredger.headline}.`)).toBeVisible()
  await expect(page.getByRole('checkbox')).toHaveCount(4)

  await page.getByLabel('Name', { exact: true }).fill('The tram comes back')
  await page.getByLabel('Address').fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The tram comes back' })).toBeVisible()
  const former = await page.request.get('/timelines/the-tram-to-the-harbour', { maxRedirects: 0 })
  expect([former.status(), former.headers().location]).toEqual([308, '/timelines/the-tram-comes-back'])

  await page.getByRole('checkbox', { name: market.headline }).check()
  await page.getByRole('button', { name: 'Split off the chosen stories' }).click()
  await page.getByRole('button', { name: 'Split', exact: true }).click()
  await expect(page.getByText('Give it a name.')).toBeVisible()
  await page.getByLabel('Name of the new timeline').fill('The market')
  await page.getByRole('button', { name: 'Split', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The market' })).toBeVisible()

  await page.getByRole('button', { name: 'Merge' }).click()
  await page.getByLabel('Find the timeline that stays').fill('tram comes')
  await page.getByRole('radio', { name: 'The tram comes back' }).check()
  await page.getByRole('button', { name: 'Merge into The tram comes back' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The tram comes back' })).toBeVisible()
  await expect(page.getByRole('checkbox', { name: market.headline })).toBeVisible()

  expect(await violations(page)).toEqual([])
  await press(page.getByRole('button', { name: 'Undo the merge of The market' }))
  await expect(page.getByText('The market is in the paper again. 1 story went back into it.')).toBeVisible()
  expect(await focused(page)).toBe('H1')
  await expect(page.getByRole('checkbox', { name: market.headline })).toHaveCount(0)
  await page.getByRole('link', { name: 'The market', exact: true }).click()
  await expect(page.getByRole('checkbox', { name: market.headline })).toBeVisible()
})

test('an editor makes a timeline by hand, and takes one out of the paper', async ({ desk }) => {
  const page = await desk.signedIn('Ada Reed', 'editor')
  await page.goto('/admin/timelines')
  await page.getByRole('button', { name: 'New timeline' }).click()
  await page.getByRole('combobox', { name: 'Its first story' }).fill('Market Hall thirty years')
  await page.keyboard.press('Enter')
  await page.getByLabel('Name of the timeline').fill('The market')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'The market' })).toBeVisible()
  await page.getByRole('button', { name: 'Take it out of the paper' }).click()
  await page.getByRole('button', { name: 'Take it out', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Timelines' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Take it back: The market' })).toBeVisible()
  expect((await page.request.get('/timelines/the-market')).status()).toBe(404)
})
