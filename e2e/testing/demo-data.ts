import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fillDemoEdition } from '@/db/demo-edition/fill'
import { demoStories } from '@/db/demo-edition/stories'
import { saveLearned } from '@/db/linking/learned-weights'
import { writeDrawing } from '@/db/pictures/picture-files'
import { eventMarks } from '@/db/store/linking-schema'
import { closeStore, inTransaction, openStore, type Store, storeFile } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import { makeTimeline } from '@/db/timelines/timeline-changes'
import type { PictureOnDisk } from '@/lib/pictures/picture-maker'

/** The instant at which the demo edition of the tests is filled in. */
export const PRINTED_AT = new Date('2026-11-23T08:00:00Z')

/** A store with the demo edition and its pictures, reused by later runs; each paper under test starts from a copy of the store. */
export const DEMO_DATA = resolve('.build/demo-data')

const STAMP = join(DEMO_DATA, 'filled.json')

/** The sources of a filled store, and its files. */
interface Stamp {
  sources: string
  files: string[]
}

/** Fills the store, unless this build's sources filled it already and no file is missing. */
export async function fillDemoData(): Promise<void> {
  const sources = `${readFileSync('.build/sources-hash', 'utf8')} ${PRINTED_AT.toISOString()}`
  if (isFilledBy(sources)) return
  mkdirSync(DEMO_DATA, { recursive: true })
  const unfinished = join(DEMO_DATA, 'unfinished.sqlite')
  for (const file of [STAMP, storeFile(DEMO_DATA), unfinished]) {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
  }
  const db = openStore(unfinished)
  // Picture files of an earlier run are reused: their names contain a hash of their source.
  await fillDemoEdition(db, { dataDir: DEMO_DATA, now: PRINTED_AT, drawing: quicklyDrawn })
  await aTimeline(db)
  // The site would look for others of the same event, and propose what no test expects.
  await inTransaction(db, (tx) => tx.delete(eventMarks))
  // Nor does it look at once whether it learns something from the links.
  await saveLearned(db, { weights: null, examples: 0, byHand: 0, learned: 0, now: PRINTED_AT })
  await closeStore(db)
  renameSync(unfinished, storeFile(DEMO_DATA))
  // Written last, so that an interrupted run is repeated.
  const stamp: Stamp = { sources, files: readdirSync(DEMO_DATA, { recursive: true, encoding: 'utf8' }) }
  writeFileSync(STAMP, JSON.stringify(stamp))
}

/** The timeline of the tests: what the paper wrote of the tram to the harbour. */
async function aTimeline(db: Store): Promise<void> {
  const keys = ['tram-line-4', 'tram-strike-averted', 'lifting-bridge', 'harbour-dredging']
  const headlines = demoStories.filter(({ key }) => keys.includes(key)).map(({ headline }) => headline)
  const rows = await db.select({ id: articles.id }).from(articles).where(isOneOf(articles.headline, headlines))
  await makeTimeline(db, {
    name: 'The tram to the harbour',
    slug: '',
    by: { name: 'The desk' },
    now: PRINTED_AT,
    introduction: 'For six years the rails ended at the market.\nThis is how Line 4 came back to the water.',
    storyIds: rows.map(({ id }) => id),
  })
}

/** AVIF at once, so that no page changes during a test, but made quickly: no test looks at the size of its files. */
async function quicklyDrawn(dataDir: string, key: string): Promise<PictureOnDisk> {
  return writeDrawing(dataDir, readFileSync(`db/demo-edition/pictures/${key}.svg`), { avifEffort: 0 })
}

function isFilledBy(sources: string): boolean {
  if (!existsSync(STAMP)) return false
  const stamp: Stamp = JSON.parse(readFileSync(STAMP, 'utf8'))
  return stamp.sources === sources && stamp.files.every((file) => existsSync(join(DEMO_DATA, file)))
}
