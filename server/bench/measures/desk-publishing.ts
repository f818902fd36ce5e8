import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { closeStore, openStore, storeFile, type Writer } from '@/db/store/open'
import { authors, sections } from '@/db/store/schema'
import { articlePath, sectionPath } from '@/lib/addresses/paths'
import { publishArticle } from '@/lib/desk/articles/action-endpoints'
import { createArticle, openArticle, saveManuscript } from '@/lib/desk/articles/endpoints'
import { bars } from '@/server/bench/bars'
import type { Figure } from '@/server/bench/figure'
import { sharedMs } from '@/server/bench/machine'
import { percentile } from '@/server/bench/percentile'
import { prepareDemoEdition } from '@/server/bench/site/bench-edition'
import { DeskEditor } from '@/server/bench/site/desk-editor'
import { firstShown } from '@/server/bench/site/first-shown'
import type { HttpClient } from '@/server/bench/site/http-client'
import { namingStories } from '@/server/bench/site/naming-stories'
import { RunningSite } from '@/server/bench/site/running-site'

const STORIES = 100
/** The demo edition has it, and so have the archives that begin with it. */
const SECTION = 'science'
const SETTLE_MS = 400

interface Draft {
  id: number
  version: number
  headline: string
  path: string
  /** Public stories with a block that names the draft. */
  hosts: string[]
}

/**
 * Times from the press of Publish at the desk until the story answers 200 and is on the front page, in its section and
 * in every block that names it (an also-read and a related-news block of two older stories).
 */
export async function deskPublishingFigures(): Promise<Figure[]> {
  const { dataDir } = await prepareDemoEdition()
  const db = openStore(storeFile(dataDir))
  const site = await RunningSite.start(dataDir)
  try {
    const { shownAfterMs, publishedAfterMs } = await publishTimes(site, { db, stories: STORIES })
    return figuresOf(shownAfterMs, publishedAfterMs)
  } finally {
    await site.stop()
    await closeStore(db)
  }
}

/**
 * For each of `stories` publications, one after another: after how many ms the desk answered, and after how many every page
 * showed the story. One more is a warm-up, which also loads the code of the desk.
 */
export async function publishTimes(
  site: RunningSite,
  { db, stories }: { db: Writer; stories: number },
): Promise<{ shownAfterMs: number[]; publishedAfterMs: number[] }> {
  const editor = await DeskEditor.signIn(db, site.url)
  const shownAfterMs: number[] = []
  const publishedAfterMs: number[] = []
  for (let number = 0; number <= stories; number++) {
    const { publishedMs, shownMs } = await publishOnce(site, { db, editor, number })
    if (number === 0) continue
    shownAfterMs.push(shownMs)
    publishedAfterMs.push(publishedMs)
  }
  return { shownAfterMs, publishedAfterMs }
}

/** The same for one publication; `number` tells its story from others. */
export async function publishOnce(
  site: RunningSite,
  { db, editor, number }: { db: Writer; editor: DeskEditor; number: number },
): Promise<{ publishedMs: number; shownMs: number }> {
  const draft = await createDraft(number, { db, editor })
  const pages = ['/', sectionPath(SECTION), ...draft.hosts]
  await pause(SETTLE_MS)
  for (const path of pages) await site.client.expect(200, path)
  return publish(site.client, { editor, draft, pages: [draft.path, ...pages] })
}

async function createDraft(number: number, { db, editor }: { db: Writer; editor: DeskEditor }): Promise<Draft> {
  const [section] = await db.select({ id: sections.id }).from(sections).where(eq(sections.slug, SECTION))
  const [author] = await db.select({ id: authors.id }).from(authors).limit(1)
  if (!section || !author) throw new Error('the demo edition has no section or author to publish with')
  const headline = `Wave heights of station ${number} are read every hour, as a bench sees it`
  const { id } = await editor.request(createArticle)
  const opened = await editor.request(openArticle, { params: { id: id } })
  const saved = await editor.request(saveManuscript, {
    params: { id },
    input: {
      key: randomUUID(),
      basedOn: opened.version,
      manuscript: {
        ...opened.manuscript,
        headline,
        standfirst: 'A buoy tells what the sea does.',
        sectionId: section.id,
        bylines: [{ authorId: author.id, name: null }],
        body: [{ type: 'paragraph', id: 'e1', text: [{ text: 'The buoy rode the swell all night.' }] }],
      },
    },
  })
  const named = `Station ${number} was moored in spring`
  const hosts = await namingStories(db, { id, section: SECTION, headline: named, now: new Date() })
  const path = articlePath({ section: SECTION, slug: saved.manuscript.slug, id })
  return { id, version: saved.version, headline, path, hosts }
}

async function publish(
  client: HttpClient,
  { editor, draft, pages }: { editor: DeskEditor; draft: Draft; pages: string[] },
): Promise<{ publishedMs: number; shownMs: number }> {
  const startedAt = sharedMs()
  const [publishedAt, ...shownAt] = await Promise.all([
    editor
      .request(publishArticle, { params: { id: draft.id }, input: { version: draft.version } })
      .then(() => sharedMs()),
    ...pages.map((path) => firstShown(client, path, draft.headline)),
  ])
  return { publishedMs: publishedAt - startedAt, shownMs: Math.max(publishedAt, ...shownAt) - startedAt }
}

function figuresOf(shownAfterMs: number[], publishedAfterMs: number[]): Figure[] {
  const what = `publish from the desk (${shownAfterMs.length})`
  const shown = `${what}, story, front page, section and both blocks answer with it`
  return [
    { part: 'desk', what: `${what}, the desk answers: p50`, value: percentile(publishedAfterMs, 0.5), unit: 'ms' },
    { part: 'desk', what: `${shown}: p50`, value: percentile(shownAfterMs, 0.5), unit: 'ms' },
    {
      part: 'desk',
      what: `${shown}: p99`,
      value: percentile(shownAfterMs, 0.99),
      unit: 'ms',
      bar: bars.deskPublishP99Ms,
    },
  ]
}
