import { demoStory } from '@/e2e/testing/demo-story'
import { expect, test } from '@/e2e/testing/desk'
import { press } from '@/e2e/testing/press'
import { fetchFrom } from '@/e2e/testing/site-response'

// A server remembers missed addresses before it writes them.
test.describe('missed addresses', () => {
  test.use({ needsOwnServer: true })

  test('a missed address is redirected to the suggested story by one click, and leaves the list', async ({ desk }) => {
    const { paper } = desk
    const story = await demoStory(paper, 'ferry-day')
    const old = `/archive/2019/anything-${story.id}.html`
    for (const headers of [{ Referer: `${paper.url}/politics?q=1` }, { Referer: 'https://elsewhere.example/a' }]) {
      expect((await fetchFrom(paper, old, { headers })).status).toBe(404)
    }
    await fetchFrom(paper, '/wp-login.php')
    const page = await desk.signedIn('Ada Reed', 'editor')
    await page.goto('/admin')
    await page.getByRole('link', { name: 'Addresses' }).click()
    const row = page.getByRole('row').filter({ hasText: old })
    await expect(row).toContainText('2 times')
    // The page about politics has no such link, whatever the Referer says.
    await expect(row.getByRole('link', { name: '/politics' })).toHaveCount(0)
    await expect(row).toContainText('elsewhere.example')
    await expect(row).toContainText(story.headline)
    await expect(page.getByText('wp-login')).toHaveCount(0)
    await row.getByRole('button', { name: `Redirect ${old}` }).click()
    await expect(page.getByText('Nobody has missed anything.')).toBeVisible()
    await expect(page.getByRole('row').filter({ hasText: old })).toContainText('by hand')
    expect(await fetchFrom(paper, old)).toMatchObject({ status: 308, location: story.path })
  })

  test('a missed address can be dismissed, and others survive a restart', async ({ desk }) => {
    const { paper } = desk
    for (const path of ['/gone-one', '/gone-two']) await fetchFrom(paper, path)
    const page = await desk.signedIn('Ada Reed', 'editor')
    await page.goto('/admin/addresses')
    await page.getByRole('button', { name: 'Dismiss /gone-one' }).click()
    await expect(page.getByRole('rowheader', { name: '/gone-one' })).toHaveCount(0)
    await expect(page.getByRole('rowheader', { name: '/gone-two' })).toBeVisible()
    expect(await paper.stop()).toBe(0)
    await paper.run()
    await page.goto('/admin/addresses')
    await expect(page.getByRole('rowheader', { name: '/gone-two' })).toBeVisible()
    await expect(page.getByRole('rowheader', { name: '/gone-one' })).toHaveCount(0)
  })
})

test('a redirect is added with the keyboard alone, and problems are shown', async ({ desk }) => {
  const { paper } = desk
  const story = await demoStory(paper, 'museum-roof')
  const page = await desk.signedIn('Ada Reed', 'admin')
  await page.goto('/admin/addresses')
  const dialog = page.getByRole('dialog')
  const send = async (from: string, to: string) => {
    await dialog.getByLabel('Old address').fill(from)
    await dialog.getByLabel('New address').fill(to)
    await page.keyboard.press('Enter')
  }
  await press(page.getByRole('button', { name: 'Add a redirect' }))
  for (const [from, to, words] of [
    ['/politics', '/city', 'A page stands at /politics already'],
    ['/old', '/OLD/', 'back to itself'],
    ['/old', '/nowhere', 'Nothing stands at /nowhere'],
    ['old', '/city', 'begins with a slash'],
    [story.path.replace(/^\/[^/]+/, '/science'), '/city', 'leads to it by itself'],
  ] as const) {
    await send(from, to)
    await expect(dialog.getByRole('alert').filter({ hasText: words })).toBeVisible()
  }
  await send('/old', '/city')
  await expect(page.getByRole('row').filter({ hasText: '/old' })).toContainText('/city')
  await expect(page.getByRole('main'), 'the page begins anew, and the next key belongs to it').toBeFocused()
  expect(await fetchFrom(paper, '/OLD/')).toMatchObject({ status: 308, location: '/city' })

  await page.getByRole('button', { name: 'Change the redirect from /old' }).click()
  await dialog.getByRole('combobox').fill(story.headline)
  await expect(dialog.getByRole('option').first()).toContainText(story.headline)
  await press(dialog.getByRole('combobox'))
  await expect(page.getByRole('row').filter({ hasText: '/old' })).toContainText(story.headline)
  expect(await fetchFrom(paper, '/old')).toMatchObject({ status: 308, location: story.path })

  await page.getByRole('button', { name: 'Delete the redirect from /old' }).click()
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByText('No address is redirected yet.')).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()
  expect((await fetchFrom(paper, '/old')).status).toBe(404)
})

test('many redirects are pasted at once, and each invalid line is reported', async ({ desk }) => {
  const { paper } = desk
  const page = await desk.signedIn('Ada Reed', 'editor')
  await page.goto('/admin/addresses')
  await page.getByRole('button', { name: 'Add many' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('One redirect a line').fill('/a /city\n/b /nowhere\n/c,/politics\nnonsense')
  await dialog.getByRole('button', { name: 'Add them' }).click()
  await expect(dialog.getByRole('status')).toContainText('2 redirects stand. 2 lines were not taken')
  await expect(dialog.getByRole('listitem').first()).toContainText('Line 2')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('rowheader', { name: '/c', exact: true })).toBeVisible()
  expect(await fetchFrom(paper, '/c')).toMatchObject({ status: 308, location: '/politics' })
  await page.getByRole('searchbox').fill('politics')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.getByRole('rowheader', { name: '/c', exact: true })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: '/a', exact: true })).toHaveCount(0)
})
