import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright/test'
import { type Desk, expect, test } from '@/e2e/testing/desk'
import { press } from '@/e2e/testing/press'

/** The status that a program with this token gets, from a context of its own. */
async function asProgram(desk: Desk, token: string): Promise<number> {
  const page = await desk.pageFor(null)
  const answer = await page.request.get('/api/admin/v1/articles', { headers: { authorization: `Bearer ${token}` } })
  return answer.status()
}

async function savedAs(page: Page, name: string): Promise<string> {
  const saving = page.waitForEvent('download')
  await press(page.getByRole('link', { name }))
  return readFile(await (await saving).path(), 'utf8')
}

test('a token is made, copied once, used and revoked by keyboard, and the log tells of it, searched and saved', async ({
  desk,
}) => {
  const page = await desk.signedIn('Ines Dahl', 'admin')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: desk.paper.url })
  await page.goto('/admin/people')
  await press(page.getByRole('link', { name: 'API tokens' }))
  await press(page.getByRole('button', { name: 'Make a token' }))
  const dialog = page.getByRole('dialog')
  await press(dialog.getByRole('button', { name: 'Make the token' }))
  await expect(dialog.getByRole('alert').first()).toBeVisible()
  await dialog.getByLabel('What it is for').fill('Wire desk')
  await press(dialog.getByRole('button', { name: 'Make the token' }))
  const shown = dialog.getByLabel('Token', { exact: true })
  await expect(shown).toBeFocused()
  const token = await shown.inputValue()
  await press(dialog.getByRole('button', { name: 'Copy token' }))
  await expect(dialog.getByText('Copied.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(token)
  await press(dialog.getByRole('button', { name: 'Close' }))
  const row = page.getByRole('row', { name: /Wire desk/ })
  await expect(row).toContainText('Ines Dahl')
  expect(await page.content()).not.toContain(token)
  await expect(page.getByRole('main')).toBeFocused()
  expect(await asProgram(desk, token)).toBe(200)

  await press(row.getByRole('button', { name: 'Revoke Wire desk' }))
  await expect(row).toContainText('Revoked')
  await expect(row.getByRole('button')).toHaveCount(0)
  await expect(page.getByRole('main')).toBeFocused()
  expect(await asProgram(desk, token)).toBe(401)

  await press(page.getByRole('link', { name: 'Log', exact: true }))
  await page.getByLabel('Search', { exact: true }).fill('wire desk')
  await press(page.getByLabel('Search', { exact: true }))
  await expect(page).toHaveURL(/q=wire/)
  await expect(page.getByRole('row')).toHaveText([/When/, /Token revoked.*Wire desk/, /Token made.*Wire desk/])
  const csv = (await savedAs(page, 'Save as CSV')).trim().split('\r\n')
  expect(csv[0]).toContain('id,at,actor')
  expect(csv.slice(1)).toEqual([expect.stringContaining('token'), expect.stringContaining('token')])
  const lines = (await savedAs(page, 'Save as JSON lines')).trim().split('\n')
  const entries = lines.map((line): { action: string; name: string } => JSON.parse(line))
  const told = entries.map(({ action, name }) => `${name}: ${action}`).sort()
  expect(told).toEqual(['Ines Dahl: token made', 'Ines Dahl: token revoked'])
  expect(JSON.stringify(entries)).not.toContain(token)
})
