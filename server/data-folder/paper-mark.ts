import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { storeFile } from '@/db/store/open'
import { UnusableStore } from '@/db/store/sound-file'

/** Stands beside the store of every paper, and is copied along with the folder. */
const MARK = 'this-folder-holds-a-paper.txt'

/** Stands in the folder while a restore replaces what is in it. */
const RESTORING = 'restore-is-not-finished.txt'

/** Files that only a folder has in which a paper was served. */
const TRACES = [MARK, 'secret']

const WORDS = `This folder holds a paper: its store is broadsheet.sqlite, its pictures are in media.
While this file stands here, the site does not start without that store.
To begin a new paper, choose another folder with DATA_DIR.
`

const RESTORING_WORDS = `A restore was begun here and has not finished. Run it again:
npm run broadsheet -- restore FOLDER
`

/** Notes that `dataDir` holds a paper from now on. */
export function markPaper(dataDir: string): void {
  if (!existsSync(join(dataDir, MARK))) writeFileSync(join(dataDir, MARK), WORDS, { mode: 0o600 })
}

/** Whether a paper was served from `dataDir` before, by what it left beside its store. */
export function heldPaper(dataDir: string): boolean {
  return TRACES.some((name) => existsSync(join(dataDir, name)))
}

/** The file that says that a restore into `dataDir` has begun and not finished, and its words. */
export function restoringMark(dataDir: string): { file: string; words: string } {
  return { file: join(dataDir, RESTORING), words: RESTORING_WORDS }
}

/**
 * Throws UnusableStore when `dataDir` has to hold a store and does not: opening it would begin a new paper in its place.
 * Call it before the store is opened.
 */
export function refuseLostStore(dataDir: string): void {
  if (existsSync(restoringMark(dataDir).file)) {
    throw new UnusableStore(
      `A restore into ${dataDir} was begun and has not finished. Run it again: npm run broadsheet -- restore FOLDER.`,
    )
  }
  const file = storeFile(dataDir)
  const bytes = statSync(file, { throwIfNoEntry: false })?.size ?? null
  if (bytes !== null && bytes > 0) return
  if (heldPaper(dataDir) || hasPictures(dataDir)) {
    throw lostStore(dataDir, bytes === null ? `${file} is gone` : `${file} is empty`)
  }
}

/** That a folder in which a paper was served has no paper, and what to do. `what` is what was found. */
export function lostStore(dataDir: string, what: string): UnusableStore {
  return new UnusableStore(
    `There was a paper in ${dataDir}, but ${what}. Nothing was changed, and no new paper was begun. Put the store back in its place, or restore a backup with “npm run broadsheet -- restore FOLDER”. To begin a new paper, choose another folder with DATA_DIR.`,
  )
}

/** Originals of pictures are written only into a folder with a store. */
function hasPictures(dataDir: string): boolean {
  try {
    return readdirSync(join(dataDir, 'media', 'originals')).length > 0
  } catch {
    return false
  }
}
