import { randomUUID } from 'node:crypto'
import { saveManuscript } from '@/db/editing/manuscripts'
import { storedArticle } from '@/db/editing/stored-article'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { demoStory } from '@/e2e/testing/demo-story'
import { type Desk, expect, test } from '@/e2e/testing/desk'
import { withoutAccount } from '@/lib/revisions/saver'

async function rewritten(desk: Desk, id: number, headline: string): Promise<void> {
  const { db } = desk.paper
  const { version, manuscript } = await storedArticle(db, id, PRINTED_AT)
  await saveManuscript(db, {
    id,
    key: randomUUID(),
    basedOn: version,
    by: withoutAccount('Mara Quill'),
    now: PRINTED_AT,
    manuscript: { ...manuscript, headline },
  })
}

const text = async (desk: Desk, id: number) => (await storedArticle(desk.paper.db, id, PRINTED_AT)).manuscript

test('two versions are compared word by word, and an older one is restored', async ({ desk }) => {
  const { id, headline, path } = await demoStory(desk.paper, 'ferry-day')
  const { version: first, manuscript: before } = await storedArticle(desk.paper.db, id, PRINTED_AT)
  await rewritten(desk, id, `${headline}, they say`)
  const page = await desk.signedIn('Edith Vane', 'editor')
  await page.goto(`/admin/articles/${id}/revisions`)
  await expect(page.locator('ins')).toContainText(['they say'])
  await page.getByRole('radio', { name: `From version ${first}`, exact: true }).check()
  await page.getByRole('button', { name: 'Compare' }).click()
  await page.getByRole('button', { name: `Restore version ${first}`, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Restore it' }).click()
  await expect(page).toHaveURL(`/admin/articles/${id}`)
  await expect(page.getByLabel('Headline', { exact: true })).toHaveValue(headline)
  expect(await text(desk, id)).toEqual(before)
  // Meanwhile readers see the first headline.
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline)
})

test('a preview shows the manuscript to anyone with its link until the link is revoked, and writes nothing', async ({
  desk,
}) => {
  const { id, headline, path } = await demoStory(desk.paper, 'ferry-day')
  await rewritten(desk, id, `${headline}, they say`)
  const page = await desk.signedIn('Edith Vane', 'editor')
  await page.goto(`/admin/articles/${id}/preview`)
  await page.getByRole('button', { name: 'Make a link' }).click()
  const link = await page.getByLabel('The link').inputValue()

  const written = () => desk.paper.db.$client.pragma('data_version', { simple: true })
  const stranger = await desk.pageFor(null)
  const unwritten = written()
  const answer = await stranger.goto(link)
  expect(answer?.status()).toBe(200)
  expect(answer?.headers()).toMatchObject({ 'x-robots-tag': 'noindex, nofollow' })
  expect(answer?.headers()['cache-control']).toContain('no-store')
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(`${headline}, they say`)
  await expect(stranger.getByText('Preview – not published')).toBeVisible()
  expect(written()).toBe(unwritten)
  await stranger.goto(path)
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(headline)

  await page.getByRole('button', { name: 'Desktop' }).click()
  await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toHaveText(`${headline}, they say`)
  await page.getByRole('button', { name: /^Take back/ }).click()
  await expect(page.getByRole('button', { name: /^Take back/ })).toHaveCount(0)
  expect((await stranger.goto(link))?.status()).toBe(404)
})

test('a preview link expires, and an invalid one shows nothing', async ({ desk }) => {
  const { id } = await demoStory(desk.paper, 'ferry-day')
  const page = await desk.signedIn('Edith Vane', 'editor')
  await page.goto(`/admin/articles/${id}/preview`)
  await page.getByRole('button', { name: 'Make a link' }).click()
  const link = await page.getByLabel('The link').inputValue()
  const stranger = await desk.pageFor(null)
  expect((await stranger.goto(`${link.slice(0, -1)}x`))?.status()).toBe(404)
  desk.paper.moveClockTo(new Date(PRINTED_AT.getTime() + 25 * 3_600_000))
  expect((await stranger.goto(link))?.status()).toBe(404)
})
