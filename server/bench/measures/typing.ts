import type { Page } from 'playwright'
import { storedArticle } from '@/db/editing/stored-article'
import { writeArticle } from '@/db/editing/writing'
import { closeStore, openStore, storeFile, type Writer } from '@/db/store/open'
import type { Body, BodyElement } from '@/lib/article/body'
import { withoutAccount } from '@/lib/revisions/saver'
import { bars } from '@/server/bench/bars'
import type { Figure } from '@/server/bench/figure'
import { percentile } from '@/server/bench/percentile'
import { prepareDemoEdition } from '@/server/bench/site/bench-edition'
import { DESK, withBrowser } from '@/server/bench/site/browsing'
import { DeskEditor } from '@/server/bench/site/desk-editor'
import { RunningSite } from '@/server/bench/site/running-site'

const WORDS = 5000
const KEYS = 400
const WARM_UP_KEYS = 30
/** A quick typist: sixteen keys a second. */
const KEY_EVERY_MS = 60
const WORD = ' harbour'

/** From a key pressed in the middle of a story of 5,000 words, with blocks in it, until its letter is painted. */
export async function typingFigures(): Promise<Figure[]> {
  const { dataDir, demo } = await prepareDemoEdition()
  const db = openStore(storeFile(dataDir))
  const site = await RunningSite.start(dataDir)
  try {
    const editor = await DeskEditor.signIn(db, site.url)
    const id = await longStory(db, demo)
    const took = await withBrowser(async (browser) => {
      const context = await browser.newContext({ viewport: DESK, baseURL: site.url })
      await context.addCookies(
        editor.cookie.split('; ').map((pair) => {
          const [name = '', ...value] = pair.split('=')
          return { name, value: value.join('='), url: site.url }
        }),
      )
      const page = await context.newPage()
      await page.goto(`/admin/articles/${id}`, { waitUntil: 'networkidle' })
      return measureKeys(page)
    })
    const what = `key to paint, story of ${WORDS} words (${took.length} keys)`
    return [
      { part: 'typing', what: `${what}: p50`, value: percentile(took, 0.5), unit: 'ms' },
      { part: 'typing', what: `${what}: p95`, value: percentile(took, 0.95), unit: 'ms', bar: bars.keyToPaintP95Ms },
    ]
  } finally {
    await site.stop()
    await closeStore(db)
  }
}

/** The frame after the key is the first that can show its letter; a task behind it runs once it is drawn. */
async function measureKeys(page: Page): Promise<number[]> {
  const text = page.getByRole('textbox', { name: 'Story text' })
  await text.locator('p').nth(20).click()
  await page.evaluate(() => {
    const took: number[] = []
    Object.assign(globalThis, { took })
    const painted = new MessageChannel()
    let pressed: number[] = []
    painted.port1.onmessage = () => {
      const now = performance.now()
      took.push(...pressed.map((at) => now - at))
      pressed = []
    }
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        pressed.push(timeStamp)
        requestAnimationFrame(() => painted.port2.postMessage(null))
      },
      { capture: true },
    )
  })
  for (let key = 0; key < KEYS + WARM_UP_KEYS; key++) {
    await page.keyboard.press(WORD[key % WORD.length] === ' ' ? 'Space' : (WORD[key % WORD.length] ?? 'a'))
    await page.waitForTimeout(KEY_EVERY_MS)
  }
  const took = await page.evaluate(() => (globalThis as unknown as { took: number[] }).took)
  return took.slice(WARM_UP_KEYS)
}

/** A draft of the edition's own paragraphs, a block after every tenth. */
async function longStory(db: Writer, demo: { id: number }[]): Promise<number> {
  const now = new Date()
  const stories = await Promise.all(demo.map(({ id }) => storedArticle(db, id, now)))
  const prose = stories.flatMap(({ snapshot }) => snapshot.body.filter((element) => element.type === 'paragraph'))
  const body: Body = []
  const add = (element: BodyElement) => body.push({ ...element, id: `e${body.length + 1}` })
  let words = 0
  for (let place = 0; words < WORDS; place++) {
    const paragraph = prose[place % prose.length]
    if (!paragraph) throw new Error('the demo edition has no prose')
    add(paragraph)
    words += paragraph.text
      .map(({ text }) => text)
      .join('')
      .split(/\s+/).length
    const target = demo[place % demo.length]?.id ?? 1
    if (place % 10 === 9) add({ type: 'also-read', id: 'e', target: { kind: 'article', article: target } })
  }
  const [model] = stories
  if (!model) throw new Error('the demo edition has no story')
  const { sectionId, kind, language } = model.snapshot
  return writeArticle(db, {
    draft: { headline: 'The long read', sectionId, kind, language, body },
    by: withoutAccount('bench'),
    now,
  })
}
