import { type BrowserContext, expect, type Page } from 'playwright/test'

const LOOK_EVERY_MS = 80

/** A look that comes later than this, in milliseconds, says that the page was busy: it had no turn to move the focus. */
const LATE_MS = 160

/** In how many looks in a row of a page that is not busy the focus may be nowhere: a page may move it a little later. */
const MAX_ABSENT_LOOKS = 3

/**
 * Watches the focus in every page of a browser: what somebody does at the desk must leave it somewhere, or the next key
 * does nothing. A click beside everything takes it away rightly, and a page that was just opened has none. A key that
 * nothing gets is a loss at once; otherwise turns of the page are counted, and not time, which passes also for a page
 * that has none.
 */
export class FocusWatch {
  readonly #losses: string[] = []

  async watch(context: BrowserContext): Promise<void> {
    await context.exposeBinding('noteLostFocus', (_source, what: string) => {
      this.#losses.push(what)
    })
    await context.addInitScript(watchFocus, {
      lookEveryMs: LOOK_EVERY_MS,
      lateMs: LATE_MS,
      mostAbsentLooks: MAX_ABSENT_LOOKS,
    })
  }

  /** Each time that the focus fell to the page as a whole: what had it, on which page. */
  get losses(): readonly string[] {
    return this.#losses
  }
}

/** Whoever works with the keyboard goes on where they were: the focus is somewhere, and not on the page as a whole. */
export async function expectFocusKept(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).not.toBe('body')
}

/** How a page is watched. */
interface Watching {
  lookEveryMs: number
  lateMs: number
  mostAbsentLooks: number
}

/** Runs in the page. */
function watchFocus({ lookEveryMs, lateMs, mostAbsentLooks }: Watching): void {
  let last: Element | null = null
  let absentLooks = 0
  let lookedAt = 0
  const isNowhere = () => document.activeElement === null || document.activeElement === document.body
  document.addEventListener('focusin', ({ target }) => {
    last = target instanceof Element ? target : null
    absentLooks = 0
  })
  document.addEventListener(
    'pointerdown',
    ({ target }) => {
      const place = 'a, button, input, select, textarea, summary, label, dialog, [tabindex], [contenteditable]'
      if (target instanceof Element && !target.closest(place)) last = null
    },
    { capture: true },
  )
  const note = (when: string) => {
    if (!last) return
    const name = last.getAttribute('aria-label') || last.textContent?.trim().slice(0, 60) || last.localName
    Reflect.get(window, 'noteLostFocus')(`${name}, at ${location.pathname}${when}`)
    last = null
  }
  const look = () => {
    const isLate = performance.now() - lookedAt > lateMs
    lookedAt = performance.now()
    if (!last || !isNowhere()) absentLooks = 0
    else if (!isLate) absentLooks += 1
    if (absentLooks > mostAbsentLooks) note('')
  }
  document.addEventListener(
    'keydown',
    ({ key }) => {
      if (isNowhere()) note(`, when ${key} was pressed`)
    },
    { capture: true },
  )
  // Not with each frame: that makes the browser draw without end.
  setInterval(look, lookEveryMs)
}
