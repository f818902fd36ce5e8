import type { Page } from 'playwright/test'
import { writeArticle } from '@/db/editing/writing'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { sectionId } from '@/e2e/testing/demo-story'
import { type Desk, expect, test } from '@/e2e/testing/desk'
import { withoutAccount } from '@/lib/revisions/saver'

const LABELLED = 'The last ferry leaves at six | The Broadsheet'
const PLAIN = 'The last ferry leaves at six'

/** The check runs after the save and a pause, which take long on a busy machine. */
const LOOKED = { timeout: 20_000 }

const panel = (page: Page) => page.getByRole('region', { name: 'As search engines see it' })
const dialog = (page: Page) => page.getByRole('dialog')

/** A draft that passes the checklist. */
async function draft({ paper }: Desk, headline: string): Promise<number> {
  return writeArticle(paper.db, {
    draft: {
      headline,
      standfirst: 'From Monday, buses take over the crossing.',
      body: [{ type: 'paragraph', id: 'a', text: [{ text: 'The Dunlin sails until Sunday.' }] }],
      sectionId: await sectionId(paper, 'world'),
      kind: 'news',
      language: 'en',
      bylines: [{ authorId: null, name: 'Jo Stringer' }],
    },
    by: withoutAccount('Jo Stringer'),
    now: PRINTED_AT,
  })
}

test('an editor sees how search engines and social networks will show a story before it is public [article-form-crawler-names]', async ({
  desk,
}) => {
  const id = await draft(desk, PLAIN)
  const page = await desk.signedIn('Anna Reed', 'editor')
  await page.goto(`/admin/articles/${id}`)
  await page.getByRole('button', { name: 'Look at the page now' }).click()
  await expect(panel(page)).toContainText(`${PLAIN} – The Broadsheet`, LOOKED)
  await expect(panel(page)).toContainText('› world ›')
  await expect(panel(page)).toContainText('From Monday, buses take over the crossing.')
  // Advice does not prevent publication.
  await expect(panel(page)).toContainText('No byline leads to a page about its author.')
  const reader = await desk.pageFor(null)
  expect((await reader.goto(`/world/the-last-ferry-leaves-at-six-${id}`))?.status()).toBe(404)
})

test('a headline with the name of the paper is refused by the checklist until it is mended', async ({ desk }) => {
  test.setTimeout(120_000)
  const id = await draft(desk, LABELLED)
  const page = await desk.signedIn('Anna Reed', 'editor')
  await page.goto(`/admin/articles/${id}`)
  const fault = 'The headline carries the name of the paper, “The Broadsheet”.'
  const checklist = page.getByRole('region', { name: 'Checklist' })
  await expect(checklist).toContainText(fault, LOOKED)
  await expect(panel(page)).toContainText('› world ›', LOOKED)
  // Each thing is said once.
  await expect(panel(page)).not.toContainText(fault)
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(dialog(page)).toContainText(fault, LOOKED)
  await expect(dialog(page).getByRole('button', { name: 'Publish' })).toBeDisabled()
  await dialog(page).getByRole('button', { name: 'Not now' }).click()

  await page.getByRole('textbox', { name: 'Headline' }).fill(PLAIN)
  await expect(checklist).not.toContainText(fault, LOOKED)
  await page.getByRole('button', { name: 'Publish' }).click()
  await dialog(page).getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('Published.')).toBeVisible()
})

test('the API of the desk refuses what the checklist refuses, with the field to mend [checklist-is-the-gate]', async ({
  desk,
}) => {
  const id = await draft(desk, LABELLED)
  const page = await desk.signedIn('Anna Reed', 'editor')
  const ask = (verb: string, data: object) =>
    page.request.post(`/api/desk/articles/${id}/${verb}`, { data, headers: { origin: desk.paper.url } })
  const soon = PRINTED_AT.getTime() + 3_600_000
  for (const [verb, data] of [
    ['publish', { version: 1 }],
    ['schedule', { version: 1, at: soon }],
  ] as const) {
    const answer = await ask(verb, data)
    expect(answer.status()).toBe(422)
    const { problems } = await answer.json()
    expect(problems).toEqual([{ field: 'headline', message: expect.stringContaining('The headline carries the name') }])
  }
})
