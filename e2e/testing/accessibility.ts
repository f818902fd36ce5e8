import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'

const RULE_SETS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface Rules {
  also?: string[]
  only?: string[]
}

/**
 * What axe finds wrong on the page as it is shown now, one line a rule: by the rules of WCAG 2.2 AA and good practice
 * and those in `also`, or by the rules in `only`. Pages have no frames of other sites, so axe needs no page of its own.
 */
export async function violations(page: Page, { also = [], only }: Rules = {}): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({
      resultTypes: ['violations'],
      runOnly: only ? { type: 'rule', values: only } : { type: 'tag', values: RULE_SETS },
      rules: Object.fromEntries(also.map((rule) => [rule, { enabled: true }])),
    })
    .analyze()
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`,
  )
}
