import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { logAction, withoutLog } from '@/db/audit/log'
import { skipPresentStories } from '@/db/back-links/new-stories'
import { type DemoKind, demoItemState } from '@/db/demo-edition/demo-item'
import { type DemoEdition, demoEdition } from '@/db/demo-edition/edition'
import { DESK, publishDemoStories } from '@/db/demo-edition/press'
import { hoursBefore, writtenBody } from '@/db/demo-edition/writing'
import { addEdition } from '@/db/front/editions'
import { addAuthor } from '@/db/paper/authors'
import { writeStandingPage } from '@/db/paper/pages'
import { addSection } from '@/db/paper/sections'
import { createSite } from '@/db/paper/site'
import { addTopic } from '@/db/paper/topics'
import { savePicture } from '@/db/pictures/media'
import { writeDrawing } from '@/db/pictures/picture-files'
import { changePlan } from '@/db/planning/plans'
import { invalidate } from '@/db/store/invalidation'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { articles, demoItems, sections, staleness } from '@/db/store/schema'
import { newCard } from '@/lib/front/arrangement'
import { DEFAULT_DISTRIBUTION } from '@/lib/paper/site-settings'
import type { PictureOnDisk } from '@/lib/pictures/picture-maker'
import { HOUR_MS } from '@/lib/time/durations'

const DRAWINGS = resolve('db/demo-edition/pictures')
const DRAWINGS_AT_ONCE = 2

export interface DemoFillOptions {
  dataDir: string
  now: Date
  /** Called with a line for each step. */
  progress?: (line: string) => void
  /** The demo edition by default; tests pass a smaller one. */
  edition?: DemoEdition
  /** Writes the drawing with this key to disk. */
  drawing?: (dataDir: string, key: string) => Promise<PictureOnDisk>
}

/**
 * Fills the demo edition into a store without articles and sections, and records each item for its removal. false, with
 * nothing changed, when the store is in use. All but the picture files is one transaction; after an interruption the
 * pictures on disk are used again. Existing settings of the site are kept.
 */
export async function fillDemoEdition(
  db: Writer,
  { dataDir, now, progress = () => {}, edition = demoEdition, drawing = drawnFromFile }: DemoFillOptions,
): Promise<boolean> {
  if (await isInUse(db)) return false
  const drawn = await drawAll(edition, { dataDir, progress, drawing })
  const isFilled = await inTransaction(withoutLog(db), async (tx) => {
    if (await isInUse(tx)) return false
    const filled: { kind: DemoKind; itemId: string }[] = []
    const remember = (kind: DemoKind, itemId: string | number) => filled.push({ kind, itemId: String(itemId) })

    if (await createSite(tx, { paper: edition.paper, now })) remember('settings', 1)
    const sectionIds = new Map<string, number>()
    for (const { parent, ...section } of edition.sections) {
      const parentId = parent === undefined ? null : entryOf(sectionIds, 'section', parent)
      const { id } = await addSection(tx, { ...section, parentId, now })
      sectionIds.set(section.slug, id)
      remember('section', id)
    }
    const topicIds = new Map<string, number>()
    for (const topic of edition.topics) {
      const { id } = await addTopic(tx, { ...topic, now })
      topicIds.set(topic.slug, id)
      remember('topic', id)
    }
    const authorNames = new Map(edition.authors.map(({ slug, name }) => [slug, name]))
    const authorIds = new Map<string, number>()
    for (const author of edition.authors) {
      const id = await addAuthor(tx, { ...author, portraitId: null, now })
      authorIds.set(author.slug, id)
      remember('author', id)
    }
    const pictureIds = new Map<string, number>()
    for (const { key, rights, ...words } of edition.pictures) {
      const id = await savePicture(tx, { ...words, ...rights, picture: entryOf(drawn, 'drawing', key), now })
      pictureIds.set(key, id)
      remember('media', id)
    }
    const ids = {
      section: (slug: string) => entryOf(sectionIds, 'section', slug),
      topic: (slug: string) => entryOf(topicIds, 'topic', slug),
      author: (slug: string) => entryOf(authorIds, 'author', slug),
      authorName: (slug: string) => entryOf(authorNames, 'author', slug),
      picture: (key: string) => entryOf(pictureIds, 'picture', key),
    }
    const storyIds = await publishDemoStories(tx, { stories: edition.stories, ids, now })
    for (const id of storyIds.values()) remember('article', id)
    await skipPresentStories(tx)
    const story = (key: string) => entryOf(storyIds, 'story', key)
    const front = await addEdition(tx, {
      sectionId: null,
      arrangement: {
        lead: newCard(story(edition.front.lead)),
        seconds: edition.front.seconds.map((key) => newCard(story(key))),
        bands: edition.front.bands.map(({ name, stories }, index) => ({
          id: `band-${index + 1}`,
          name,
          cards: stories.map((key) => newCard(story(key))),
        })),
      },
      at: null,
      by: DESK,
      now,
    })
    remember('edition', front)
    for (const { slug, headline, body } of edition.standingPages) {
      await writeStandingPage(tx, {
        slug,
        headline,
        body: writtenBody(body, { story, picture: ids.picture, hoursAgo: hoursBefore(now) }),
        by: DESK,
        now,
      })
      remember('standing-page', slug)
    }
    for (const { story: key, dueInHours, note } of edition.plans ?? []) {
      const deadline = new Date(now.getTime() + dueInHours * HOUR_MS)
      await changePlan(tx, { id: story(key), change: { deadline, note }, by: DESK, now })
    }
    for (const { kind, itemId } of filled) {
      const state = await demoItemState(tx, kind, itemId)
      if (!state) throw new Error(`demo edition: ${kind} ${itemId} was filled in and is not there`)
      await tx.insert(demoItems).values({ kind, itemId, fingerprint: state.fingerprint })
    }
    // The stories were saved at past instants; their pages become stale now.
    const stale = await tx.select({ tag: staleness.tag }).from(staleness)
    await invalidate(
      tx,
      stale.map(({ tag }) => tag),
      now,
    )
    progress(`${edition.stories.length} stories in ${edition.sections.length} sections are in print`)
    return true
  })
  if (isFilled) await logAction(db, { action: 'site filled with the demo edition', now })
  return isFilled
}

/** Creates the settings of an empty paper, to be named at the desk; false, with nothing changed, when there are any. */
export async function createEmptyPaper(db: Writer, { now }: { now: Date }): Promise<boolean> {
  const organisation = { legalName: 'Broadsheet', email: '', address: '', foundedYear: null }
  const paper = {
    name: 'Broadsheet',
    tagline: '',
    language: 'en',
    timeZone: 'UTC',
    organisation,
    distribution: DEFAULT_DISTRIBUTION,
  }
  return createSite(db, { paper, now })
}

async function isInUse(db: Reader): Promise<boolean> {
  const anArticle = await db.select({ id: articles.id }).from(articles).limit(1)
  const aSection = await db.select({ id: sections.id }).from(sections).limit(1)
  return anArticle.length + aSection.length > 0
}

/** Writes the drawings two at a time, because more would only wait for the processor; answers them by key. */
async function drawAll(
  { pictures }: DemoEdition,
  { dataDir, progress, drawing }: Required<Pick<DemoFillOptions, 'dataDir' | 'progress' | 'drawing'>>,
): Promise<Map<string, PictureOnDisk>> {
  const drawn = new Map<string, PictureOnDisk>()
  const waiting = pictures.map(({ key }) => key)
  const draw = async () => {
    for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
      drawn.set(key, await drawing(dataDir, key))
      progress(`picture ${drawn.size} of ${pictures.length}: ${key}`)
    }
  }
  await Promise.all(Array.from({ length: DRAWINGS_AT_ONCE }, draw))
  return drawn
}

async function drawnFromFile(dataDir: string, key: string): Promise<PictureOnDisk> {
  return writeDrawing(dataDir, await readFile(join(DRAWINGS, `${key}.svg`)))
}

function entryOf<T>(all: ReadonlyMap<string, T>, what: string, key: string): T {
  const found = all.get(key)
  if (found === undefined) throw new Error(`demo edition: there is no ${what} "${key}"`)
  return found
}
