import { setTimeout as pause } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { workingText } from '@/db/editing/manuscripts'
import { conflicts } from '@/db/store/desk-schema'
import { closeDb, type Db, openDb, storeFile } from '@/db/store/open'
import type { DraftTransport } from '@/lib/drafting/draft-transport'
import type { PrintedEdition } from '@/server/bench/bench-edition'
import { DeskEditor } from '@/server/bench/desk-editor'
import { Browser, type Tab } from '@/server/chaos/browser'
import { Chance } from '@/server/chaos/chance'
import { FallingServer } from '@/server/chaos/falling-server'
import { TypedWords, withMove, withWord } from '@/server/chaos/typist'

/** Each story is written by two people with two tabs each. */
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
  /** Words of the save that was thrown away on purpose and found missing. */
  planted: number
}

interface Newsroom {
  db: Db
  browsers: Browser[]
  words: TypedWords
  chance: Chance
}

/**
 * 200 edit sessions against the built site on a demo edition of its own, over a network that loses, delays, doubles and
 * breaks what is sent, in tabs that crash, with two people in each story and a server that is killed again and again.
 * Afterwards every word that was typed is looked for in the store.
 */
export async function sessionFigures({
  edition,
  seed,
  tell,
}: {
  edition: PrintedEdition
  seed: number
  tell: (line: string) => void
}): Promise<SessionFigures> {
  const db = openDb(storeFile(edition.dataDir))
  const server = await FallingServer.start(edition.dataDir)
  try {
    const chance = new Chance(seed)
    const editors: DeskEditor[] = []
    for (const name of EDITORS) editors.push(await DeskEditor.signIn(db, server.url, name))
    const browsers = editors.map((editor) => new Browser(editor, chance.apart()))
    const newsroom = { db, browsers, words: new TypedWords(), chance }
    const stories = await storiesToWrite(newsroom, edition)
    let isOver = false
    const falling = keepFalling(server, () => isOver)
    await inTurns(stories, STORIES_AT_ONCE, (id, number) => writeTogether(newsroom, { id, number }))
    isOver = true
    await falling
    tell('every browser is opened once more')
    for (const { network } of browsers) network.isGood = true
    await inTurns(stories, STORIES_AT_ONCE, (id, number) => lastVisit(newsroom, { id, number }))
    const planted = await throwAway(newsroom)
    const found = await counted(newsroom, [...stories, planted.articleId])
    const lost = found.missing.filter((word) => word !== planted.word)
    if (browsers.some(({ keptDrafts }) => keptDrafts > 0)) throw new Error('a browser still keeps a draft')
    tell(`the server was killed ${server.falls} times; lost: ${lost.join(' ') || 'nothing'}`)
    return {
      sessions: STORIES * SESSIONS_EACH,
      wordsTyped: newsroom.words.count,
      lost: lost.length,
      conflicts: found.conflicts,
      planted: found.missing.length - lost.length,
    }
  } finally {
    await server.stop()
    await closeDb(db)
  }
}

/** Public stories of the edition, which are written beside what readers have, and new drafts. */
async function storiesToWrite({ browsers }: Newsroom, { demo }: PrintedEdition): Promise<number[]> {
  const ids = demo.slice(0, STORIES / 2).map(({ id }) => id)
  while (ids.length < STORIES) {
    const { editor } = at(browsers, ids.length)
    ids.push((await editor.ask<{ id: number }>('POST', '/articles', {})).id)
  }
  return ids
}

/** Two people write one story at once; the tabs of each crash on the way. */
async function writeTogether(newsroom: Newsroom, { id, number }: { id: number; number: number }): Promise<void> {
  const writers = [at(newsroom.browsers, number), at(newsroom.browsers, number + 1)]
  await Promise.all(
    writers.map(async (browser) => {
      const chance = newsroom.chance.apart()
      const forgotten: Tab[] = []
      for (let session = 0; session < SESSIONS_EACH / 2; session++) {
        const tab = await browser.openTab(id)
        await typeFor(TYPED_FOR_MS * (0.5 + chance.next()), { tab, browser, id, words: newsroom.words, chance })
        // What was typed last is on the device alone, or on its way. Some tabs stay open behind the next one.
        if (chance.happens(0.3)) forgotten.push(tab)
        else tab.kill()
      }
      for (const tab of forgotten) tab.kill()
    }),
  )
}

interface Typing {
  tab: Tab
  browser: Browser
  id: number
  words: TypedWords
  chance: Chance
}

async function typeFor(ms: number, { tab, browser, id, words, chance }: Typing): Promise<void> {
  const { keeper } = tab
  const end = Date.now() + ms
  while (Date.now() < end) {
    if (chance.happens(0.93)) keeper.typed(withWord(keeper.manuscript, words.next(id), chance))
    else keeper.typed(withMove(keeper.manuscript, chance))
    if (chance.happens(0.02)) browser.network.goOffline()
    if (chance.happens(0.05)) keeper.flush()
    if (chance.happens(0.1) && browser.network.isOpen) {
      const seen = browser.editor.ask<{ version: number }>('POST', `/articles/${id}/presence`, { tab: `${id}` })
      seen.then(
        ({ version }) => keeper.heardOf(version),
        () => {},
      )
    }
    if (chance.happens(0.03)) {
      keeper.hold()
      await pause(chance.between(50, 600))
      keeper.release()
    }
    // Now in a flow, now thinking.
    await pause(chance.happens(0.15) ? chance.between(700, 1800) : chance.between(20, 200))
  }
}

/** Both people come back to the story; the server then has all that their browsers still kept of it. */
async function lastVisit({ browsers }: Newsroom, { id, number }: { id: number; number: number }): Promise<void> {
  for (const browser of [at(browsers, number), at(browsers, number + 1)]) {
    const tab = await browser.openTab(id)
    await tab.saved()
    tab.kill()
  }
}

/** Types a word whose save is said to be kept and is not: if the count does not find it missing, the count is wrong. */
async function throwAway({ browsers, words, chance }: Newsroom): Promise<{ articleId: number; word: string }> {
  const browser = at(browsers, 0)
  const { id: articleId } = await browser.editor.ask<{ id: number }>('POST', '/articles', {})
  const liar: DraftTransport = {
    ...browser.network.transport(browser.editor, articleId),
    save: async ({ basedOn, manuscript }) => ({
      kind: 'saved',
      answer: { version: basedOn + 1, manuscript, savedAt: Date.now(), savedBy: '', conflicts: [] },
    }),
  }
  const tab = await browser.openTab(articleId, liar)
  const word = words.next(articleId)
  tab.keeper.typed(withWord(tab.keeper.manuscript, word, chance))
  await tab.saved()
  tab.kill()
  return { articleId, word }
}

async function counted({ db, words }: Newsroom, stories: number[]): Promise<{ missing: string[]; conflicts: number }> {
  const texts = new Map<number, string>()
  let count = 0
  for (const id of stories) {
    const { manuscript } = await workingText(db, { id, now: new Date() })
    const setAside = await db.select({ value: conflicts.setAside }).from(conflicts).where(eq(conflicts.articleId, id))
    count += setAside.length
    texts.set(id, JSON.stringify([manuscript, setAside]))
  }
  return { missing: words.missing((id) => texts.get(id) ?? ''), conflicts: count }
}

/** Kills the site without warning every few seconds until `isOver`. */
async function keepFalling(server: FallingServer, isOver: () => boolean): Promise<void> {
  let rested = 0
  while (!isOver()) {
    await pause(LOOK_EVERY_MS)
    rested += LOOK_EVERY_MS
    if (rested < KILLED_EVERY_MS) continue
    await server.fall({ politely: false, downForMs: DOWN_FOR_MS })
    rested = 0
  }
}

/** Does `work` for all of them, at most `atOnce` at a time. */
async function inTurns<T>(all: T[], atOnce: number, work: (one: T, number: number) => Promise<void>): Promise<void> {
  const waiting = [...all.entries()]
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await work(next[1], next[0])
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

function at<T>(all: readonly T[], place: number): T {
  const found = all[place % all.length]
  if (found === undefined) throw new Error('there is nobody there')
  return found
}
