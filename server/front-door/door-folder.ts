import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makePublicFolder } from '@/server/front-door/public-folder'

const MARK = 'pages-of-broadsheet.txt'
/** In the data folder: where the files of its pages are, for commands that run without the site. */
const NOTE = 'page-files.txt'
const PAGES = 'pages'
const DROPPED = 'dropped-'

/** Why the folder cannot be used, in words. */
export class DoorFolderProblem extends Error {}

/** The folder of PAGE_FILES: the files of pages, and what the proxy reads of this site. */
export class DoorFolder {
  readonly path: string
  #drops = 0

  /**
   * Takes `path` for the pages of the store in `dataDir`. Throws DoorFolderProblem for a folder that holds something else,
   * or the pages of another store.
   */
  constructor(path: string, dataDir: string) {
    this.path = path
    try {
      makePublicFolder(path)
      const mark = join(path, MARK)
      if (existsSync(mark) ? readFileSync(mark, 'utf8') !== wordsFor(dataDir) : readdirSync(path).length > 0) {
        throw new DoorFolderProblem(
          `PAGE_FILES is "${path}", but that folder holds something else than the pages of ${dataDir}. Name an empty folder.`,
        )
      }
      writeFileSync(mark, wordsFor(dataDir))
      writeFileSync(join(dataDir, NOTE), path, { mode: 0o600 })
      rmSync(this.unfinished, { recursive: true, force: true })
      makePublicFolder(this.unfinished)
    } catch (error) {
      if (error instanceof DoorFolderProblem) throw error
      throw new DoorFolderProblem(
        `PAGE_FILES is "${path}", but the site cannot write there: ${error instanceof Error ? error.message : error}`,
      )
    }
  }

  /** Files that may be read by everybody. */
  get pages(): string {
    return join(this.path, PAGES)
  }

  /** Files that are being written. On the same disk, so that they can be renamed. */
  get unfinished(): string {
    return join(this.path, 'unfinished')
  }

  /** Takes every page away in one step. */
  empty(): void {
    emptied(this.path, this.#drops++)
    makePublicFolder(this.pages)
  }

  /** Writes what the proxy includes, such as nginx/html.conf; readable by everybody, whole or not at all. */
  writeForProxy(name: string, text: string): void {
    const file = join(this.path, name)
    makePublicFolder(dirname(file))
    writeFileSync(`${file}~`, text)
    chmodSync(`${file}~`, 0o644)
    renameSync(`${file}~`, file)
  }
}

/** Takes away every page file of the store in `dataDir`: for a command that has changed it while no site runs. */
export function emptyPageFiles(dataDir: string): void {
  const note = join(dataDir, NOTE)
  if (!existsSync(note)) return
  const path = readFileSync(note, 'utf8')
  const mark = join(path, MARK)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wordsFor(dataDir)) emptied(path, process.pid)
}

/** Empties the folder of an earlier start with PAGE_FILES; for a start without. */
export function leavePageFiles(dataDir: string): void {
  emptyPageFiles(dataDir)
  rmSync(join(dataDir, NOTE), { force: true })
}

function emptied(path: string, number: number): void {
  const pages = join(path, PAGES)
  if (existsSync(pages)) renameSync(pages, join(path, `${DROPPED}${Date.now()}-${number}`))
  for (const name of readdirSync(path)) {
    if (!name.startsWith(DROPPED)) continue
    rm(join(path, name), { recursive: true, force: true }).catch((error: unknown) =>
      console.error(`${name} in ${path} could not be removed`, error),
    )
  }
}

function wordsFor(dataDir: string): string {
  return `Pages of the paper in ${dataDir}, as files for a proxy. Broadsheet makes and removes them.\n`
}
