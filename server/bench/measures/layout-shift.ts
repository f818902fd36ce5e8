import type { Browser } from 'playwright'
import { bars } from '@/server/bench/bars'
import type { Figure } from '@/server/bench/figure'
import type { BenchEdition } from '@/server/bench/site/bench-edition'
import { DESK, PHONE, readPages, withBrowser } from '@/server/bench/site/browsing'
import type { RunningSite } from '@/server/bench/site/running-site'

const SAVED_TEXT_SIZE = 'x-large'
const SCROLL_STEPS = 12
const STEP_PAUSE_MS = 100

interface Shift extends PerformanceEntry {
  value: number
  hadRecentInput: boolean
}

/** Everything that moves while a page loads and is scrolled to its end, on a phone and on a desk: the worse of both. */
export async function layoutShiftFigures(site: RunningSite, edition: BenchEdition): Promise<Figure[]> {
  return withBrowser(async (browser) => {
    const figures: Figure[] = []
    for (const [name, path] of readPages(edition)) {
      for (const [how, textSize] of [
        ['', null],
        [`, text size ${SAVED_TEXT_SIZE} saved`, SAVED_TEXT_SIZE],
      ] as const) {
        const shifts: number[] = []
        for (const viewport of [PHONE, DESK]) {
          shifts.push(await shiftOf(browser, { url: site.url + path, viewport, textSize }))
        }
        const value = Math.max(...shifts)
        figures.push({ part: 'shift', what: `${name}${how}`, value, unit: 'shift', bar: bars.layoutShift })
      }
    }
    return figures
  })
}

interface Visit {
  url: string
  viewport: { width: number; height: number }
  /** What the reader chose on an earlier visit; null for nothing. */
  textSize: string | null
}

async function shiftOf(browser: Browser, { url, viewport, textSize }: Visit): Promise<number> {
  const context = await browser.newContext({ viewport })
  try {
    if (textSize) await context.addInitScript((size) => localStorage.setItem('text-size', size), textSize)
    const page = await context.newPage()
    await page.goto(url, { waitUntil: 'networkidle' })
    const marked = await page.evaluate(() => document.documentElement.getAttribute('data-text-size'))
    if (marked !== textSize) throw new Error(`${url} shows the text size ${marked}, not the saved ${textSize}`)
    for (let step = 1; step <= SCROLL_STEPS; step++) {
      await page.evaluate((share) => scrollTo({ top: share * document.body.scrollHeight }), step / SCROLL_STEPS)
      await page.waitForTimeout(STEP_PAUSE_MS)
    }
    return await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as Shift[]) if (!entry.hadRecentInput) sum += entry.value
          }).observe({ type: 'layout-shift', buffered: true })
          // The observer receives earlier entries in a separate task.
          setTimeout(() => resolve(sum), 100)
        }),
    )
  } finally {
    await context.close()
  }
}
