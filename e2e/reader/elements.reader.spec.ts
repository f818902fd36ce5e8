import { eq } from 'drizzle-orm'
import type { Locator, Page } from 'playwright/test'
import { articles, corrections } from '@/db/store/schema'
import { demoStory } from '@/e2e/testing/demo-story'
import { expect, type Paper, test } from '@/e2e/testing/paper'

async function open(page: Page, paper: Paper, key: string): Promise<void> {
  await page.goto(paper.url + (await demoStory(paper, key)).path)
}

const style = (of: Locator, name: string) =>
  of.evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name)

test('every kind of element an article can hold is shown', async ({ page, paper }) => {
  await open(page, paper, 'ferry-day')
  const article = page.getByRole('article')
  const shown: [string, Locator][] = [
    ['dateline', article.getByText('Port Linnet —')],
    ['heading', article.getByRole('heading', { level: 2, name: 'The first boat' })],
    ['smaller heading', article.getByRole('heading', { level: 3, name: 'Who is on it' })],
    ['list', article.getByRole('list').filter({ hasText: 'a dachshund named Marshal' })],
    ['numbered list', article.locator('ol').filter({ hasText: 'Ramp up, chain across' })],
    ['quote', article.getByRole('blockquote').filter({ hasText: 'I could drive' })],
    ['quoted person', article.getByText('Ottilie Brandt, ward sister, on the 7.21')],
    ['pull quote', article.getByText('You can read a gauge, but she tells you first.')],
    ['image with a caption', article.getByRole('figure').filter({ hasText: 'Lowgate Bridge, upstream.' })],
    ['table', article.getByRole('table', { name: 'One working day on the Dunlin, counted on board' })],
    ['fact box', article.getByRole('region', { name: 'The Dunlin', exact: true })],
    ['divider', article.getByRole('separator')],
    ['embed', article.getByRole('link', { name: /Watch on YouTube/ })],
    [
      'also read',
      article.getByRole('link', { name: `Also read: ${(await demoStory(paper, 'tide-tables')).headline}` }),
    ],
    ['related news', article.getByRole('list', { name: 'Related News' })],
  ]
  for (const [name, element] of shown) await expect(element, name).toBeVisible()
  await expect(
    article.locator('[data-element=gallery]').filter({ hasText: 'The river between' }).getByRole('img'),
  ).toHaveCount(3)
  await expect(article.getByRole('columnheader')).toHaveText(['Hours', 'Crossings', 'Passengers', 'Bicycles'])
})

test('an also-read link to another site names the site and is marked as external', async ({ page, paper }) => {
  await open(page, paper, 'ferry-day')
  const link = page.getByRole('link', { name: /^Also read: Ferry: a short history .*\(another site\)$/ })
  await expect(link).toHaveAttribute('href', 'https://en.wikipedia.org/wiki/Ferry')
  await expect(link).toHaveAttribute('rel', /\bexternal\b/)
  await expect(link).toContainText('↗')
})

test('an embed is a link: nothing of the provider is loaded', async ({ page, paper }) => {
  const hosts = new Set<string>()
  page.on('request', (request) => hosts.add(new URL(request.url()).origin))
  await open(page, paper, 'ferry-day')
  await page.getByRole('link', { name: /Watch on YouTube/ }).scrollIntoViewIfNeeded()
  await page.waitForLoadState('networkidle')
  expect([...hosts]).toEqual([paper.url])
  await expect(page.locator('iframe, object, embed, video')).toHaveCount(0)
})

test('a table wider than the phone scrolls within itself and can be focused by keyboard', async ({ page, paper }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await open(page, paper, 'ferry-day')
  await expect(page.getByRole('region', { name: /One working day/ })).toHaveAttribute('tabindex', '0')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
})

for (const [name, key, language, direction, face] of [
  ['Hindi', 'monsoon-street', 'hi', 'ltr', /^"Noto Serif Devanagari"/],
  ['Arabic', 'old-library', 'ar', 'rtl', /^"Noto Naskh Arabic"/],
] as const) {
  test(`a story in ${name} gives the whole page its language, direction and face`, async ({ page, paper }) => {
    await open(page, paper, key)
    const html = page.locator('html')
    await expect(html).toHaveAttribute('lang', language)
    await expect(html).toHaveAttribute('dir', direction)
    const heading = page.getByRole('heading', { level: 1 })
    expect(await style(heading, 'font-family')).toMatch(face)
    expect(await style(page.locator('article p').last(), 'font-family')).toMatch(/Noto|system|Segoe/)
    expect(await style(heading, 'letter-spacing')).toBe('normal')
  })
}

test('a right-to-left story mirrors the page: breadcrumb, rules and headlines stand at the right', async ({
  page,
  paper,
}) => {
  const breadcrumb = page.getByRole('navigation', { name: 'Where this story stands' })
  const alsoRead = page.locator('[data-element="also-read"]').first()
  const middleOf = async (of: Locator) => {
    const box = await of.boundingBox()
    if (!box) throw new Error('what was to be measured is not shown')
    return box.x + box.width / 2
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  await open(page, paper, 'old-library')
  expect(await middleOf(breadcrumb)).toBeGreaterThan(640)
  expect(await style(alsoRead, 'border-right-width')).toBe('3px')
  expect(await style(alsoRead, 'border-left-width')).toBe('0px')
  await open(page, paper, 'pyongyang-visit')
  expect(await middleOf(breadcrumb)).toBeLessThan(640)
  expect(await style(alsoRead, 'border-right-width')).toBe('0px')
  expect(await style(alsoRead, 'border-left-width')).toBe('3px')
})

test('a correction is shown with its instant', async ({ page, paper }) => {
  const [filed] = await paper.db
    .select({ note: corrections.note, correctedAt: corrections.correctedAt })
    .from(corrections)
    .innerJoin(articles, eq(articles.id, corrections.articleId))
    .where(eq(articles.headline, (await demoStory(paper, 'museum-roof')).headline))
  await open(page, paper, 'museum-roof')
  const note = page.getByRole('region', { name: 'Correction' })
  await expect(note).toBeVisible()
  await expect(note).toContainText(filed?.note ?? 'there is no correction')
  const shownAt = await note.locator('time').getAttribute('datetime')
  expect(new Date(shownAt ?? '')).toEqual(filed?.correctedAt)
  await page.getByRole('link', { name: 'Corrected: see the note' }).click()
  await expect(note).toBeInViewport()
})

test('in print, both blocks show the addresses of their links and the tools are hidden', async ({ page, paper }) => {
  await page.emulateMedia({ media: 'print' })
  await open(page, paper, 'pyongyang-visit')
  const links = page.locator('aside[data-element] a')
  await expect(links).toHaveCount(6)
  const shown = await links.evaluateAll((found) =>
    found.map((link) => ({ to: link.getAttribute('href') ?? '', after: getComputedStyle(link, '::after').content })),
  )
  for (const { to, after } of shown) expect(after).toContain(to)
  for (const gone of ['contentinfo', 'search'] as const) await expect(page.getByRole(gone)).toBeHidden()
  await expect(page.getByRole('region', { name: /^More from/ })).toBeHidden()
})
