import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { eq, like } from 'drizzle-orm'
import sharp from 'sharp'
import { type NewArticle, rename, writeArticle } from '@/db/editing/writing'
import { nextWithoutAvif } from '@/db/pictures/avif'
import { savePicture } from '@/db/pictures/media'
import { writePicture } from '@/db/pictures/picture-files'
import { correct } from '@/db/publishing/changes'
import { publish } from '@/db/publishing/publishing'
import { closeStore, openStore, storeFile, type Writer } from '@/db/store/open'
import { articles, sections } from '@/db/store/schema'
import { withoutAccount } from '@/lib/revisions/saver'
import { HOUR_MS } from '@/lib/time/durations'
import { crawlSite } from '@/server/bench/site/crawl-site'
import { freePort, RunningSite } from '@/server/bench/site/running-site'
import { scratchFolder } from '@/server/bench/site/scratch-folder'

const SECTION = 'science'
const BY = withoutAccount('Chaos')
const HEADLINE = 'Backup buoy'
/** Written before the backup begins. */
const FIRST = 3
const PAUSE_MS = 5
/** The most that the pictures of the stories take on a busy machine. */
const AVIF_WAIT_MS = 120_000

export interface BackupFigures {
  /** Stories that were saved and published while the backup was made. */
  backupStories: number
  /** Milliseconds of the whole command. */
  backupMs: number
  /** Pages, feeds and sitemaps that were compared, and files of pictures. */
  backupCompared: number
  /** Those that are missing on one side or differ by a byte. */
  backupDiffering: number
}

/**
 * Makes a backup of a running site while stories are saved, published, renamed and corrected one after another, and
 * restores it into an empty folder. The same stories up to the last one in the copy are written again, at the same
 * instants, into a copy of the store from before: every page, feed and picture of the two has to be equal.
 */
export async function backupFigures({
  dataDir: edition,
  report,
}: {
  dataDir: string
  report: (line: string) => void
}): Promise<BackupFigures> {
  const scratch = mkdtempSync(join(scratchFolder(), 'backup-'))
  const [dataDir, again, restored, folder] = ['data', 'again', 'restored', 'backup'].map((name) =>
    join(scratch, name),
  ) as [string, string, string, string]
  for (const copy of [dataDir, again]) cpSync(edition, copy, { recursive: true, dereference: true })
  // All instants lie before the run, so that nothing changes by time while it is compared.
  const from = Date.now() - HOUR_MS
  const site = await RunningSite.start(dataDir)
  const db = openStore(storeFile(dataDir))
  let written = 0
  let duringBackup = 0
  let backupMs = 0
  try {
    for (; written < FIRST; written++) await writeStory(db, { dataDir, number: written, from })
    const begun = performance.now()
    let isOver = false
    const backing = broadsheet(dataDir, ['backup', folder]).finally(() => {
      isOver = true
    })
    while (!isOver) {
      await writeStory(db, { dataDir, number: written, from })
      written += 1
      await pause(PAUSE_MS)
    }
    await backing
    backupMs = Math.round(performance.now() - begun)
    duringBackup = written - FIRST
    await broadsheet(restored, ['restore', folder])
  } finally {
    await closeStore(db)
    await site.stop()
  }
  const inCopy = await lastStep(restored)
  report(
    `${duringBackup} stories were written during the backup; the copy ends at step ${inCopy.step} of story ${inCopy.story}`,
  )
  const db2 = openStore(storeFile(again))
  for (let number = 0; number <= inCopy.story; number++) {
    const steps = number === inCopy.story ? inCopy.step : STEPS
    await writeStory(db2, { dataDir: again, number, from, steps })
  }
  await closeStore(db2)
  return { backupStories: duringBackup, backupMs, ...(await compared(restored, again, report)) }
}

/** A story takes three transactions; the fourth is the row of its picture, which comes first with every second story. */
const STEPS = 4

interface Story {
  dataDir: string
  number: number
  from: number
  /** How many of its steps are done. */
  steps?: number
}

/** Adds a picture and a story with it, publishes, and renames or corrects it. */
async function writeStory(db: Writer, { dataDir, number, from, steps = STEPS }: Story): Promise<void> {
  const now = new Date(from + number * 1000)
  const [section] = await db.select({ id: sections.id }).from(sections).where(eq(sections.slug, SECTION))
  if (!section) throw new Error('the demo edition has no section to publish in')
  if (steps < 1) return
  const upload = join(dataDir, 'upload')
  await writeFile(upload, await pictureOf(number))
  const taken = await writePicture(dataDir, upload)
  if ('unusable' in taken) throw new Error(taken.unusable)
  const words = { alt: `Buoy ${number} at sea`, caption: '', credit: 'Ida Quill', focalX: 0.5, focalY: 0.5 }
  const leadMediaId = await savePicture(db, { ...words, picture: taken.picture, now })
  if (steps < 2) return
  const headline = `${HEADLINE} ${number} reports`
  const body: NewArticle['draft']['body'] = [
    { type: 'paragraph', id: 'e1', text: [{ text: `It rode the swell ${number} times.` }] },
  ]
  const draft: NewArticle['draft'] = {
    headline,
    body,
    leadMediaId,
    sectionId: section.id,
    kind: 'news',
    language: 'en',
  }
  const id = await writeArticle(db, { draft, by: BY, now })
  if (steps < 3) return
  await publish(db, { id, by: BY, now })
  if (steps < 4) return
  if (number % 2) await rename(db, { id, headline: `${headline}, twice`, by: BY, now })
  else await correct(db, { id, note: `An earlier version counted ${number + 1}.`, by: BY, now })
}

function pictureOf(number: number): Promise<Buffer> {
  const background = { r: (number * 37) % 256, g: (number * 11) % 256, b: 120 }
  return sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .jpeg()
    .toBuffer()
}

/** The last story in a store and the number of its steps. */
async function lastStep(dataDir: string): Promise<{ story: number; step: number }> {
  const db = openStore(storeFile(dataDir))
  try {
    const stories = await db
      .select({ headline: articles.headline, state: articles.state, version: articles.version })
      .from(articles)
      .where(like(articles.headline, `${HEADLINE}%`))
      .orderBy(articles.id)
    const pictures = await db.all<{ count: number }>("select count(*) as count from media where alt like 'Buoy %'")
    const count = pictures[0]?.count ?? 0
    if (count > stories.length) return { story: stories.length, step: 1 }
    const last = stories.at(-1)
    const steps = last?.state !== 'published' ? 2 : last.version > 2 ? 4 : 3
    return { story: stories.length - 1, step: steps }
  } finally {
    await closeStore(db)
  }
}

/** Runs `npm run broadsheet -- …`. Throws when its exit status is not 0. */
async function broadsheet(dataDir: string, args: string[]): Promise<void> {
  const child = spawn(process.execPath, ['.build/server/broadsheet.mjs', ...args], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [status] = await once(child, 'exit')
  if (status !== 0) throw new Error(`broadsheet ${args.join(' ')} ended with ${status}`)
}

async function compared(one: string, other: string, report: (line: string) => void) {
  const [pages, otherPages] = [await pagesOf(one), await pagesOf(other)]
  const [files, otherFiles] = [mediaOf(one), mediaOf(other)]
  // The copy holds files of pictures that were added after its store was copied; they are in no page.
  for (const name of files.keys()) if (!otherFiles.has(name)) files.delete(name)
  let differing = 0
  for (const [found, others] of [
    [pages, otherPages],
    [files, otherFiles],
  ] as const) {
    for (const path of new Set([...found.keys(), ...others.keys()])) {
      if (found.get(path) === others.get(path)) continue
      differing += 1
      report(`${path} differs`)
    }
  }
  const withPictures = [...pages.values()].filter((page) => page.includes('type="image/avif"'))
  if (!withPictures.length) throw new Error('no page of the restored paper shows a picture in AVIF')
  return { backupCompared: pages.size + files.size, backupDiffering: differing }
}

const port = freePort()

/**
 * Every page, feed and sitemap of the site on `dataDir`, at one and the same address for each folder. A page names the
 * files in AVIF that its pictures have, so each folder has all of them first.
 */
async function pagesOf(dataDir: string): Promise<Map<string, string>> {
  const site = await RunningSite.start(dataDir, { port: await port })
  try {
    await avifMade(dataDir)
    return await crawlSite(site.client)
  } finally {
    await site.stop()
  }
}

async function avifMade(dataDir: string): Promise<void> {
  const db = openStore(storeFile(dataDir))
  const until = performance.now() + AVIF_WAIT_MS
  try {
    for (let next = await nextWithoutAvif(db); next; next = await nextWithoutAvif(db)) {
      if (performance.now() > until) throw new Error(`picture ${next.id} has no AVIF after ${AVIF_WAIT_MS} ms`)
      await pause(100)
    }
  } finally {
    await closeStore(db)
  }
}

function mediaOf(dataDir: string): Map<string, string> {
  const folder = join(dataDir, 'media')
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => statSync(join(folder, name)).isFile())
  return new Map(
    files.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  )
}
