import { eq, sql } from 'drizzle-orm'
import { inTransaction } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { demoStory } from '@/e2e/testing/demo-story'
import { PAGE_TYPES } from '@/e2e/testing/page-types'
import { expect, test } from '@/e2e/testing/paper'

for (const { name, status, path } of PAGE_TYPES) {
  test.describe(`the ${name} page, without scripts,`, () => {
    test('has its landmarks and headings in order', async ({ page, paper }) => {
      const answer = await page.goto(paper.url + (await path(paper)))
      expect(answer?.status()).toBe(status)
      await expect(page.getByRole('banner')).toHaveCount(1)
      await expect(page.getByRole('main')).toHaveCount(1)
      await expect(page.getByRole('contentinfo')).toHaveCount(1)
      await expect(page.getByRole('navigation', { name: 'Sections', exact: true })).toBeVisible()
      await expect(page.getByRole('search').first()).toBeVisible()
      const levels = await page
        .getByRole('heading')
        .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName.slice(1))))
      expect(levels[0]).toBe(1)
      expect(levels.filter((level) => level === 1)).toHaveLength(1)
      for (const [place, level] of levels.entries()) {
        expect(level, `heading ${place + 1} of ${levels}`).toBeLessThanOrEqual((levels[place - 1] ?? 0) + 1)
      }
    })

    test('fits the narrowest phone and shows no tool that needs a script', async ({ page, paper }) => {
      await page.setViewportSize({ width: 320, height: 640 })
      await page.goto(paper.url + (await path(paper)))
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
      for (const button of ['Dark', 'Copy link', 'Share', 'Large text']) {
        await expect(page.getByRole('button', { name: button, exact: true })).toBeHidden()
      }
    })
  })
}

test('the first focusable link skips to the story', async ({ page, paper }) => {
  await page.goto(paper.url + (await demoStory(paper, 'pyongyang-visit')).path)
  const skip = page.getByRole('link', { name: 'Skip to the story' })
  await page.keyboard.press('Tab')
  await expect(skip).toBeFocused()
  expect((await skip.boundingBox())?.width).toBeGreaterThan(80)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every focused element on a ${colorScheme} page has a visible ring`, async ({ page, paper }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto(paper.url + (await demoStory(paper, 'ferry-day')).path)
    const focused = new Set<string>()
    for (;;) {
      await page.keyboard.press('Tab')
      const stop = await page.evaluate(() => {
        const at = document.activeElement
        if (!at || at === document.body) return null
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(at)
        const place = [...document.querySelectorAll('*')].indexOf(at)
        const paperColour = getComputedStyle(document.documentElement).backgroundColor
        return {
          id: `${place} ${at.textContent?.trim().slice(0, 40)}`,
          ring: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && outlineColor !== paperColour,
        }
      })
      if (!stop || focused.has(stop.id)) break
      focused.add(stop.id)
      expect(stop.ring, stop.id).toBe(true)
    }
    expect(focused.size).toBeGreaterThan(30)
  })
}

test('the search works with the keyboard alone', async ({ page, paper }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(paper.url)
  const field = page.getByRole('searchbox', { name: 'Search the paper' })
  while (!(await field.evaluate((element) => element === document.activeElement))) await page.keyboard.press('Tab')
  await page.keyboard.type('seagrass')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${paper.url}/search?q=seagrass`)
  await expect(page.getByRole('link', { name: (await demoStory(paper, 'seagrass')).headline })).toBeVisible()
  await expect(page.getByRole('main').getByRole('searchbox')).toHaveValue('seagrass')
})

test('on a phone the search is one tap away', async ({ page, paper }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(paper.url)
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).click()
  await page.getByRole('main').getByRole('searchbox').fill('seagrass')
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('link', { name: (await demoStory(paper, 'seagrass')).headline })).toBeVisible()
})

test('a missing page says so and links to other pages', async ({ page, paper }) => {
  const answer = await page.goto(`${paper.url}/no/such/page`)
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address')
  await expect(page.getByRole('link', { name: 'Go to the front page' })).toHaveAttribute('href', '/')
})

test('the page of a withdrawn story gives the reason and none of its text', async ({ page, paper }) => {
  const answer = await page.goto(paper.url + (await demoStory(paper, 'bakery-prize')).path)
  expect(answer?.status()).toBe(410)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This story has been withdrawn')
  await expect(page.getByRole('main')).toContainText('The organisers have told us that no prize was awarded this year.')
  expect(await page.content()).not.toContain((await demoStory(paper, 'bakery-prize')).headline)
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex')
})

test('a page that fails to render answers 500 with a page of the paper [status-codes]', async ({
  page,
  ownPaper: paper,
}) => {
  const path = (await demoStory(paper, 'seagrass')).path
  const { headline } = await demoStory(paper, 'seagrass')
  await inTransaction(paper.db, async (tx) => {
    const unknown = sql`'[{"type":"hologram","id":"e1"}]'`
    await tx.update(articles).set({ body: unknown }).where(eq(articles.headline, headline))
  })
  const answer = await page.goto(paper.url + path)
  expect(answer?.status()).toBe(500)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page cannot be shown right now')
  await expect(page.getByRole('banner')).toBeVisible()
})
