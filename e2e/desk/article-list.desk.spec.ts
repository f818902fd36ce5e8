import { writeArticle } from '@/db/editing/writing'
import { schedule } from '@/db/publishing/publishing'
import { violations } from '@/e2e/testing/accessibility'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { demoStory, sectionId } from '@/e2e/testing/demo-story'
import { expect, test } from '@/e2e/testing/desk'
import { press } from '@/e2e/testing/press'
import { withoutAccount } from '@/lib/revisions/saver'
import { HOUR_MS } from '@/lib/time/durations'

test('the list searches, filters and sorts stories, and its address holds the filters', async ({ desk }) => {
  const page = await desk.signedIn('Edith Vane', 'editor')
  await page.goto('/admin/articles')
  await expect(page.getByRole('heading', { name: 'Stories' })).toBeVisible()
  const rows = page.getByRole('row')
  expect(await rows.count()).toBeGreaterThan(40)

  const ferry = await demoStory(desk.paper, 'ferry-day')
  const words = page.getByRole('combobox', { name: 'Search' })
  await words.fill(ferry.headline)
  await press(words)
  await expect(page).toHaveURL(/[?&]q=/)
  await expect(page.getByRole('link', { name: ferry.headline })).toBeVisible()
  expect(await rows.count()).toBeLessThan(10)
  await expect(page.locator('mark').first()).toBeVisible()

  // While somebody types, the story itself is offered.
  const offered = page.getByRole('option', { name: ferry.headline })
  await expect(async () => {
    await words.fill('')
    await words.fill(ferry.headline.slice(0, -2))
    await expect(offered).toBeVisible({ timeout: 2000 })
  }).toPass()
  expect(await violations(page)).toEqual([])
  await press(words, 'ArrowDown')
  await expect(page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option', { selected: true })).toHaveCount(
    1,
  )
  await press(words, 'Escape')
  await expect(offered).toBeHidden()

  // What was mistyped is offered as it was meant, within the same list.
  await page.goto('/admin/articles?q=dredgng&state=published')
  await expect(page.getByText('No story is like that.')).toBeVisible()
  await page.getByRole('link', { name: 'dredging', exact: true }).click()
  await expect(page).toHaveURL(/q=dredging&state=published/)
  expect(await rows.count()).toBeGreaterThan(1)

  await page.goto('/admin/articles')
  await page.getByLabel('State').selectOption({ label: 'Scheduled' })
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.getByText(/^Publishes /).first()).toBeVisible()
  expect(await page.getByText(/^Published /).count()).toBe(0)

  await page.goto('/admin/articles')
  await page.getByRole('link', { name: /^Headline/ }).click()
  await expect(page.getByRole('columnheader', { name: /^Headline/ })).toHaveAttribute('aria-sort', 'ascending')
  const headlines = await page.getByRole('rowheader').getByRole('link').allTextContents()
  expect(headlines.slice(0, 5)).toEqual(
    headlines.slice(0, 5).toSorted((one, other) => one.localeCompare(other, 'en', { sensitivity: 'base' })),
  )
  expect(await violations(page)).toEqual([])
})

test('a draft that was never public is deleted after a confirmation, and restored from the deleted ones', async ({
  desk,
}) => {
  const { db } = desk.paper
  const draft = {
    headline: 'A thought about gulls',
    sectionId: await sectionId(desk.paper, 'science'),
    kind: 'opinion' as const,
    language: 'en',
    body: [],
  }
  await writeArticle(db, { draft, by: withoutAccount('The desk'), now: PRINTED_AT })
  const page = await desk.signedIn('Edith Vane', 'editor')
  await page.goto('/admin/articles')
  const row = page.getByRole('row', { name: /A thought about gulls/ })
  await row.getByRole('button', { name: /^Delete/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Delete/ })
    .click()
  await expect(row).toHaveCount(0)

  await page.goto('/admin/articles?state=deleted')
  await row.getByRole('button', { name: /^Recover/ }).click()
  await expect(row).toHaveCount(0)
  await page.goto('/admin/articles')
  await expect(row).toHaveCount(1)
})

test('a duplicate is a separate draft with the same text', async ({ desk }) => {
  const page = await desk.signedIn('Edith Vane', 'editor')
  const { headline } = await demoStory(desk.paper, 'ferry-day')
  await page.goto(`/admin/articles?${new URLSearchParams({ q: headline })}`)
  await page
    .getByRole('row', { name: headline })
    .getByRole('button', { name: /^Duplicate/ })
    .click()
  await expect(page).toHaveURL(/\/admin\/articles\/\d+$/)
  await expect(page.getByLabel('Headline', { exact: true })).toHaveValue(new RegExp(headline.slice(0, 20)))
  await expect(page.getByText('draft', { exact: false }).first()).toBeVisible()
})

test('a contributor sees only own stories in the list', async ({ desk }) => {
  const page = await desk.signedIn('Cora Lund', 'contributor')
  await page.goto('/admin/articles')
  await expect(page.getByText('You have no story yet')).toBeVisible()
  await page.getByRole('button', { name: 'New story' }).click()
  await expect(page).toHaveURL(/\/admin\/articles\/\d+$/)
  await page.getByLabel('Headline', { exact: true }).fill('Gulls')
  // A change that is not yet saved is sent to the server a moment after the page is left.
  await page.goto('/admin/articles')
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('rowheader').getByRole('link')).toHaveText(['Gulls'], { timeout: 1000 })
  }).toPass({ timeout: 15_000 })
})

test('a story whose scheduled time passed while the site was down is marked in its row, in a banner and in /healthz', async ({
  desk,
}) => {
  const { paper } = desk
  const page = await desk.signedIn('Edith Vane', 'editor')
  const draft = {
    headline: 'The tide turns at nine',
    sectionId: await sectionId(paper, 'science'),
    kind: 'news' as const,
    language: 'en',
    body: [{ type: 'paragraph' as const, id: 'e1', text: [{ text: 'It does.' }] }],
  }
  const id = await writeArticle(paper.db, { draft, by: withoutAccount('The desk'), now: PRINTED_AT })
  const at = new Date(PRINTED_AT.getTime() + HOUR_MS)
  await schedule(paper.db, { id, at, by: withoutAccount('The desk'), now: PRINTED_AT })
  await paper.stop('SIGKILL')
  paper.moveClockTo(new Date(at.getTime() + 10 * 60_000))
  await paper.run()
  await page.goto('/admin/articles?q=tide+turns+nine')
  await expect(page.getByRole('row', { name: /The tide turns at nine/ })).toContainText('noticed 10 minutes late')
  await expect(page.getByRole('status').filter({ hasText: 'noticed late within the last day' })).toBeVisible()
  const health = await (await page.request.get('/healthz')).json()
  expect(health.schedule).toMatchObject({ overdue: 0, lateLastDay: 1 })
})
