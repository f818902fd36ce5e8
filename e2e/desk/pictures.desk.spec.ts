import { desc, eq } from 'drizzle-orm'
import type { Page } from 'playwright/test'
import sharp from 'sharp'
import { metadataXmp } from '@/db/pictures/picture-metadata'
import { articles, media } from '@/db/store/schema'
import { violations } from '@/e2e/testing/accessibility'
import { demoStory } from '@/e2e/testing/demo-story'
import { type Desk, expect, test } from '@/e2e/testing/desk'
import { expectFocusKept } from '@/e2e/testing/focus-watch'
import { press } from '@/e2e/testing/press'
import { fetchFrom } from '@/e2e/testing/site-response'

const dialog = (page: Page) => page.getByRole('dialog')
const files = (page: Page) => page.getByRole('list', { name: 'Files that you add' }).getByRole('listitem')

async function photograph(colour: string, caption: string) {
  const stated = { creator: 'Noor Amari', credit: 'Harbour Agency', copyright: '', licenceUrl: '', acquireUrl: '' }
  const buffer = await sharp({ create: { width: 1400, height: 900, channels: 3, background: colour } })
    .withXmp(metadataXmp({ ...stated, caption, keywords: ['quay'] }))
    .jpeg()
    .toBuffer()
  return { name: `${caption.toLowerCase().replaceAll(' ', '-')}.jpg`, mimeType: 'image/jpeg', buffer }
}

async function chosen(page: Page, button: string, several: Parameters<Page['setInputFiles']>[1]): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button }).click()
  await (await choosing).setFiles(several)
}

/** Gives the page a file as somebody does who drops it anywhere, or pastes it. */
async function given(page: Page, how: 'drop' | 'paste', { name, mimeType, buffer }: Photograph): Promise<void> {
  const file = { how, name, type: mimeType, bytes: buffer.toString('base64') }
  await page.getByRole('main').evaluate((main, { how, name, type, bytes }) => {
    const data = new DataTransfer()
    data.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name, { type }))
    const both = { bubbles: true, cancelable: true }
    if (how === 'paste') return main.dispatchEvent(new ClipboardEvent('paste', { ...both, clipboardData: data }))
    main.dispatchEvent(new DragEvent('dragover', { ...both, dataTransfer: data }))
    return main.dispatchEvent(new DragEvent('drop', { ...both, dataTransfer: data }))
  }, file)
}

type Photograph = Awaited<ReturnType<typeof photograph>>

async function leadOf(desk: Desk, id: number) {
  const [row] = await desk.paper.db.select({ lead: articles.leadMediaId }).from(articles).where(eq(articles.id, id))
  return row?.lead
}

test('pictures are chosen, dropped and pasted, found, described, and used from the room, and what cannot be used is refused in words', async ({
  desk,
}) => {
  const page = await desk.signedIn('Ada Reed', 'editor')
  await page.goto('/admin')
  await press(page.getByRole('link', { name: 'Pictures' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Pictures' })).toBeVisible()
  const quay = await photograph('#8a4b2d', 'The quay at dusk')
  const drawing = {
    name: 'plan.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  }
  await chosen(page, 'Add pictures', [quay, drawing, quay])
  await given(page, 'drop', await photograph('#2d4b8a', 'Cranes in fog'))
  await given(page, 'paste', await photograph('#2d8a4b', 'Nets on the pier'))
  await expect(page.getByText('4 of 5 pictures are in the library, 1 refused.')).toBeVisible({ timeout: 60_000 })
  await expect(files(page).nth(1)).toContainText('This is an SVG drawing')
  await expect(files(page).nth(2)).toContainText('The library has this picture already')
  for (const [place, name] of [
    [3, 'cranes-in-fog.jpg'],
    [4, 'nets-on-the-pier.jpg'],
  ] as const) {
    await expect(files(page).nth(place)).toContainText(name)
  }
  await files(page).first().getByLabel('Alt text').fill('Cranes against a red sky')
  await files(page).first().getByLabel('Alt text').press('Tab')
  expect(await violations(page)).toEqual([])

  await page.getByLabel('Search', { exact: true }).fill('amari dusk')
  await press(page.getByLabel('Search', { exact: true }))
  const found = page.getByRole('list', { name: 'Pictures' }).getByRole('link')
  await expect(found).toHaveCount(1)
  await expect(found).toContainText('Cranes against a red sky')
  await expect(found).toContainText('unused')
  await press(found)

  const words = page.getByRole('form', { name: 'Words and rights' })
  await expect(words.getByLabel('Caption')).toHaveValue('The quay at dusk')
  await expect(words.getByLabel('Keywords')).toHaveValue('quay')
  await words.getByLabel('Place').fill('North Quay')
  await words.getByLabel('Rights', { exact: true }).selectOption({ label: 'Our own' })
  await page.getByRole('button', { name: /^Focal point/ }).press('Shift+ArrowLeft')
  await press(words.getByRole('button', { name: 'Save' }))
  await expect(words.getByText('Saved.', { exact: false })).toBeVisible()
  const [row] = await desk.paper.db.select().from(media).where(eq(media.alt, 'Cranes against a red sky'))
  expect(row).toMatchObject({ place: 'North Quay', rightsCategory: 'own', focalX: 0.4, credit: 'Harbour Agency' })
  expect(await violations(page)).toEqual([])

  const answer = await page.request.post('/api/desk/articles', { data: {}, headers: { origin: desk.paper.url } })
  const { id } = await answer.json()
  await page.goto(`/admin/articles/${id}`)
  await press(page.getByRole('button', { name: 'Choose from the library' }))
  await dialog(page).getByLabel('Search the library').fill('north quay')
  await press(dialog(page).getByRole('button', { name: /Cranes against a red sky/ }))
  await expect(dialog(page)).toBeHidden()
  await expect.poll(() => leadOf(desk, id)).toBe(row?.id)
  await expectFocusKept(page)
})

test('a picture is forbidden from a day on, replaced everywhere, thrown away and had back', async ({ desk }) => {
  const page = await desk.signedIn('Ada Reed', 'editor')
  const story = await demoStory(desk.paper, 'museum-roof')
  const former = await leadOf(desk, story.id)
  const [other] = await desk.paper.db.select().from(media).orderBy(desc(media.id)).limit(1)
  await page.goto(`/admin/pictures/${former}`)
  await expect(page.getByRole('region', { name: 'Where it stands' })).toContainText(story.headline)
  await press(page.getByRole('button', { name: 'Throw it away' }))
  await expect(page.getByText(/^This picture stands in/)).toBeVisible()

  const spans = page.getByRole('region', { name: 'From when to when' })
  await spans.getByLabel('It', { exact: true }).selectOption({ label: 'may not be used' })
  await spans.getByLabel('Why').fill('The museum asked us.')
  await press(spans.getByRole('button', { name: 'Add these days' }))
  await expect(page.getByText('It may not be used. The museum asked us.').first()).toBeVisible()
  await expectFocusKept(page)
  const checklist = await page.request.get(`/api/desk/articles/${story.id}/checklist`)
  expect(JSON.stringify((await checklist.json()).blockers)).toContain('cannot be published. It may not be used.')

  await press(page.getByRole('button', { name: 'Replace it everywhere' }))
  await dialog(page)
    .getByLabel('Search the library')
    .fill(other?.alt ?? '')
  await press(
    dialog(page)
      .getByRole('button', { name: other?.alt ?? '' })
      .first(),
  )
  await press(dialog(page).getByRole('button', { name: /^Replace it in/ }))
  await expect(page.getByText(/^Replaced in \d+ place/)).toBeVisible()
  await expectFocusKept(page)
  await expect(page.getByRole('region', { name: 'Where it stands' })).toContainText('Nowhere.')
  await expect(page.getByRole('region', { name: 'What became of it' })).toContainText(`Replaced in ${story.headline}`)
  expect(await leadOf(desk, story.id)).toBe(other?.id)
  expect((await fetchFrom(desk.paper, story.path)).body).toContain(other?.files[0]?.name.split('-')[0])

  await press(page.getByRole('button', { name: 'Throw it away' }))
  await expect(page.getByText('This picture is in the bin.')).toBeVisible()
  await expectFocusKept(page)
  await page.goto('/admin/pictures?state=bin')
  await press(page.getByRole('list', { name: 'Pictures' }).getByRole('link').first())
  await press(page.getByRole('button', { name: 'Recover it' }))
  await expect(page.getByText('It is in the library again.')).toBeVisible()
})

test('a contributor uses the library and decides nothing about its pictures', async ({ desk }) => {
  const page = await desk.signedIn('Cleo Sand', 'contributor')
  await page.goto('/admin/pictures/1')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  for (const name of ['Throw it away', 'Replace it everywhere', 'Add these days']) {
    await expect(page.getByRole('button', { name })).toHaveCount(0)
  }
})
