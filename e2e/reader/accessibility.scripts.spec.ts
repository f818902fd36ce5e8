import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { PAGE_TYPES } from '@/e2e/testing/page-types'
import { expect, test } from '@/e2e/testing/paper'

const RULE_SETS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** The rules that another colour scheme or width can break; the markup stays the same. */
const RULES_OF_LOOKS = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block', 'target-size']

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations']
const descriptionsOf = (violations: Violations) =>
  violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`)

const looks = async (page: Page) =>
  descriptionsOf((await new AxeBuilder({ page }).withRules(RULES_OF_LOOKS).analyze()).violations)

for (const { name, path } of PAGE_TYPES) {
  test(`the ${name} page has no accessibility violations, in light, in dark and on a phone`, async ({
    page,
    paper,
  }) => {
    await page.goto(paper.url + (await path(paper)))
    const { violations } = await new AxeBuilder({ page }).withTags(RULE_SETS).analyze()
    expect(descriptionsOf(violations)).toEqual([])
    expect(await looks(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await looks(page), 'dark').toEqual([])
    await page.setViewportSize({ width: 360, height: 740 })
    expect(await looks(page), 'dark, on a phone').toEqual([])
  })
}
