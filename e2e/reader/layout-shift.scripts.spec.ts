import type { BrowserContext, Page } from 'playwright/test'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { demoStory } from '@/e2e/testing/demo-story'
import { expect, type Paper, test } from '@/e2e/testing/paper'

interface Shift {
  value: number
  sources: string[]
}

const PAGES: [string, (paper: Paper) => Promise<string>][] = [
  ['front page', async () => '/'],
  ['section', async () => '/city'],
  ['article', async (paper) => (await demoStory(paper, 'ferry-day')).path],
  ['corrected article', async (paper) => (await demoStory(paper, 'museum-roof')).path],
  ['Hindi article', async (paper) => (await demoStory(paper, 'monsoon-street')).path],
  ['Arabic article', async (paper) => (await demoStory(paper, 'old-library')).path],
]
const SLOW_MS = 700

/** Counts shifts from the start, at an instant when stories are recent, because scripts then change their times. */
async function watchShifts(context: BrowserContext): Promise<void> {
  await context.addInitScript((printedAtMs) => {
    const shifts: Shift[] = []
    Date.now = () => printedAtMs
    const record = (entries: PerformanceEntryList) => {
      for (const entry of entries as (PerformanceEntry & { value: number; sources: { node?: Node }[] })[]) {
        const names = entry.sources.map(({ node }) => node?.textContent?.trim().slice(0, 60) ?? '?')
        shifts.push({ value: entry.value, sources: names })
      }
    }
    const observer = new PerformanceObserver((list) => record(list.getEntries()))
    observer.observe({ type: 'layout-shift', buffered: true })
    const shiftsSoFar = (): Shift[] => {
      record(observer.takeRecords())
      return shifts
    }
    Object.assign(window, { shiftsSoFar })
  }, PRINTED_AT.getTime())
}

async function shiftsOf(page: Page): Promise<Shift[]> {
  await expect(page.getByRole('button', { name: 'Dark' })).toBeAttached()
  return page.evaluate(async (): Promise<Shift[]> => {
    await document.fonts.ready
    for (let at = 0; at < document.body.scrollHeight; at += innerHeight) {
      scrollTo(0, at)
      await new Promise(requestAnimationFrame)
    }
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})))
    // Every shift before the second frame has been recorded.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
    return Reflect.get(window, 'shiftsSoFar')()
  })
}

for (const width of [360, 1280]) {
  for (const [name, path] of PAGES) {
    test(`nothing moves on the ${name} at ${width} px`, async ({ page, context, paper }) => {
      await page.setViewportSize({ width, height: 800 })
      await watchShifts(context)
      await page.goto(paper.url + (await path(paper)))
      expect(await shiftsOf(page)).toEqual([])
    })

    test(`nothing moves on the ${name} at ${width} px with saved choices and slow files`, async ({
      page,
      context,
      paper,
    }) => {
      await page.setViewportSize({ width, height: 800 })
      await watchShifts(context)
      await context.addInitScript(() => {
        localStorage.setItem('text-size', 'x-large')
        localStorage.setItem('theme', 'dark')
      })
      await page.route(/\.(woff2|css)$/, async (route) => {
        const isFont = route.request().url().endsWith('woff2')
        await new Promise((resolve) => setTimeout(resolve, isFont ? SLOW_MS : SLOW_MS / 3))
        await route.continue()
      })
      await page.goto(paper.url + (await path(paper)))
      await expect(page.locator('html')).toHaveAttribute('data-text-size', 'x-large')
      expect(await shiftsOf(page)).toEqual([])
    })
  }
}
