import { existsSync, mkdtempSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fillDemoEdition } from '@/db/demo-edition/fill'
import { type StoredArticle, storedArticle } from '@/db/editing/stored-article'
import { writeArticle } from '@/db/editing/writing'
import { latestTeasers } from '@/db/reading/teasers'
import { closeStore, inTransaction, openStore, type Reader, storeFile, type Writer } from '@/db/store/open'
import { articlePath, sectionPath, slugFrom } from '@/lib/addresses/paths'
import type { Body, BodyElement } from '@/lib/article/body'
import { NEW_DRAFT } from '@/lib/article/snapshot'
import { withoutAccount } from '@/lib/revisions/saver'
import { HOUR_MS } from '@/lib/time/durations'
import { scratchFolder } from '@/server/bench/site/scratch-folder'

/** The demo edition in a folder of its own. */
export interface PreparedEdition {
  dataDir: string
  /** Its stories in English, newest first. */
  demo: { id: number; path: string }[]
}

/** The demo edition with several hundred more stories. */
export interface BenchEdition extends PreparedEdition {
  /** The article that all loads request. */
  article: string
  section: string
  /** Articles for the first misses, which are not counted. */
  warmUps: string[]
  /** Articles that only the misses request, one after the other. */
  unread: string[]
}

/** Pictures that the browser tests have drawn, reused here. */
const DRAWN_PICTURES = resolve('.build/demo-data/media')

const WARM_UPS = 20
const UNREAD = 500
const PARAGRAPHS = 20
const MAX_DEMO_STORIES = 200

interface DemoStory extends StoredArticle {
  path: string
  section: string
}

/** The demo edition in a store of its own, filled in at the instant `now`. */
export async function prepareDemoEdition(now = new Date()): Promise<PreparedEdition> {
  return prepare(now, async (_db, { dataDir, demo }) => ({
    dataDir,
    demo: demo.map(({ id, path }) => ({ id, path })),
  }))
}

/** The same with several hundred more stories. */
export async function prepareBenchEdition(): Promise<BenchEdition> {
  return prepare(new Date(), async (db, { dataDir, demo, now }) => {
    const [first] = demo
    const count = 1 + WARM_UPS + UNREAD
    const [article, ...others] = await writeMore(db, { demo, now, count })
    if (article === undefined || !first) throw new Error('the demo edition has no story to measure with')
    return {
      dataDir,
      demo: demo.map(({ id, path }) => ({ id, path })),
      article,
      section: sectionPath(first.section),
      warmUps: others.slice(0, WARM_UPS),
      unread: others.slice(WARM_UPS, WARM_UPS + UNREAD),
    }
  })
}

interface Preparation {
  dataDir: string
  demo: DemoStory[]
  now: Date
}

async function prepare<T>(now: Date, finish: (db: Writer, preparation: Preparation) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(scratchFolder(), 'data-'))
  if (existsSync(DRAWN_PICTURES)) symlinkSync(DRAWN_PICTURES, join(dataDir, 'media'))
  const db = openStore(storeFile(dataDir))
  try {
    await fillDemoEdition(db, { dataDir, now })
    return await finish(db, { dataDir, demo: await demoStories(db, now), now })
  } finally {
    await closeStore(db)
  }
}

async function demoStories(db: Reader, now: Date): Promise<DemoStory[]> {
  const { value: teasers } = await latestTeasers(db, { now, limit: MAX_DEMO_STORIES })
  const stories: DemoStory[] = []
  for (const { id, path, language, section } of teasers) {
    if (language === 'en') stories.push({ ...(await storedArticle(db, id, now)), path, section: section.slug })
  }
  return stories
}

/** Older than everything in the edition, an hour apart; each with the bylines, topics and pictures of a demo story. */
async function writeMore(
  db: Writer,
  { demo, now, count }: { demo: DemoStory[]; now: Date; count: number },
): Promise<string[]> {
  const first = Math.min(...demo.map(({ snapshot }) => snapshot.publishedAt ?? now.getTime()))
  return inTransaction(db, async (tx) => {
    const paths: string[] = []
    for (let number = 1; number <= count; number++) {
      const model = at(demo, number)
      const { state, withdrawnAt, withdrawalReason, updatedAt, slug, ...words } = model.snapshot
      const headline = `${words.headline} (${number})`
      const publishedAt = new Date(first - number * HOUR_MS)
      const draft = { ...words, headline, body: longBody(demo, number) }
      const life = { ...NEW_DRAFT, state: 'published' as const, publishedAt: publishedAt.getTime() }
      const id = await writeArticle(tx, {
        draft,
        imported: { ...life, createdAt: publishedAt },
        by: withoutAccount('bench'),
        now,
      })
      paths.push(articlePath({ id, section: model.section, slug: slugFrom(headline) }))
    }
    return paths
  })
}

/** Twenty paragraphs of the edition's prose with two live references and a block of three between them. */
function longBody(demo: DemoStory[], number: number): Body {
  const prose = demo.flatMap(({ snapshot }) => snapshot.body.filter((element) => element.type === 'paragraph'))
  const story = (step: number) => at(demo, number + step).id
  const body: Body = []
  const add = (element: BodyElement) => body.push({ ...element, id: `e${body.length + 1}` })
  for (let paragraph = 1; paragraph <= PARAGRAPHS; paragraph++) {
    add(at(prose, number * PARAGRAPHS + paragraph))
    if (paragraph === 4) add({ type: 'also-read', id: 'e', target: { kind: 'article', article: story(1) } })
    if (paragraph === 9) add({ type: 'related-news', id: 'e', articles: [story(2), story(3), story(4)] })
    if (paragraph === 14) add({ type: 'also-read', id: 'e', target: { kind: 'article', article: story(5) } })
  }
  return body
}

function at<T>(all: readonly T[], place: number): T {
  const found = all[place % all.length]
  if (found === undefined) throw new Error('the demo edition is empty')
  return found
}
