import { desc, eq } from 'drizzle-orm'
import type { Page } from 'playwright/test'
import sharp from 'sharp'
import { metadataXmp } from '@/db/pictures/picture-metadata'
import { inTransaction } from '@/db/store/open'
import { articles, media } from '@/db/store/schema'
import { violations } from '@/e2e/testing/accessibility'
import { demoStory } from '@/e2e/testing/demo-story'
import { type Desk, expect, test } from '@/e2e/testing/desk'

const dialog = (page: Page) => page.getByRole('dialog')

async function newStory(desk: Desk, page: Page): Promise<number> {
  const answer = await page.request.post('/api/desk/articles', { data: {}, headers: { origin: desk.paper.url } })
  const { id } = await answer.json()
  await page.goto(`/admin/articles/${id}`)
  await expect(page.getByRole('textbox', { name: 'Story text' })).toBeVisible()
  return id
}

/** A photograph whose file contains its rights. */
async function harvest(): Promise<Buffer> {
  const rights = { creator: '', credit: '', copyright: 'Noor Amari, Linnet Observer', licenceUrl: '', acquireUrl: '' }
  return sharp({ create: { width: 900, height: 600, channels: 3, background: '#c8a850' } })
    .withXmp(metadataXmp(rights))
    .jpeg()
    .toBuffer()
}

async function rowOf(desk: Desk, id: number) {
  const [row] = await desk.paper.db.select().from(articles).where(eq(articles.id, id))
  return row
}

async function expectNoViolations(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([])
}

test('an editor sets the original of a translation, and noindex [article-form-crawler-names]', async ({ desk }) => {
  const page = await desk.signedIn('Anna Reed', 'editor')
  const original = await demoStory(desk.paper, 'shipyard-order')
  const translation = await demoStory(desk.paper, 'comet-visible')
  await inTransaction(desk.paper.db, async (tx) => {
    await tx.update(articles).set({ translationOfId: original.id }).where(eq(articles.id, translation.id))
  })
  const id = await newStory(desk, page)

  // The editor chooses a translation, which selects its original.
  await page.getByRole('button', { name: 'Choose the original' }).click()
  await dialog(page).getByRole('combobox').fill(translation.headline)
  await dialog(page).getByRole('option').filter({ hasText: translation.headline }).click()
  await expect(dialog(page)).toBeHidden()
  const named = page.getByRole('group', { name: 'Translation of' }).getByRole('link')
  await expect(named).toHaveText(original.headline)
  await expect.poll(async () => (await rowOf(desk, id))?.translationOfId).toBe(original.id)
  // The checklist speaks once there is a text.
  await page.getByRole('textbox', { name: 'Story text' }).pressSequentially('The yard starts in May.')
  await expect(page.getByText(`“${original.headline}” tells the same story in English already.`)).toBeVisible()

  await page.getByText('For search engines', { exact: true }).click()
  await page.getByLabel('Keep out of search engines').check()
  await expect.poll(async () => (await rowOf(desk, id))?.isUnlisted).toBe(true)
  await expectNoViolations(page)

  await page.getByRole('button', { name: 'Not a translation' }).click()
  await expect.poll(async () => (await rowOf(desk, id))?.translationOfId).toBeNull()
  await expect(named).toBeHidden()
})

test('the rights of a picture are edited, and its focal point is chosen with keys and pointer [article-form-crawler-names]', async ({
  desk,
}) => {
  const page = await desk.signedIn('Anna Reed', 'editor')
  await newStory(desk, page)
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add a lead image' }).click()
  await (await choosing).setFiles('lib/testing/pictures/iptc-reference-2019.1.jpg')
  const lead = page.getByRole('group', { name: 'Words of the lead image' })
  await expect(lead.getByLabel('Credit')).toHaveValue('Credit Line (ref2019.1)', { timeout: 30_000 })
  const kept = async () => (await desk.paper.db.select().from(media).orderBy(desc(media.id)).limit(1))[0]

  await page.getByRole('button', { name: 'Crop and rights' }).click()
  await expect(dialog(page).getByLabel('Creator')).toHaveValue('Creator1 (ref2019.1); Creator2 (ref2019.1)')
  await expect(dialog(page).getByLabel('Address of the licence')).toHaveValue(
    'http://www.WebStatementOfRights.org/2019.1',
  )
  await expectNoViolations(page)

  const point = dialog(page).getByRole('button', { name: /^Focal point/ })
  const box = await point.boundingBox()
  if (!box) throw new Error('the picture is not to be seen')
  await point.click({ position: { x: box.width * 0.25, y: box.height * 0.75 } })
  await expect(dialog(page).getByRole('status')).toHaveText('25 % from the left, 75 % from the top')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowUp')
  await expect(dialog(page).getByRole('status')).toHaveText('26 % from the left, 65 % from the top')

  await dialog(page).getByLabel('Where a licence can be had').fill('agency.example')
  await dialog(page).getByRole('button', { name: 'Keep' }).click()
  await expect(dialog(page).getByText('Write the whole address, beginning with https://.')).toBeVisible()
  await dialog(page).getByLabel('Where a licence can be had').fill('https://agency.example/ask')
  await dialog(page).getByLabel('Copyright').fill('© Noor Amari')
  await dialog(page).getByRole('button', { name: 'Keep' }).click()
  await expect(dialog(page)).toBeHidden()
  expect(await kept()).toMatchObject({
    focalX: 0.26,
    focalY: 0.65,
    creator: 'Creator1 (ref2019.1); Creator2 (ref2019.1)',
    copyright: '© Noor Amari',
    licenceUrl: 'http://www.WebStatementOfRights.org/2019.1',
    acquireUrl: 'https://agency.example/ask',
  })
  await page.getByRole('button', { name: 'Crop and rights' }).click()
  await expect(dialog(page).getByRole('status')).toHaveText('26 % from the left, 65 % from the top')
})

test('the focal point of a picture in the text is set in place, and its keys do not change the text', async ({
  desk,
}) => {
  const page = await desk.signedIn('Anna Reed', 'editor')
  const id = await newStory(desk, page)
  const text = page.getByRole('textbox', { name: 'Story text' })
  const choosing = page.waitForEvent('filechooser')
  await text.click()
  await page.keyboard.type('/image')
  await page.keyboard.press('Enter')
  await (await choosing).setFiles({ name: 'harvest.jpg', mimeType: 'image/jpeg', buffer: await harvest() })
  await text.getByRole('button', { name: 'Crop and rights' }).click({ timeout: 30_000 })
  await expect(dialog(page).getByLabel('Copyright')).toHaveValue('Noor Amari, Linnet Observer')
  await dialog(page).getByLabel('Creator').fill('Ian Britton')
  await dialog(page)
    .getByRole('button', { name: /^Focal point/ })
    .focus()
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowLeft']) await page.keyboard.press(key)
  await expect(dialog(page).getByRole('status')).toHaveText('49 % from the left, 52 % from the top')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await expect.poll(async () => (await rowOf(desk, id))?.body.map(({ type }) => type)).toContain('image')

  // A change that was not saved is discarded.
  await text.getByRole('button', { name: 'Crop and rights' }).click()
  await expect(dialog(page).getByRole('status')).toHaveText('50 % from the left, 50 % from the top')
})
