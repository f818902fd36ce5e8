import type { BrowserContext } from 'playwright/test'

/** How long the focus may be nowhere, in milliseconds: a page may move it in the task behind. */
const LONGEST_ABSENCE_MS = 250

const LOOK_EVERY_MS = 100

/**
 * Watches the focus in every page of a browser: what somebody does at the desk must leave it somewhere, or the next key
 * does nothing. A click beside everything takes it away rightly, and a page that was just opened has none.
 */
export class FocusWatch {
  readonly #losses: string[] = []

  async watch(context: BrowserContext): Promise<void> {
    await context.exposeBinding('noteLostFocus', (_source, what: string) => {
      this.#losses.push(what)
    })
    await context.addInitScript(watchFocus, { longestAbsenceMs: LONGEST_ABSENCE_MS, lookEveryMs: LOOK_EVERY_MS })
  }

  /** Each time that the focus fell to the page as a whole: what had it, on which page. */
  get losses(): readonly string[] {
    return this.#losses
  }
}

/** Runs in the page. */
function watchFocus({ longestAbsenceMs, lookEveryMs }: { longestAbsenceMs: number; lookEveryMs: number }): void {
  let last: Element | null = null
  let since: number | null = null
  const isNowhere = () => document.activeElement === null || document.activeElement === document.body
  document.addEventListener('focusin', ({ target }) => {
    last = target instanceof Element ? target : null
    since = null
  })
  document.addEventListener(
    'pointerdown',
    ({ target }) => {
      const place = 'a, button, input, select, textarea, summary, label, dialog, [tabindex], [contenteditable]'
      if (target instanceof Element && !target.closest(place)) last = null
    },
    { capture: true },
  )
  const look = () => {
    if (last && isNowhere()) {
      since ??= performance.now()
      if (performance.now() - since > longestAbsenceMs) {
        const name = last.getAttribute('aria-label') || last.textContent?.trim().slice(0, 60) || last.localName
        Reflect.get(window, 'noteLostFocus')(`${name}, at ${location.pathname}`)
        last = null
      }
    } else since = null
  }
  // Not with each frame: that makes the browser draw without end.
  setInterval(look, lookEveryMs)
}
