import type { Page } from 'playwright/test'
import sharp from 'sharp'
import { writeArticle } from '@/db/editing/writing'
import { violations } from '@/e2e/testing/accessibility'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { demoStory, publicStory, sectionId } from '@/e2e/testing/demo-story'
import { expect, test } from '@/e2e/testing/desk'
import { press } from '@/e2e/testing/press'
import { fetchFrom } from '@/e2e/testing/site-response'
import { withoutAccount } from '@/lib/revisions/saver'

const zone = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** The headlines of the front page that readers get, from the top. */
async function headlines(page: Page): Promise<string[]> {
  const front = await page.request.get('/')
  const text = await front.text()
  return [...text.matchAll(/<h3[^>]*>\s*<a [^>]*>(.*?)<\/a>/g)].map(([, headline = '']) => headline)
}

async function place(page: Page, headline: string, where: string): Promise<void> {
  await press(
    page.getByRole('region', { name: 'Stories to place' }).getByRole('button', { name: `Place: ${headline}` }),
  )
  const dialog = page.getByRole('dialog')
  await press(dialog.getByRole('button', { name: where, exact: true }))
  await expect(dialog).toHaveCount(0)
}

test('a story is led, previewed and published with the keyboard alone, and an earlier edition comes back with one click', async ({
  desk,
}) => {
  const page = await desk.signedIn('Ada Reed', 'editor')
  const story = await demoStory(desk.paper, 'museum-roof')
  const [formerLead = ''] = await headlines(page)
  await page.goto('/admin')
  await press(page.getByRole('link', { name: 'Front page' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Front page' })).toBeVisible()
  const search = page.getByRole('searchbox', { name: 'Search' })
  await expect(search).toBeEditable()
  await search.pressSequentially('museum roof')
  await place(page, story.headline, 'Lead')
  await expect(zone(page, 'Lead')).toContainText(story.headline)
  await expect(page.locator(`[data-card="${story.id}"] button:focus`)).toHaveCount(1)
  expect((await headlines(page))[0]).toBe(formerLead)
  await expect(page.getByText('are not published yet', { exact: false })).toBeVisible()

  await press(page.getByRole('link', { name: 'Preview' }))
  const preview = page.frameLocator('iframe')
  await expect(preview.getByRole('heading', { level: 3 }).first()).toHaveText(story.headline)
  for (const width of ['Tablet', 'Desktop', 'Phone']) {
    await press(page.getByRole('button', { name: width }))
    await expect(page.getByTitle(`The front at the width of a ${width.toLowerCase()}`)).toBeVisible()
  }
  await press(page.getByRole('link', { name: 'Back to arranging' }))

  await press(page.getByRole('button', { name: 'Publish', exact: true }))
  await press(page.getByRole('button', { name: 'Publish now' }))
  await expect(page.getByText('Readers have this front now.')).toBeVisible()
  expect((await headlines(page))[0]).toBe(story.headline)

  const earlier = page.getByRole('region', { name: 'Editions' }).getByRole('button', { name: /^Publish again/ })
  await press(earlier.first())
  await expect(page.getByText(/^Readers have the edition of/)).toBeVisible()
  expect((await headlines(page))[0]).toBe(formerLead)
})

test('stories are dragged from the list and between places', async ({ desk }) => {
  const page = await desk.signedIn('Ada Reed', 'editor')
  await page.setViewportSize({ width: 1280, height: 1400 })
  const story = await demoStory(desk.paper, 'museum-roof')
  await page.goto('/admin/front')
  await page.getByRole('searchbox', { name: 'Search' }).fill('museum roof')
  const offered = page.getByRole('region', { name: 'Stories to place' }).getByText(story.headline)
  await offered.hover()
  await page.mouse.down()
  const lead = await zone(page, 'Lead').boundingBox()
  await page.mouse.move((lead?.x ?? 0) + 200, (lead?.y ?? 0) + 100, { steps: 12 })
  await page.mouse.move((lead?.x ?? 0) + 202, (lead?.y ?? 0) + 15, { steps: 4 })
  await page.mouse.up()
  await expect(zone(page, 'Lead').locator(`[data-card="${story.id}"]`)).toBeVisible()
  const former = await demoStory(desk.paper, 'tram-line-4')
  await expect(zone(page, 'Beside the lead').locator(`[data-card="${former.id}"]`)).toBeVisible()
})

test('two people arrange the front at once, and neither loses a change', async ({ desk }) => {
  const ada = await desk.signedIn('Ada Reed', 'editor')
  const bo = await desk.signedIn('Bo Marten', 'editor')
  const [museum, ferry] = [await demoStory(desk.paper, 'museum-roof'), await demoStory(desk.paper, 'ferry-day')]
  for (const page of [ada, bo]) await page.goto('/admin/front')
  await ada.getByRole('searchbox', { name: 'Search' }).fill('museum roof')
  await bo.getByRole('searchbox', { name: 'Search' }).fill(ferry.headline)
  await place(ada, museum.headline, 'Lead')
  await place(bo, ferry.headline, 'Beside the lead')
  await expect(zone(bo, 'Lead')).toContainText(museum.headline)
  await expect(zone(ada, 'Beside the lead')).toContainText(ferry.headline)
  await expect(ada.getByText('Bo Marten changed this front.')).toBeVisible()
})

test('a card has its own headline, further stories and an end', async ({ desk }) => {
  const page = await desk.signedIn('Ada Reed', 'editor')
  const below = await demoStory(desk.paper, 'ferry-day')
  await page.goto('/admin/front')
  await zone(page, 'Lead')
    .getByRole('button', { name: /^Edit the card/ })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Headline on this front').fill('The tram is here')
  await dialog.getByText('Add a story').click()
  await dialog.getByRole('combobox', { name: 'Story' }).fill(below.headline)
  await dialog.getByRole('option', { name: below.headline }).click()
  await expect(dialog.getByRole('button', { name: `Take out: ${below.headline}` })).toBeVisible()
  await dialog.getByLabel('It leaves this front at a time').check()
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Save the card' }).click()
  await expect(zone(page, 'Lead')).toContainText('The tram is here')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('button', { name: 'Publish now' }).click()
  await expect(page.getByText('Readers have this front now.')).toBeVisible()
  const front = await fetchFrom(desk.paper, '/')
  expect((await headlines(page))[0]).toBe('The tram is here')
  expect(front.linksTo(below.path).length).toBeGreaterThan(0)
  desk.paper.moveClockTo(new Date(PRINTED_AT.getTime() + 25 * 3_600_000))
  expect((await headlines(page))[0]).not.toBe('The tram is here')
})

test('what is typed on a card while its picture is uploaded stays', async ({ desk }) => {
  const page = await desk.signedIn('Ada Reed', 'editor')
  let send = () => {}
  const held = new Promise<void>((resolve) => {
    send = resolve
  })
  await page.route('**/api/desk/pictures*', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/admin/front')
  await zone(page, 'Lead')
    .getByRole('button', { name: /^Edit the card/ })
    .click()
  const dialog = page.getByRole('dialog')
  const buffer = await sharp({ create: { width: 640, height: 400, channels: 3, background: '#456' } })
    .jpeg()
    .toBuffer()
  await dialog
    .getByLabel('Another picture on this front')
    .setInputFiles({ name: 'tram.jpg', mimeType: 'image/jpeg', buffer })
  await dialog.getByLabel('Headline on this front').fill('The tram is here')
  send()
  await expect(dialog.getByText('Another picture is chosen.')).toBeVisible()
  await expect(dialog.getByLabel('Headline on this front')).toHaveValue('The tram is here')
})

test('breaking news is raised from the room of a story and taken down at the front-page desk', async ({ desk }) => {
  const page = await desk.signedIn('Ada Reed', 'editor')
  const story = await demoStory(desk.paper, 'ferry-day')
  await page.goto(`/admin/articles/${story.id}`)
  await page.getByRole('link', { name: 'Raise it as breaking news' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('The line').fill('Ferries stop at noon')
  await dialog.getByLabel('It is up for').selectOption({ label: 'an hour' })
  await dialog.getByRole('button', { name: 'Raise it now' }).click()
  await expect(page.getByRole('region', { name: 'Breaking news' })).toContainText('Ferries stop at noon')
  expect((await fetchFrom(desk.paper, '/')).body).toContain('Ferries stop at noon')
  await page.getByRole('button', { name: 'Take it down' }).click()
  await expect(page.getByText('No breaking news is up.')).toBeVisible()
  expect((await fetchFrom(desk.paper, '/')).body).not.toContain('Ferries stop at noon')
})

test('a draft and the front go out as one act', async ({ desk }) => {
  const { paper } = desk
  const draft = {
    headline: 'The count is in',
    sectionId: await sectionId(paper, 'politics'),
    kind: 'news' as const,
    language: 'en',
    bylines: [{ authorId: null, name: 'Ada Reed' }],
    body: [{ type: 'paragraph' as const, id: 'e1', text: [{ text: 'Every ward has reported by eleven.' }] }],
  }
  const id = await writeArticle(paper.db, { draft, by: withoutAccount('Ada Reed'), now: PRINTED_AT })
  const page = await desk.signedIn('Ada Reed', 'editor')
  await page.goto('/admin/front')
  await page.getByRole('searchbox', { name: 'Search' }).fill('count is in')
  await place(page, draft.headline, 'Lead')
  await expect(zone(page, 'Lead')).toContainText('Not public')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('checkbox', { name: draft.headline }).check()
  await page.getByRole('button', { name: 'Publish now' }).click()
  await expect(page.getByText('Readers have this front now.')).toBeVisible()
  expect((await headlines(page))[0]).toBe(draft.headline)
  expect((await publicStory(paper, id)).path).toContain('/politics/the-count-is-in')
})

test('a section is led on its first page', async ({ desk }) => {
  const page = await desk.signedIn('Ada Reed', 'editor')
  const story = await demoStory(desk.paper, 'ferry-day')
  await page.goto('/admin/front')
  await page.getByLabel('Which front').selectOption({ label: 'World' })
  await expect(page.getByRole('heading', { level: 1, name: 'The front of World' })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search' }).fill(story.headline)
  await place(page, story.headline, 'Lead')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('button', { name: 'Publish now' }).click()
  await expect(page.getByText('Readers have this front now.')).toBeVisible()
  expect((await fetchFrom(desk.paper, '/world')).linksTo(story.path).length).toBe(1)
})

test('the front-page desk has no accessibility violations, in light, in dark and on a phone', async ({ desk }) => {
  const page = await desk.signedIn('Ada Reed', 'editor')
  await page.goto('/admin/front')
  await expect(page.getByRole('region', { name: 'Stories to place' }).getByRole('listitem').first()).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violations(page, { only: ['color-contrast', 'target-size'] })).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await violations(page, { only: ['color-contrast', 'target-size'] })).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})

test('a contributor may not arrange fronts', async ({ desk }) => {
  const page = await desk.signedIn('Cleo Sand', 'contributor')
  expect((await page.goto('/admin/front'))?.status()).toBe(403)
  expect((await page.goto('/preview/front'))?.status()).toBe(404)
})
