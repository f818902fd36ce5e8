import type { Page } from 'playwright/test'
import { violations } from '@/e2e/testing/accessibility'
import { demoStory } from '@/e2e/testing/demo-story'
import { expect, test } from '@/e2e/testing/desk'

const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName ?? 'none')

test('an editor makes a topic in the room, describes it, and merges another into it by keyboard', async ({ desk }) => {
  const page = await desk.signedIn('Ada Reed', 'editor')
  const story = await demoStory(desk.paper, 'museum-roof')
  await page.goto(`/admin/articles/${story.id}`)
  await page.getByRole('combobox', { name: 'Add a topic' }).fill('Old roofs')
  await page.getByRole('option', { name: 'Make “Old roofs” a topic' }).click()
  await expect(page.getByRole('button', { name: 'Remove Old roofs' })).toBeVisible()
  expect(await focused(page)).toBe('INPUT')
  await expect(page.getByText(/^Saved /).first()).toBeVisible()

  await page.goto('/admin/topics')
  await page.getByRole('searchbox', { name: 'Find topics' }).fill('roofs')
  await expect(page.getByRole('row')).toHaveCount(2)
  await page.getByRole('button', { name: 'Edit Old roofs' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Description').fill('Slate, thatch and copper')
  await dialog.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(page.getByText('Saved: Old roofs. Readers have it already.')).toBeVisible()
  await expect(
    page.getByRole('cell', { name: 'Slate, thatch and copper' }).or(page.getByRole('rowheader')),
  ).toContainText('Slate')
  expect(await focused(page)).toBe('BUTTON')

  await page.getByRole('searchbox', { name: 'Find topics' }).fill('')
  await page.getByRole('button', { name: 'Add a topic' }).press('Enter')
  await dialog.getByLabel('Name').fill('Roofs')
  await dialog.getByRole('button', { name: 'Add' }).press('Enter')
  await expect(page.getByText('Added: Roofs.')).toBeVisible()
  await page.getByRole('button', { name: 'Merge Old roofs' }).press('Enter')
  await dialog.getByRole('searchbox').fill('roofs')
  await dialog.getByRole('radio', { name: /^Roofs/ }).press('Space')
  await expect(dialog).toContainText('/topics/old-roofs and its feeds will lead to /topics/roofs.')
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Merge into Roofs' }).press('Enter')
  await expect(page.getByText('Merged: Old roofs is Roofs now', { exact: false })).toBeVisible()
  expect(await focused(page)).toBe('H1')
  const former = await page.request.get('/topics/old-roofs', { maxRedirects: 0 })
  expect([former.status(), former.headers().location]).toEqual([308, '/topics/roofs'])
  await page.goto('/topics/roofs')
  await expect(page.getByText('Slate, thatch and copper')).toBeVisible()
})

test('whoever accepts an invitation is an author, and their stories begin with their name', async ({ desk }) => {
  const admin = await desk.signedIn('Ines Dahl', 'admin')
  await admin.goto('/admin/people')
  await admin.getByRole('button', { name: 'Invite somebody' }).click()
  await admin.getByLabel('E-mail').fill('ida@observer.example')
  await admin.getByLabel('Name').fill('Ida Voss')
  await admin.getByRole('button', { name: 'Make the invitation' }).click()
  const link = await admin.getByLabel('Invitation link').inputValue()

  const page = await desk.pageFor(null)
  await page.goto(link)
  await page.getByLabel('Password').fill('four slow herons wade')
  await page.getByRole('button', { name: 'Join' }).click()
  await page.waitForURL('**/admin/articles')
  await page.getByRole('button', { name: 'New story' }).click()
  await expect(page.getByRole('button', { name: 'Remove Ida Voss' })).toBeVisible()
  // Nobody has read a word of hers yet.
  expect((await page.request.get('/authors/ida-voss')).status()).toBe(404)

  await admin.goto('/admin/authors')
  const row = admin.getByRole('row', { name: /Ida Voss/ })
  await expect(row).toContainText('has a page once a story is published')
  await row.getByRole('button', { name: 'Edit Ida Voss' }).click()
  const dialog = admin.getByRole('dialog')
  await dialog.getByLabel('Role').fill('Ferry reporter')
  await dialog.getByRole('button', { name: 'Add a link' }).press('Enter')
  await admin.keyboard.type('Mastodon')
  await dialog.getByLabel('Address of link 1').fill('social.example/@ida')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('Write the whole address, beginning with https://.')).toBeVisible()
  await dialog.getByLabel('Address of link 1').fill('https://social.example/@ida')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(row).toContainText('Ferry reporter · account of Ida Voss')
  expect(await violations(admin)).toEqual([])
})
