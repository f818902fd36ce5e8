import type { BrowserContext, Page } from 'playwright/test'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { demoStory } from '@/e2e/testing/demo-story'
import { expect, test } from '@/e2e/testing/paper'

interface Change {
  attribute: string
  value: string | null
  hadBody: boolean
  atMs: number
}

/** Records, from before the first script of a page, the attributes that hold the reader's choices. */
async function watchChoices(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const changes: Change[] = []
    Object.assign(window, { changes })
    new MutationObserver((records) => {
      for (const { attributeName, target } of records) {
        if (target !== document.documentElement || attributeName === null) continue
        changes.push({
          attribute: attributeName,
          value: document.documentElement.getAttribute(attributeName),
          hadBody: document.body !== null,
          atMs: performance.now(),
        })
      }
    }).observe(document, { subtree: true, attributeFilter: ['data-theme', 'data-text-size'] })
  })
}

async function changesOf(page: Page): Promise<{ changes: Change[]; firstPaintMs: number }> {
  const firstPaint = () => performance.getEntriesByType('paint')[0]?.startTime ?? null
  await page.waitForFunction(firstPaint)
  return {
    changes: await page.evaluate((): Change[] => Reflect.get(window, 'changes')),
    firstPaintMs: (await page.evaluate(firstPaint)) ?? 0,
  }
}

const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
const textSize = (page: Page) =>
  page
    .locator('[class*=body] > p:not([data-part])')
    .first()
    .evaluate((paragraph) => Number.parseFloat(getComputedStyle(paragraph).fontSize))

test('a chosen theme is applied before the first paint of the next page', async ({ page, context, paper }) => {
  await watchChoices(context)
  await page.goto(paper.url)
  const light = await ground(page)
  await page.getByRole('button', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  const dark = await ground(page)
  expect(dark).not.toBe(light)

  await page.goto(`${paper.url}/city`)
  const { changes, firstPaintMs } = await changesOf(page)
  for (const { attribute, value } of changes) expect([attribute, value]).toEqual(['data-theme', 'dark'])
  expect(changes[0]?.hadBody).toBe(false)
  expect(changes[0]?.atMs).toBeLessThan(firstPaintMs)
  expect(await ground(page)).toBe(dark)
  await expect(page.getByRole('button', { name: 'Dark' })).toHaveAttribute('aria-pressed', 'true')
})

test('Light applies on a dark device, and As my device removes the choice', async ({ page, paper }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(paper.url)
  const dark = await ground(page)
  await page.getByRole('button', { name: 'Light' }).click()
  await page.reload()
  const light = await ground(page)
  expect(light).not.toBe(dark)
  await page.getByRole('button', { name: 'As my device' }).click()
  expect(await ground(page)).toBe(dark)
  await page.reload()
  expect(await ground(page)).toBe(dark)
  await expect(page.getByRole('button', { name: 'As my device' })).toHaveAttribute('aria-pressed', 'true')
})

test('a choice made in one tab applies in another', async ({ page, context, paper }) => {
  await page.goto(paper.url)
  const other = await context.newPage()
  await other.goto(paper.url)
  await other.getByRole('button', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.getByRole('button', { name: 'Dark' })).toHaveAttribute('aria-pressed', 'true')
})

test('a chosen text size is applied before the first paint of the next story', async ({ page, context, paper }) => {
  await watchChoices(context)
  await page.goto(paper.url + (await demoStory(paper, 'pyongyang-visit')).path)
  const normal = await textSize(page)
  await page.getByRole('button', { name: 'Largest text' }).click()
  expect(await textSize(page)).toBeCloseTo(normal * 1.32, 1)

  await page.goto(paper.url + (await demoStory(paper, 'baltimore-bridge')).path)
  const { changes, firstPaintMs } = await changesOf(page)
  for (const { attribute, value } of changes) expect([attribute, value]).toEqual(['data-text-size', 'x-large'])
  expect(changes[0]?.hadBody).toBe(false)
  expect(changes[0]?.atMs).toBeLessThan(firstPaintMs)
  expect(await textSize(page)).toBeCloseTo(normal * 1.32, 1)
  await page.getByRole('button', { name: 'Normal text' }).click()
  await page.reload()
  expect(await textSize(page)).toBeCloseTo(normal, 1)
})

test('copy link puts the canonical address on the clipboard', async ({ page, context, paper }) => {
  const path = (await demoStory(paper, 'monsoon-street')).path
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: paper.url })
  await page.goto(`${paper.url}${path}?utm_source=letter#corrections`)
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByRole('status')).toHaveText('Link copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(paper.url + path)
})

test('share appears only where the device can share, and passes the canonical address', async ({ page, paper }) => {
  const path = (await demoStory(paper, 'pyongyang-visit')).path
  const share = page.getByRole('button', { name: 'Share' })
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'share'))
  await page.goto(paper.url + path)
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeVisible()
  await expect(share).toBeHidden()

  await page.addInitScript(() => {
    const shared: unknown[] = []
    Object.assign(window, { shared })
    Object.defineProperty(navigator, 'share', { value: async (what: unknown) => shared.push(what) })
  })
  await page.goto(`${paper.url}${path}?utm_source=letter`)
  await share.click()
  expect(await page.evaluate(() => Reflect.get(window, 'shared'))).toEqual([
    { title: 'Russian spy chief held three days of talks in Pyongyang, KCNA says', url: paper.url + path },
  ])
})

test('recent times say how many hours ago, follow the clock and show the date in print', async ({ page, paper }) => {
  await page.clock.install({ time: PRINTED_AT })
  await page.goto(paper.url + (await demoStory(paper, 'ferry-day')).path)
  const [published, updated] = [page.locator('time').first(), page.locator('time').nth(1)]
  await expect(published).toHaveText('7 hours ago')
  await expect(published).toHaveAttribute('title', '23 November 2026 at 01:00 GMT')
  await expect(updated).toHaveText('3 hours ago')
  await page.clock.runFor('01:01:00')
  await expect(updated).toHaveText('4 hours ago')
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await expect(published).toHaveText('23 November 2026 at 01:00 GMT')
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(published).toHaveText('8 hours ago')
})

test('older times show their date', async ({ page, paper }) => {
  await page.clock.install({ time: PRINTED_AT })
  await page.goto(paper.url + (await demoStory(paper, 'pyongyang-visit')).path)
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeVisible()
  await expect(page.locator('time')).toHaveText('28 March 2024 at 09:30 GMT')
})

test('without access to storage, choices work for the current page', async ({ page, context, paper }) => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await context.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      },
    })
  })
  await page.clock.install({ time: PRINTED_AT })
  await page.goto(paper.url + (await demoStory(paper, 'ferry-day')).path)
  const normal = await textSize(page)
  await page.getByRole('button', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('button', { name: 'Small text' }).click()
  expect(await textSize(page)).toBeLessThan(normal)
  await page.getByRole('button', { name: 'As my device' }).click()
  await expect(page.locator('html')).not.toHaveAttribute('data-theme')
  await expect(page.locator('time').first()).toHaveText('7 hours ago')
  expect(errors).toEqual([])
})

test('a story counts as read once its page has been in view for a while, and once only [reads-counted]', async ({
  page,
  paper,
}) => {
  const said: (string | null)[] = []
  await page.addInitScript(() => Object.defineProperty(navigator, 'webdriver', { value: false }))
  await page.clock.install({ time: PRINTED_AT })
  await page.clock.pauseAt(new Date(PRINTED_AT.getTime() + 1000))
  page.on('request', (request) => {
    if (request.method() === 'POST') said.push(request.postData())
  })
  const { path } = await demoStory(paper, 'ferry-day')
  await page.goto(paper.url + path)
  await page.clock.runFor(2900)
  expect(said).toEqual([])
  const answer = page.waitForResponse((response) => response.url().endsWith('/api/reads'))
  await page.clock.runFor(60_000)
  expect((await answer).status()).toBe(204)
  expect(said).toEqual([path])
})

test('a link between paragraphs counts as followed, by its place, and leads on as ever [reads-counted]', async ({
  page,
  paper,
}) => {
  const said: (string | null)[] = []
  await page.addInitScript(() => Object.defineProperty(navigator, 'webdriver', { value: false }))
  page.on('request', (request) => {
    if (request.method() === 'POST') said.push(request.postData())
  })
  const { path } = await demoStory(paper, 'ferry-day')
  await page.goto(paper.url + path)
  const block = page.locator('[data-element="also-read"], [data-element="related-news"]').first()
  const kind = await block.getAttribute('data-element')
  const answer = page.waitForResponse((response) => response.url().endsWith('/api/reads'))
  await block.getByRole('link').first().click()
  expect((await answer).status()).toBe(204)
  await page.waitForURL((url) => url.pathname !== path)
  expect(said[0]).toBe(`${path} ${kind} 1 1`)
})

test('suggestions appear while a search is typed, and the arrow keys and Enter lead to one of them', async ({
  page,
  paper,
}) => {
  await page.goto(`${paper.url}/search`)
  const field = page.locator('main').getByRole('combobox', { name: 'Search' })
  await field.pressSequentially('ferr')
  const options = page.locator('main').getByRole('option')
  await expect(options.first()).toBeVisible()
  await expect(field).toHaveAttribute('aria-expanded', 'true')
  await field.press('Escape')
  await expect(options.first()).toBeHidden()
  await field.pressSequentially('y')
  await expect(options.first()).toBeVisible()
  await field.press('ArrowDown')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  const to = (await options.first().getByRole('link').getAttribute('href')) ?? ''
  await field.press('Enter')
  await page.waitForURL((url) => url.href === new URL(to, paper.url).href)
})
