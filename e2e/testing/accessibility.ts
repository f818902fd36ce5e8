import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright/test'

const RULE_SETS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** WCAG 2.5.3, which axe does not look at by itself: whoever speaks to a page says the words that they see. */
const LABEL_IN_NAME = 'label-content-name-mismatch'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Rules {
  also?: string[]
  only?: string[]
}

/**
 * What axe finds wrong on the page as it is shown now, one line a rule: by the rules of WCAG 2.2 AA and good practice
 * and those in `also`, or by the rules in `only`. Pages have no frames, so axe runs in the page itself.
 */
export async function violations(page: Page, { also = [], only }: Rules = {}): Promise<string[]> {
  // It stays in the page until the next one is opened.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  const options: RunOptions = {
    resultTypes: ['violations'],
    runOnly: only ? { type: 'rule', values: only } : { type: 'tag', values: RULE_SETS },
    rules: Object.fromEntries([LABEL_IN_NAME, ...also].map((rule) => [rule, { enabled: true }])),
    // Style sheets of other hosts; pages have none.
    preload: false,
  }
  const found = await page.evaluate(async (run) => {
    const { violations }: AxeResults = await Reflect.get(window, 'axe').run(document, run)
    return violations.map(({ id, help, nodes }) => ({ id, help, elements: nodes.map(({ html }) => html) }))
  }, options)
  return found.map(
    ({ id, help, elements }) => `${id}: ${help}: ${elements.map((html) => html.slice(0, 160)).join(' ')}`,
  )
}
