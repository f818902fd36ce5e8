import { setTimeout as pause } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { storedArticle } from '@/db/editing/stored-article'
import { conflicts } from '@/db/store/desk-schema'
import { closeStore, openStore, type Reader, storeFile } from '@/db/store/open'
import { createArticle, reportPresence } from '@/lib/desk/articles/endpoints'
import type { DraftTransport } from '@/lib/drafting/draft-transport'
import type { PreparedEdition } from '@/server/bench/site/bench-edition'
import { DeskEditor } from '@/server/bench/site/desk-editor'
import { RestartingSite } from '@/server/chaos/restarting-site'
import { SeededRandom } from '@/server/chaos/seeded-random'
import { SimulatedBrowser, type Tab } from '@/server/chaos/simulated-browser'
import { TypedWords, withMove, withWord } from '@/server/chaos/typed-words'
import { mapConcurrently } from '@/server/crawling/map-concurrently'

/** Each story is written by two editors with two tabs each. */
const STORIES = 50
const SESSIONS_EACH = 4
const STORIES_AT_ONCE = 12
const EDITORS = ['Ada Finch', 'Bo Marten', 'Cleo Sand', 'Dag Holm']
const TYPED_FOR_MS = 9000
const KILLED_EVERY_MS = 12_000
const DOWN_FOR_MS = 1500
const LOOK_EVERY_MS = 250

export interface SessionFigures {
  sessions: number
  wordsTyped: number
  /** Words that are neither in the text of their story nor in a conflict. */
  lost: number
  conflicts: number
  /** Words of the save that was dropped on purpose and found missing; 1 when the count works. */
  planted: number
}

interface Newsroom {
  db: Reader
  browsers: SimulatedBrowser[]
  words: TypedWords
  random: SeededRandom
}

/**
 * 200 edit sessions against the built site on a demo edition of its own: two editors in each story, over a network that
 * loses, delays, duplicates and fails requests, in tabs that crash, with a server that is killed again and again.
 * Afterwards every word that was typed is searched for in the store.
 */
export async function sessionFigures({
  edition,
  seed,
  report,
}: {
  edition: PreparedEdition
  seed: number
  report: (line: string) => void
}): Promise<SessionFigures> {
  const db = openStore(storeFile(edition.dataDir))
  const server = await RestartingSite.start(edition.dataDir)
  try {
    const random = new SeededRandom(seed)
    const editors: DeskEditor[] = []
    for (const name of EDITORS) editors.push(await DeskEditor.signIn(db, server.url, name))
    const browsers = editors.map((editor) => new SimulatedBrowser(editor, random.fork()))
    const newsroom = { db, browsers, words: new TypedWords(), random }
    const stories = await storiesToWrite(newsroom, edition)
    let isOver = false
    const restarting = keepRestarting(server, () => isOver)
    await mapConcurrently(STORIES_AT_ONCE, stories, (id, number) => writeTogether(newsroom, { id, number }))
    isOver = true
    await restarting
    report('every browser opens its stories once more')
    for (const { network } of browsers) network.isGood = true
    await mapConcurrently(STORIES_AT_ONCE, stories, (id, number) => lastVisit(newsroom, { id, number }))
    const planted = await dropSave(newsroom)
    const found = await counted(newsroom, [...stories, planted.articleId])
    const lost = found.missing.filter((word) => word !== planted.word)
    if (browsers.some(({ keptDrafts }) => keptDrafts > 0)) throw new Error('a browser still keeps a draft')
    report(`the server was killed ${server.restarts} times; lost: ${lost.join(' ') || 'nothing'}`)
    return {
      sessions: STORIES * SESSIONS_EACH,
      wordsTyped: newsroom.words.count,
      lost: lost.length,
      conflicts: found.conflicts,
      planted: found.missing.length - lost.length,
    }
  } finally {
    await server.stop()
    await closeStore(db)
  }
}

/** Public stories of the edition, which get working copies, and new drafts. */
async function storiesToWrite({ browsers }: Newsroom, { demo }: PreparedEdition): Promise<number[]> {
  const ids = demo.slice(0, STORIES / 2).map(({ id }) => id)
  while (ids.length < STORIES) {
    const { editor } = at(browsers, ids.length)
    ids.push((await editor.request(createArticle)).id)
  }
  return ids
}

/** Two editors write one story at once; their tabs crash meanwhile. */
async function writeTogether(newsroom: Newsroom, { id, number }: { id: number; number: number }): Promise<void> {
  const writers = [at(newsroom.browsers, number), at(newsroom.browsers, number + 1)]
  await Promise.all(
    writers.map(async (browser) => {
      const random = newsroom.random.fork()
      const openTabs: Tab[] = []
      for (let session = 0; session < SESSIONS_EACH / 2; session++) {
        const tab = await browser.openTab(id)
        await typeFor(TYPED_FOR_MS * (0.5 + random.next()), { tab, browser, id, words: newsroom.words, random })
        // What was typed last is only in the browser, or in a running request. Some tabs stay open.
        if (random.happens(0.3)) openTabs.push(tab)
        else tab.kill()
      }
      for (const tab of openTabs) tab.kill()
    }),
  )
}

interface Typing {
  tab: Tab
  browser: SimulatedBrowser
  id: number
  words: TypedWords
  random: SeededRandom
}

async function typeFor(ms: number, { tab, browser, id, words, random }: Typing): Promise<void> {
  const { keeper } = tab
  const end = Date.now() + ms
  while (Date.now() < end) {
    if (random.happens(0.93)) keeper.edit(withWord(keeper.manuscript, words.next(id), random))
    else keeper.edit(withMove(keeper.manuscript, random))
    if (random.happens(0.02)) browser.network.goOffline()
    if (random.happens(0.05)) keeper.flush()
    if (random.happens(0.1) && browser.network.isOpen) {
      const presence = browser.editor.request(reportPresence, {
        params: { id },
        input: { tab: `${id}` },
      })
      presence.then(
        ({ version }) => keeper.noticeVersion(version),
        () => {},
      )
    }
    if (random.happens(0.03)) {
      keeper.startComposition()
      await pause(random.between(50, 600))
      keeper.endComposition()
    }
    // Writers type in bursts.
    await pause(random.happens(0.15) ? random.between(700, 1800) : random.between(20, 200))
  }
}

/** Both editors open the story again, which sends what their browsers still hold of it. */
async function lastVisit({ browsers }: Newsroom, { id, number }: { id: number; number: number }): Promise<void> {
  for (const browser of [at(browsers, number), at(browsers, number + 1)]) {
    const tab = await browser.openTab(id)
    await tab.saved()
    tab.kill()
  }
}

/** Types a word whose save is reported as successful but dropped: the count must find it missing. */
async function dropSave({ browsers, words, random }: Newsroom): Promise<{ articleId: number; word: string }> {
  const browser = at(browsers, 0)
  const { id: articleId } = await browser.editor.request(createArticle)
  const droppingTransport: DraftTransport = {
    ...browser.network.transport(browser.editor, articleId),
    save: async ({ basedOn, manuscript }) => ({
      kind: 'saved',
      answer: { version: basedOn + 1, manuscript, savedAt: Date.now(), savedBy: '', conflicts: [] },
    }),
  }
  const tab = await browser.openTab(articleId, droppingTransport)
  const word = words.next(articleId)
  tab.keeper.edit(withWord(tab.keeper.manuscript, word, random))
  await tab.saved()
  tab.kill()
  return { articleId, word }
}

async function counted({ db, words }: Newsroom, stories: number[]): Promise<{ missing: string[]; conflicts: number }> {
  const texts = new Map<number, string>()
  let count = 0
  for (const id of stories) {
    const { manuscript } = await storedArticle(db, id, new Date())
    const setAside = await db.select({ value: conflicts.setAside }).from(conflicts).where(eq(conflicts.articleId, id))
    count += setAside.length
    texts.set(id, JSON.stringify([manuscript, setAside]))
  }
  return { missing: words.missing((id) => texts.get(id) ?? ''), conflicts: count }
}

/** Kills the site every few seconds until `isOver`. */
async function keepRestarting(server: RestartingSite, isOver: () => boolean): Promise<void> {
  let runningMs = 0
  while (!isOver()) {
    await pause(LOOK_EVERY_MS)
    runningMs += LOOK_EVERY_MS
    if (runningMs < KILLED_EVERY_MS) continue
    await server.restart({ isGraceful: false, downForMs: DOWN_FOR_MS })
    runningMs = 0
  }
}

function at<T>(all: readonly T[], place: number): T {
  const found = all[place % all.length]
  if (found === undefined) throw new Error('the list is empty')
  return found
}
