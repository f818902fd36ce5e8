import type { Page } from 'playwright/test'
import sharp from 'sharp'
import { startArticle } from '@/db/editing/manuscripts'
import { storedArticle } from '@/db/editing/stored-article'
import { writeArticle } from '@/db/editing/writing'
import { violations } from '@/e2e/testing/accessibility'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { demoStory, sectionId } from '@/e2e/testing/demo-story'
import { type Desk, expect, test } from '@/e2e/testing/desk'
import { press } from '@/e2e/testing/press'
import type { Body, BodyElement } from '@/lib/article/body'
import { withoutAccount } from '@/lib/revisions/saver'

const text = (page: Page) => page.getByRole('textbox', { name: 'Story text' })
const dialog = (page: Page) => page.getByRole('dialog')

/** An empty story open in the browser of an editor. */
async function opened(desk: Desk): Promise<{ page: Page; id: number }> {
  const editor = await desk.addAccount('Edith Vane', 'editor')
  const id = await startArticle(desk.paper.db, { owner: editor, now: PRINTED_AT })
  const page = await desk.pageFor(editor)
  await page.goto(`/admin/articles/${id}`)
  await text(page).click()
  return { page, id }
}

async function bodyOf({ paper }: Desk, id: number): Promise<Body> {
  return (await storedArticle(paper.db, id, PRINTED_AT)).manuscript.body
}

/** The stored body once the draft is saved, without the ids of the elements. */
async function stored(desk: Desk, id: number, expected: object[]): Promise<void> {
  const withoutIds = async () => (await bodyOf(desk, id)).map(({ id: _, ...element }) => element)
  await expect.poll(withoutIds).toEqual(expected)
}

const kinds = async (desk: Desk, id: number) => (await bodyOf(desk, id)).map(({ type }) => type)

async function paste(page: Page, data: Record<string, string>): Promise<void> {
  await text(page).evaluate((element, data) => {
    const clipboardData = new DataTransfer()
    for (const [type, words] of Object.entries(data)) clipboardData.setData(type, words)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, data)
}

test('marks and elements are created by typing', async ({ desk }) => {
  const { page, id } = await opened(desk)
  await page.keyboard.type('## What changes')
  await page.keyboard.press('Enter')
  await page.keyboard.type('The **Dunlin** sails _slowly_.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- Fewer boats')
  await page.keyboard.press('Enter')
  await page.keyboard.type('More buses')
  await stored(desk, id, [
    { type: 'heading', level: 2, text: [{ text: 'What changes' }] },
    {
      type: 'paragraph',
      text: [
        { text: 'The ' },
        { text: 'Dunlin', marks: ['bold'] },
        { text: ' sails ' },
        { text: 'slowly', marks: ['italic'] },
        { text: '.' },
      ],
    },
    { type: 'list', ordered: false, items: [[{ text: 'Fewer boats' }], [{ text: 'More buses' }]] },
  ])
})

test('text pasted from Word becomes elements of the paper', async ({ desk }) => {
  const { page, id } = await opened(desk)
  const item = (words: string) =>
    `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>${words}<o:p></o:p></p>`
  await paste(page, {
    'text/html': `<html><body><!--StartFragment--><p class=MsoNormal>The <b>Dunlin</b> sails.<script>alert(1)</script></p>${item('Fewer boats')}${item('More buses')}<!--EndFragment--></body></html>`,
    'text/plain': 'The Dunlin sails.',
  })
  await stored(desk, id, [
    { type: 'paragraph', text: [{ text: 'The ' }, { text: 'Dunlin', marks: ['bold'] }, { text: ' sails.' }] },
    { type: 'list', ordered: false, items: [[{ text: 'Fewer boats' }], [{ text: 'More buses' }]] },
  ])
})

test('the pasted address of a story becomes a live reference, that of a video an embed', async ({ desk }) => {
  const { page, id } = await opened(desk)
  const panda = await demoStory(desk.paper, 'panda-diplomacy')
  await paste(page, { 'text/plain': desk.paper.url + panda.path })
  await expect(text(page).locator('[data-element="also-read"]')).toContainText(panda.headline)
  await page.keyboard.press('Control+End')
  await paste(page, { 'text/plain': 'https://www.youtube.com/watch?v=dQw4w9WgXcQ' })
  await expect.poll(() => kinds(desk, id)).toEqual(['also-read', 'embed'])
  expect((await bodyOf(desk, id))[0]).toMatchObject({ target: { kind: 'article', article: panda.id } })
})

test('the pasted address of a place in a story leads to that place', async ({ desk }) => {
  const { page, id } = await opened(desk)
  const panda = await demoStory(desk.paper, 'panda-diplomacy')
  await paste(page, { 'text/plain': `${desk.paper.url}${panda.path}#corrections` })
  const block = { kind: 'article', article: panda.id, anchor: 'corrections' }
  await expect.poll(() => bodyOf(desk, id)).toMatchObject([{ type: 'also-read', target: block }])
})

test('related news is inserted by its button, reordered and shortened with the keyboard, and undone', async ({
  desk,
}) => {
  const { page, id } = await opened(desk)
  const chosen = [
    await demoStory(desk.paper, 'panda-diplomacy'),
    await demoStory(desk.paper, 'harbour-dredging'),
    await demoStory(desk.paper, 'lifting-bridge'),
  ]
  await page.keyboard.press('Alt+F10')
  await page.getByRole('button', { name: 'Related news' }).click()
  for (const { headline } of chosen) {
    await dialog(page).getByRole('combobox').fill(headline.slice(0, 24))
    await page.getByRole('option', { name: headline }).click()
  }
  await dialog(page)
    .getByRole('button', { name: /^(?:Put|Add|Insert|Done)/ })
    .click()
  const related = async () => {
    const block = (await bodyOf(desk, id)).find(
      (element): element is Extract<BodyElement, { type: 'related-news' }> => element.type === 'related-news',
    )
    return block?.articles
  }
  const ids = chosen.map((story) => story.id)
  await expect.poll(related).toEqual(ids)
  await text(page).getByText('Related News').click()
  await press(page.getByRole('button', { name: /^Move earlier/ }).last())
  await expect.poll(related).toEqual([ids[0], ids[2], ids[1]])
  await text(page).focus()
  await page.keyboard.press('Control+z')
  await expect.poll(related).toEqual(ids)
})

test('a live reference says when readers will not see it', async ({ desk }) => {
  const { page } = await opened(desk)
  const draft = { headline: 'Not out yet', sectionId: await sectionId(desk.paper, 'science'), kind: 'news' as const }
  await writeArticle(desk.paper.db, {
    draft: { ...draft, language: 'en', body: [] },
    by: withoutAccount('The desk'),
    now: PRINTED_AT,
  })
  await page.keyboard.type('/also')
  await page.keyboard.press('Enter')
  await dialog(page).getByRole('combobox').fill('Not out yet')
  await expect(page.getByRole('option', { name: /Not out yet/ })).toContainText(/draft/i)
  await page.getByRole('option', { name: /Not out yet/ }).click()
  await expect(text(page).getByText(/draft/i).first()).toBeVisible()
})

test('a picture is uploaded, described and shown; without an alt text it is on the checklist', async ({ desk }) => {
  const { page, id } = await opened(desk)
  const buffer = await sharp({ create: { width: 1400, height: 800, channels: 3, background: '#8a4b2d' } })
    .jpeg()
    .toBuffer()
  const choosing = page.waitForEvent('filechooser')
  await page.keyboard.type('/image')
  await page.keyboard.press('Enter')
  await (await choosing).setFiles({ name: 'quay.jpg', mimeType: 'image/jpeg', buffer })
  await expect(text(page).locator('img')).toBeVisible({ timeout: 60_000 })
  await expect.poll(() => kinds(desk, id)).toContain('image')
  await expect(page.getByText(/alt text/i).first()).toBeVisible()
  await page.getByLabel('Alt text').last().fill('The quay at dusk')
  await page.getByLabel('Alt text').last().press('Tab')
  await expect(async () => {
    const pictures = await (await page.request.get(`/api/desk/articles/${id}/checklist`)).json()
    expect(JSON.stringify(pictures.blockers)).not.toMatch(/alt text/i)
  }).toPass()
})

test('all elements together have no accessibility violations', async ({ desk }) => {
  const { page, id } = await opened(desk)
  for (const kind of ['quote', 'pull quote', 'table', 'fact box', 'divider']) {
    await page.keyboard.press('Control+End')
    await page.keyboard.type(`/${kind}`)
    await page.keyboard.press('Enter')
    await page.keyboard.type('Words')
    // Every column needs a heading.
    for (const more of kind === 'table' ? ['More words', 'Most words'] : []) {
      await page.keyboard.press('Tab')
      await page.keyboard.type(more)
    }
  }
  await expect
    .poll(() => kinds(desk, id))
    .toEqual(expect.arrayContaining(['quote', 'pull-quote', 'table', 'fact-box', 'divider']))
  await page.keyboard.press('Control+/')
  await expect(dialog(page)).toContainText('Bold')
  await page.keyboard.press('Escape')
  expect(await violations(page)).toEqual([])
})
