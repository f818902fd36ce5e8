import { demoStory } from '@/e2e/testing/demo-story'
import { expect, test } from '@/e2e/testing/paper'

/** The targets of the blocks of the story, in the order of the page. */
const BLOCKS = [
  ['baltimore-bridge'],
  ['debate-topics', 'panda-diplomacy'],
  ['ukraine-missiles'],
  ['red-sea-northern-route', 'gaza-veto'],
]

test.beforeEach(async ({ page, paper }) => {
  await page.goto(paper.url + (await demoStory(paper, 'pyongyang-visit')).path)
})

test('the blocks are between the paragraphs in the order that the editor chose', async ({ page }) => {
  const elements = page
    .locator('article p:has-text("Sergey Naryshkin, the director")')
    .locator('xpath=../*[not(@data-part)]')
  const kinds = await elements.evaluateAll((found) =>
    found.map((element) =>
      element instanceof HTMLElement && element.dataset.element
        ? `${element.dataset.element} ${element.querySelectorAll('a').length}`
        : element.tagName.toLowerCase(),
    ),
  )
  expect(kinds).toEqual([
    ...['p', 'p', 'also-read 1', 'related-news 2'],
    ...['p', 'p', 'also-read 1', 'related-news 2'],
    ...['p', 'p'],
  ])
})

test('each block links to its stories with their headlines and canonical paths', async ({ page, paper }) => {
  for (const [place, keys] of BLOCKS.entries()) {
    const links = page.locator('aside[data-element]').nth(place).getByRole('link')
    await expect(links).toHaveCount(keys.length)
    for (const [row, key] of keys.entries()) {
      await expect(links.nth(row)).toHaveAttribute('href', (await demoStory(paper, key)).path)
      await expect(links.nth(row)).toContainText((await demoStory(paper, key)).headline)
    }
  }
})

test('every link of the blocks answers 200 without a redirect', async ({ paper }) => {
  for (const key of BLOCKS.flat()) {
    const answer = await fetch(paper.url + (await demoStory(paper, key)).path, { redirect: 'manual' })
    expect(answer.status, key).toBe(200)
  }
})

test('the labels say Also read: and Related News |, letter for letter [signature-blocks]', async ({ page }) => {
  const words = await page.locator('aside[data-element]').evaluateAll((blocks) =>
    // The first text in the markup, as a text-only browser shows it.
    blocks.map((block) => (block.querySelector('p') ?? block.querySelector('span'))?.textContent),
  )
  expect(words).toEqual(['Also read:', 'Related News |', 'Also read:', 'Related News |'])
})

test('the heading of the page is the headline and nothing else', async ({ page, paper }) => {
  const headings = page.getByRole('heading', { level: 1 })
  await expect(headings).toHaveCount(1)
  expect(await headings.evaluate((heading) => heading.innerHTML)).toBe(
    (await demoStory(paper, 'pyongyang-visit')).headline,
  )
})

test('the only instant on the page is the publication of the story', async ({ page }) => {
  const instants = await page.locator('time').evaluateAll((times) => times.map((time) => time.getAttribute('datetime')))
  expect(instants).toEqual(['2024-03-28T09:30:00+00:00'])
  const furniture = page.locator('aside[data-element], section:has(#more-from)')
  expect((await furniture.allTextContents()).join(' ')).not.toMatch(/\b(19|20)\d\d\b|\bago\b|yesterday/i)
})

test('no story is linked twice in the blocks, and the story does not link to itself', async ({ page, paper }) => {
  const own = (await demoStory(paper, 'pyongyang-visit')).path
  const offered = await page
    .locator('main a[href]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const stories = offered.filter((href) => /-\d+$/.test(href))
  expect(stories.length).toBeGreaterThan(BLOCKS.flat().length)
  expect([...new Set(stories)]).toEqual(stories)
  expect(stories).not.toContain(own)
})
