import type { Page } from 'playwright/test'
import { violations } from '@/e2e/testing/accessibility'
import { PAGE_TYPES } from '@/e2e/testing/page-types'
import { expect, test } from '@/e2e/testing/paper'

/** The rules that another colour scheme or width can break; the markup stays the same. */
const RULES_OF_LOOKS = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block', 'target-size']

const looks = (page: Page) => violations(page, { only: RULES_OF_LOOKS })

for (const { name, path } of PAGE_TYPES) {
  test(`the ${name} page has no accessibility violations, in light, in dark and on a phone`, async ({
    page,
    paper,
  }) => {
    await page.goto(paper.url + (await path(paper)))
    expect(await violations(page, { also: ['color-contrast-enhanced'] })).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await looks(page), 'dark').toEqual([])
    await page.setViewportSize({ width: 360, height: 740 })
    expect(await looks(page), 'dark, on a phone').toEqual([])
  })
}
