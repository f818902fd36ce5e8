import type { Page } from 'playwright/test'
import { startArticle } from '@/db/editing/manuscripts'
import { storedArticle } from '@/db/editing/stored-article'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { demoStory } from '@/e2e/testing/demo-story'
import { type Desk, expect, test } from '@/e2e/testing/desk'
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

/** Selects the last word and presses a key in the same task, before the browser tells of the new selection. */
async function selectWordAndPress(
  page: Page,
  key: { key: string; shiftKey?: boolean; altKey?: boolean },
): Promise<void> {
  await text(page).evaluate((element, pressed) => {
    const selection = window.getSelection()
    selection?.modify('extend', 'backward', 'word')
    element.dispatchEvent(
      new KeyboardEvent('keydown', { ctrlKey: true, bubbles: true, cancelable: true, keyCode: 0, ...pressed }),
    )
  }, key)
}

const paragraph = (...spans: object[]) => ({ type: 'paragraph', text: spans })

test('a key acts on the selection that is seen, however soon it is pressed', async ({ desk }) => {
  const { page, id } = await opened(desk)
  await page.keyboard.type('The last ferry')
  await selectWordAndPress(page, { key: 'b' })
  await stored(desk, id, [paragraph({ text: 'The last ' }, { text: 'ferry', marks: ['bold'] })])
  await page.keyboard.press('End')
  await selectWordAndPress(page, { key: 'k' })
  await dialog(page).getByRole('combobox').fill('https://tides.example/')
  await dialog(page).getByRole('option').first().click()
  await page.keyboard.type(' sails')
  await stored(desk, id, [
    paragraph(
      { text: 'The last ' },
      { text: 'ferry', marks: ['bold'], link: { to: 'web', href: 'https://tides.example/' } },
      { text: ' sails', marks: ['bold'] },
    ),
  ])
})

test('what is typed while a story is looked up for a link goes on behind the link', async ({ desk }) => {
  const { page, id } = await opened(desk)
  const panda = await demoStory(desk.paper, 'panda-diplomacy')
  await page.keyboard.type('See here')
  await page.keyboard.press('Shift+Home')
  await page.keyboard.press('Control+k')
  await page.keyboard.type(panda.headline.slice(0, 30))
  await page.keyboard.press('Enter')
  await page.keyboard.type(' and there')
  await stored(desk, id, [
    paragraph({ text: 'See here', link: { to: 'article', article: panda.id } }, { text: ' and there' }),
  ])
})

test('quotation marks, dashes and ellipses are typed as the language has them, with one undo', async ({ desk }) => {
  const { page, id } = await opened(desk)
  await page.keyboard.type('"We sail" -- so he said...')
  await stored(desk, id, [paragraph({ text: '“We sail” – so he said…' })])
  await page.keyboard.press('Control+z')
  await stored(desk, id, [paragraph({ text: '“We sail” – so he said...' })])
  const headline = page.getByRole('textbox', { name: 'Headline' })
  await headline.pressSequentially('"The last ferry"')
  await expect(headline).toHaveValue('“The last ferry”')
  await headline.press('Control+z')
  await expect(headline).toHaveValue('“The last ferry"')
})

test('redo with nothing to redo does nothing, whatever case its key is reported in', async ({ desk }) => {
  const { page, id } = await opened(desk)
  await page.keyboard.type('The tide')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+Shift+z')
  await stored(desk, id, [paragraph({ text: 'The tide' })])
  for (const key of ['Control+Shift+z', 'Control+Shift+Z', 'Control+y', 'Control+Y']) await page.keyboard.press(key)
  await page.keyboard.type(' turns')
  await stored(desk, id, [paragraph({ text: 'The tide turns' })])
})

test('Tab makes a list within a list, and Shift+Tab brings an item back', async ({ desk }) => {
  const { page, id } = await opened(desk)
  await page.keyboard.type('- Tide')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Spring')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Neap')
  await page.keyboard.press('Shift+Tab')
  const items = [[{ text: 'Tide' }], [{ text: 'Spring' }], [{ text: 'Neap' }]]
  await stored(desk, id, [{ type: 'list', ordered: false, items, nesting: [null, { depth: 1, ordered: false }, null] }])
})

test('words are found and replaced in the text and around it, with the keyboard alone', async ({ desk }) => {
  const { page, id } = await opened(desk)
  const headline = page.getByRole('textbox', { name: 'Headline' })
  await headline.fill('Farewell to the Dunlin')
  await text(page).click()
  await page.keyboard.type('The Dunlin sails. The Dunlin stays.')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('dunlin')
  const bar = page.getByRole('search')
  await expect(bar).toContainText('2 of 3')
  await page.keyboard.press('Shift+Enter')
  await expect(bar).toContainText('1 of 3, in the headline')
  await page.keyboard.press('Escape')
  await expect(headline).toBeFocused()
  await page.keyboard.press('Control+f')
  await expect(bar.getByLabel('Find')).toHaveValue('Dunlin')
  await page.getByLabel('Replace with').fill('Curlew')
  await press(bar.getByRole('button', { name: 'Replace all' }))
  await expect(bar).toContainText('Replaced 3 times.')
  await press(bar.getByRole('button', { name: 'Undo' }))
  await expect(headline).toHaveValue('Farewell to the Dunlin')
  await press(bar.getByRole('button', { name: 'Replace all' }))
  await expect(headline).toHaveValue('Farewell to the Curlew')
  await bar.getByRole('button', { name: 'Done' }).click()
  await text(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Always.')
  await stored(desk, id, [paragraph({ text: 'The Curlew sails. The Curlew stays. Always.' })])
})

test('lines that were wrapped by hand are offered as paragraphs', async ({ desk }) => {
  const { page, id } = await opened(desk)
  const first =
    'The harbour board decided on Monday evening that the last ferry will leave at six from next week on. Buses take over from there, said its chair, and the pier stays open until the end of the month, as it did in the summer of last year.'
  const wrapped = first.replace(/(.{1,60})(?: |$)/g, '$1\n')
  await text(page).evaluate((element, words) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', words)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, `${wrapped}\nPilots meet on Thursday.`)
  await page.getByRole('button', { name: 'Join them into paragraphs' }).click()
  await page.keyboard.type(' All of them.')
  await stored(desk, id, [paragraph({ text: first }), paragraph({ text: 'Pilots meet on Thursday. All of them.' })])
})

test('the tools are one row at every width, and those of a table stand with it', async ({ desk }) => {
  const { page } = await opened(desk)
  const bar = page.getByRole('toolbar', { name: 'Tools of the text' })
  for (const width of [320, 360, 768, 1024, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    const { height = 0, right = 0 } = await bar.evaluate((element) => {
      const last = [...element.querySelectorAll('button')].map((one) => one.getBoundingClientRect().right)
      return { height: element.getBoundingClientRect().height, right: Math.max(...last) }
    })
    expect(height, `at ${width} px`).toBeLessThan(56)
    expect(right, `at ${width} px`).toBeLessThanOrEqual(width)
  }
  await text(page).click()
  await bar.getByRole('button', { name: 'Blocks' }).press('ArrowDown')
  await page.keyboard.press('t')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Boat')
  const tools = text(page).getByRole('group', { name: 'Tools of the table' })
  await tools.getByRole('button', { name: 'Column after' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(tools).toBeHidden()
})
