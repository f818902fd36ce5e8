import type { Page } from 'playwright/test'
import { writeArticle } from '@/db/editing/writing'
import { changeOpenSlots } from '@/db/linking/open-slots'
import { sections } from '@/db/store/schema'
import { violations } from '@/e2e/testing/accessibility'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { type Desk, expect, test } from '@/e2e/testing/desk'
import { press } from '@/e2e/testing/press'
import { withoutAccount } from '@/lib/revisions/saver'
import { paragraph } from '@/lib/testing/body-fixtures'

/** Six paragraphs that share names with the stories of the demo edition. */
const PARAGRAPHS = [
  'The Harbour Board will close the channel for eleven nights while the dredger lifts silt between Salt Quay and the grain pier, it said on Monday.',
  'The Orle ferry will sail by day only, and Lowgate Bridge will swing for ships at low water, when no tram is on it, the board and City Tramways agreed.',
  'Henrike Soll of City Tramways said that Line 4 would reopen as planned: a tram that waits for a ship is late by four minutes, she said, and no more.',
  'Orle Yard has two ferries for Dunlin to build, and asked that the tugs be let through to its slip; its steel comes by sea, from the pier at Salt Quay.',
  'After Baltimore, insurers have asked about Lowgate Bridge, and the Harbour Board would rather pay for fenders than for a premium, its chairman said.',
  'The fish auction has no more boats to wait for, and the Custom House keeps its clock; the channel will be open again before the terns come back.',
]

const part = (page: Page) => page.getByRole('region', { name: 'Proposals' })
const slots = (page: Page) => part(page).locator('ol > li')
const text = (page: Page) => page.getByRole('textbox', { name: 'Story text' })
const blocks = (page: Page) => text(page).locator('aside[data-element]')
const stories = (page: Page) => part(page).locator('ol ul a').allTextContents()

async function harbourStory(desk: Desk): Promise<number> {
  const [section] = await desk.paper.db.select({ id: sections.id }).from(sections).limit(1)
  return writeArticle(desk.paper.db, {
    draft: {
      headline: 'Harbour channel closes by night for the dredger',
      standfirst: 'Ferries sail by day, and Lowgate Bridge swings at low water.',
      body: PARAGRAPHS.map((words, place) => paragraph(`p${place + 1}`, words)),
      bylines: [{ authorId: null, name: 'Jo Stringer' }],
      sectionId: section?.id ?? null,
      language: 'en',
    },
    by: withoutAccount('Jo Stringer'),
    now: PRINTED_AT,
  })
}

/** What stands between the paragraphs, as letters. */
async function rhythm(page: Page): Promise<string> {
  return page.evaluate(() => {
    const first = document.querySelector('aside[data-element="also-read"]')
    const letters = { 'also-read': 'AR', 'related-news': 'RN' }
    return [...(first?.parentElement?.children ?? [])]
      .map((element) => letters[element.getAttribute('data-element') as keyof typeof letters] ?? element.tagName)
      .join(' ')
  })
}

test('proposals for open places are swapped, refused, taken by one key and undone, and what the site places comes out at once', async ({
  desk,
}) => {
  const id = await harbourStory(desk)
  const page = await desk.signedIn('Ines Dahl', 'editor')
  await page.goto(`/admin/articles/${id}`)
  await expect(slots(page)).toHaveCount(2)
  const before = await stories(page)
  expect(new Set(before).size).toBe(6)
  expect(await violations(page)).toEqual([])

  const [first = '', second = ''] = before
  await press(part(page).getByRole('button', { name: `Another: ${first}` }))
  expect(await stories(page)).not.toContain(first)
  await press(part(page).getByRole('button', { name: `Not here: ${second}` }))
  await expect(part(page).getByText('It is not proposed here again.')).toBeVisible()
  expect(await stories(page)).not.toContain(second)

  await press(
    slots(page)
      .first()
      .getByRole('button', { name: /^Take the links/ }),
  )
  await expect(blocks(page)).toHaveCount(2)
  await expect(slots(page)).toHaveCount(1)
  await press(part(page).getByRole('button', { name: 'Undo' }))
  await expect(blocks(page)).toHaveCount(0)
  await expect(slots(page)).toHaveCount(2)

  await part(page).getByRole('button', { name: 'Take all of them' }).click()
  await expect(blocks(page)).toHaveCount(4)
  await part(page).getByRole('button', { name: 'Undo' }).click()
  await expect(blocks(page)).toHaveCount(0)
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()

  await changeOpenSlots(desk.paper.db, { openSlots: 'filled', now: PRINTED_AT })
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('Published.')).toBeVisible()
  await expect(blocks(page)).toHaveCount(4)
  const reader = await desk.pageFor(null)
  await reader.goto((await page.getByRole('link', { name: 'Read it as readers do' }).getAttribute('href')) ?? '')
  expect(await rhythm(reader)).toContain('P P AR RN P P AR RN P P')
  await expect(reader.locator('aside[data-element] a', { hasText: second })).toHaveCount(0)

  await expect(text(page).getByText('Placed by the site')).toHaveCount(4)
  await press(text(page).getByRole('button', { name: 'Take out this block' }).first())
  await expect(blocks(page)).toHaveCount(3)
  await press(part(page).getByRole('button', { name: 'Take them all out' }))
  await expect(blocks(page)).toHaveCount(0)
})
