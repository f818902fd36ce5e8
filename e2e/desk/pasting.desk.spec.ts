import type { Page } from 'playwright/test'
import { startArticle } from '@/db/editing/manuscripts'
import { storedArticle } from '@/db/editing/stored-article'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { demoStory } from '@/e2e/testing/demo-story'
import { type Desk, expect, test } from '@/e2e/testing/desk'
import { expectFocusKept } from '@/e2e/testing/focus-watch'
import { press } from '@/e2e/testing/press'

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

/** The stored body once the draft is saved, without the ids of the elements. */
async function stored(desk: Desk, id: number, expected: object[]): Promise<void> {
  const body = async () => (await storedArticle(desk.paper.db, id, PRINTED_AT)).manuscript.body
  await expect.poll(async () => (await body()).map(({ id: _, ...element }) => element)).toEqual(expected)
}

async function paste(page: Page, data: Record<string, string>): Promise<void> {
  await text(page).evaluate((element, data) => {
    const clipboardData = new DataTransfer()
    for (const [type, words] of Object.entries(data)) clipboardData.setData(type, words)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, data)
}

const paragraph = (...spans: object[]) => ({ type: 'paragraph', text: spans })

test('what a paste left out is told until it is dismissed or the text is gone', async ({ desk }) => {
  const { page } = await opened(desk)
  const copy = {
    'text/html':
      '<p>The minister <s>took bribes</s> denied it.</p><p><img src="https://a.example/quay.jpg">The quay</p>',
    'text/plain': 'The minister took bribes denied it.',
  }
  const told = page.getByText(/Struck text was left out: “took bribes”\. One picture was left out\./)
  await paste(page, copy)
  await expect(told).toBeVisible()
  await expectFocusKept(page)
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(told).toHaveCount(0)
  await expectFocusKept(page)
  await paste(page, copy)
  await expect(told).toBeVisible()
  await text(page).press('Control+a')
  await text(page).press('Delete')
  await expect(told).toHaveCount(0)
  await expectFocusKept(page)
})

test('a dropped file that is no picture says what to do', async ({ desk }) => {
  const { page } = await opened(desk)
  await text(page).evaluate((element) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['%PDF-1.7'], 'minutes.pdf', { type: 'application/pdf' }))
    const { left, top } = element.getBoundingClientRect()
    const at = { clientX: left + 10, clientY: top + 10 }
    element.dispatchEvent(new DragEvent('drop', { dataTransfer, ...at, bubbles: true, cancelable: true }))
  })
  await expect(
    page.getByText(/minutes\.pdf was not added: .* Open it, copy its words and paste them here/),
  ).toBeVisible()
  await expectFocusKept(page)
})

test('an address pasted over a selected line links its words', async ({ desk }) => {
  const { page, id } = await opened(desk)
  await page.keyboard.type('The tide tables')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Next day')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Home')
  // With the end of the line, as a triple click selects it.
  await page.keyboard.press('Shift+ArrowDown')
  await paste(page, { 'text/plain': 'https://tides.example/tables' })
  await stored(desk, id, [
    paragraph({ text: 'The tide tables', link: { to: 'web', href: 'https://tides.example/tables' } }),
    paragraph({ text: 'Next day' }),
  ])
  await expectFocusKept(page)
})

for (const [typed, href] of [
  ['www.tides.example/tables', 'https://www.tides.example/tables'],
  ['desk@tides.example', 'mailto:desk@tides.example'],
  ['/about', '/about'],
] as const) {
  test(`${typed} in the link dialog is an address`, async ({ desk }) => {
    const { page, id } = await opened(desk)
    await page.keyboard.type('Tides')
    await page.keyboard.press('Shift+Home')
    await page.keyboard.press('Control+k')
    await dialog(page).getByRole('combobox').fill(typed)
    // At once: what is listed until the address was looked up are the newest stories.
    await page.keyboard.press('Enter')
    await expect(dialog(page)).toHaveCount(0)
    const address = href.startsWith('/') ? desk.paper.url + href : href
    await stored(desk, id, [paragraph({ text: 'Tides', link: { to: 'web', href: address } })])
    await expectFocusKept(page)
    // The text goes on behind the link.
    await page.keyboard.press('Control+k')
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toHaveCount(0)
    await expectFocusKept(page)
  })
}

test('letters are raised by the button and by the key', async ({ desk }) => {
  const { page, id } = await opened(desk)
  await page.keyboard.type('10')
  await page.getByRole('button', { name: 'Superscript' }).click()
  await expectFocusKept(page)
  await page.keyboard.type('6')
  await page.keyboard.press('Control+.')
  await page.keyboard.type(' or 10')
  await page.keyboard.press('Control+.')
  await page.keyboard.type('9')
  await stored(desk, id, [
    paragraph(
      { text: '10' },
      { text: '6', marks: ['superscript'] },
      { text: ' or 10' },
      { text: '9', marks: ['superscript'] },
    ),
  ])
  await expectFocusKept(page)
})

test('a headline that is nearly that of a story waits for a choice', async ({ desk }) => {
  const { page, id } = await opened(desk)
  const panda = await demoStory(desk.paper, 'panda-diplomacy')
  const nearly = panda.headline.split(' ').slice(0, -1).join(' ')
  await paste(page, { 'text/plain': `Also read: ${nearly}` })
  const block = text(page).getByRole('group', { name: /Also read/ })
  await expect(block).toContainText(nearly)
  await stored(desk, id, [{ type: 'also-read', target: { kind: 'sought', words: nearly } }])
  await expectFocusKept(page)
  await press(block.getByRole('button', { name: `Choose ${panda.headline}` }))
  await stored(desk, id, [{ type: 'also-read', target: { kind: 'article', article: panda.id } }])
  await expect(block).toContainText(panda.headline)
  await expectFocusKept(page)
})

test('a headline that no story has is taken out, or its story is found', async ({ desk }) => {
  const { page, id } = await opened(desk)
  const panda = await demoStory(desk.paper, 'panda-diplomacy')
  await paste(page, { 'text/plain': `Related News |\n\n${panda.headline}\nZebras audit the lighthouse\nQuartz flutes` })
  const block = text(page).getByRole('group', { name: /Related news/ })
  const related = (...words: string[]) => [
    {
      type: 'related-news',
      articles: [panda.id],
      ...(words.length && { sought: words.map((one) => ({ words: one })) }),
    },
  ]
  await stored(desk, id, related('Zebras audit the lighthouse', 'Quartz flutes'))
  await press(block.getByRole('button', { name: 'Take out Quartz flutes' }))
  await stored(desk, id, related('Zebras audit the lighthouse'))
  await expectFocusKept(page)
  const dredging = await demoStory(desk.paper, 'harbour-dredging')
  await press(block.getByRole('button', { name: 'Find a story for Zebras audit the lighthouse' }))
  await expect(dialog(page).getByRole('option').nth(5)).toBeVisible()
  await dialog(page).getByRole('combobox').fill(dredging.headline.slice(0, 24))
  // The field is empty after the choice: the newest stories are there without an answer, so that nothing below moves later.
  await page.route(
    (url) => url.pathname === '/api/desk/search' && !url.searchParams.get('q'),
    () => {},
  )
  await page.getByRole('option', { name: dredging.headline }).click()
  await expect(dialog(page).getByRole('option').nth(5)).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Done' }).click()
  await stored(desk, id, [{ type: 'related-news', articles: [panda.id, dredging.id] }])
  await expectFocusKept(page)
})

test('a late answer moves nothing below the list of stories', async ({ desk }) => {
  const { page } = await opened(desk)
  const panda = await demoStory(desk.paper, 'panda-diplomacy')
  let answer = () => {}
  const late = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route(
    (url) => url.pathname === '/api/desk/search' && !url.searchParams.get('q'),
    async (route) => {
      await late
      await route.continue()
    },
  )
  await page.getByRole('button', { name: 'Related news' }).click()
  await dialog(page).getByRole('combobox').fill(panda.headline.slice(0, 24))
  await page.getByRole('option', { name: panda.headline }).click()
  const done = dialog(page).getByRole('button', { name: 'Done' })
  await expect(dialog(page).getByRole('list', { name: 'Chosen' })).toContainText(panda.headline)
  await expect(dialog(page).getByRole('option')).toHaveCount(0)
  const before = await done.boundingBox()
  answer()
  await expect(dialog(page).getByRole('option').nth(5)).toBeVisible()
  expect(await done.boundingBox()).toEqual(before)
})
