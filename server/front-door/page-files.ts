import { randomUUID } from 'node:crypto'
import { renameSync, unlinkSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { yieldToRequests } from '@/db/store/long-work/yield-to-requests'
import { SECOND_MS } from '@/lib/time/durations'
import type { DoorFolder } from '@/server/front-door/door-folder'
import { Leases } from '@/server/front-door/leases'
import { type DoorKind, doorKindOf, fileNameOf } from '@/server/front-door/page-address'
import { makePublicFolder } from '@/server/front-door/public-folder'
import type { PageCopies, StoredPage } from '@/server/pages/page-store'

/** What each encoding's file has behind its name. */
const ENDINGS = { identity: '', br: '.br', gzip: '.gz' } as const
const ENCODINGS = ['identity', 'br', 'gzip'] as const

/** Why a file cannot be removed that is not there. */
const NEVER_THERE = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG']
const LOOK_EVERY_MS = 1000
/** More files than that are dropped with their folder, in one step. */
const DROPPED_ONE_BY_ONE = 500

interface PageFilesOptions {
  folder: DoorFolder
  now: () => Date
  /** Whether the proxy sends pages of `kind` with exactly the headers that `page` has; the folder of those it does, else null. */
  keyOf: (page: StoredPage, kind: DoorKind) => string | null
  /** Makes the smallest bodies in the background; kept() is called again with them. */
  makeSmaller: (page: StoredPage) => void
  /** More files than that are dropped with their folder; a test has few. */
  droppedOneByOne?: number
}

interface WrittenPage {
  files: string[]
  /** When time alone makes it wrong, in ms of the site's clock. */
  freshUntil: number
}

/**
 * The pages of the store as files for a proxy: each as it is, as Brotli and as gzip, written whole and renamed into place.
 * A file is removed in the step in which its page leaves the store. A page that cannot be written is no file.
 */
export class PageFiles implements PageCopies {
  readonly #options: PageFilesOptions
  readonly #held = new Map<string, StoredPage>()
  readonly #written = new Map<string, WrittenPage>()
  readonly #waiting = new Map<string, StoredPage>()
  /** Pages that may be files once their second is over. */
  #young = new Set<StoredPage>()
  readonly #unwritable = new WeakSet<StoredPage>()
  #leases: Leases
  #writing: Promise<void> | null = null
  #isPurging = false
  #hasFailed = false
  readonly #timer: NodeJS.Timeout

  /** Empties the folder: nobody knows what became of its pages while the site was stopped. */
  constructor(options: PageFilesOptions) {
    this.#options = options
    this.#leases = this.#empty()
    this.#timer = setInterval(() => this.lookAtTime(), LOOK_EVERY_MS)
    this.#timer.unref()
  }

  /** Ends what is done in the background. The files stay, as long as time does not make them wrong. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    this.#waiting.clear()
    await this.#writing
  }

  /** Without files while caches in front are purged: only the site can name them the keys of each page. */
  setPurging(isPurging: boolean): void {
    if (isPurging === this.#isPurging) return
    this.#isPurging = isPurging
    if (isPurging) this.#dropAll()
    else for (const page of this.#held.values()) this.kept(page)
  }

  kept(page: StoredPage): void {
    this.#held.set(page.path, page)
    if (this.#isOff || this.#unwritable.has(page) || !this.#target(page)) return
    this.#waiting.set(page.path, page)
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = null
    })
  }

  dropped(pages: readonly StoredPage[]): void {
    for (const { path } of pages) {
      this.#held.delete(path)
      this.#waiting.delete(path)
    }
    const written = pages.filter(({ path }) => this.#written.has(path))
    if (written.length > (this.#options.droppedOneByOne ?? DROPPED_ONE_BY_ONE)) this.#dropAll()
    else for (const { path } of written) this.#remove(path)
  }

  /** Removes the pages that will be wrong before the present lease ends, makes further leases, and writes what was young. */
  lookAtTime(): void {
    const now = Date.now()
    const young = this.#young
    this.#young = new Set()
    for (const page of young) if (this.#held.get(page.path) === page) this.kept(page)
    let earliest = Number.POSITIVE_INFINITY
    for (const [path, { freshUntil }] of this.#written) {
      if (freshUntil === Number.POSITIVE_INFINITY) continue
      const until = this.#onMachine(freshUntil)
      if (Leases.holds(until, now)) earliest = Math.min(earliest, until)
      else this.#remove(path)
    }
    try {
      this.#leases.renew(now, earliest)
    } catch (error) {
      // Somebody has taken the folder away.
      console.error('the files of pages are made anew', error)
      this.#dropAll()
    }
  }

  /** Resolves when every page that may be a file by now is one. */
  async settled(): Promise<void> {
    while (this.#writing) await this.#writing
  }

  get #isOff(): boolean {
    return this.#isPurging || this.#hasFailed
  }

  async #writeAll(): Promise<void> {
    // What asks for a file is the step that stores a page; it goes first.
    await yieldToRequests()
    for (const [path, page] of this.#waiting) {
      this.#waiting.delete(path)
      // HTTP dates have whole seconds: another version of the same second would have the same date, and for a proxy the same validators.
      if (page.lastModified.getTime() + SECOND_MS > this.#options.now().getTime()) this.#young.add(page)
      else await this.#write(page).catch((error: unknown) => this.#cannotWrite(page, error))
    }
  }

  async #write(page: StoredPage): Promise<void> {
    const target = this.#target(page)
    if (!target) return
    const bodies = { ...page.representations }
    const made: { from: string; to: string }[] = []
    try {
      for (const encoding of ENCODINGS) {
        const to = join(this.#options.folder.pages, target + ENDINGS[encoding])
        makePublicFolder(dirname(to))
        const from = join(this.#options.folder.unfinished, randomUUID())
        made.push({ from, to })
        await writeWhole(from, bodies[encoding].body, page.lastModified)
      }
      // From here on nothing waits: what is dropped meanwhile never comes into place.
      const isSame = ENCODINGS.every((encoding) => page.representations[encoding] === bodies[encoding])
      if (this.#isOff || !isSame || this.#held.get(page.path) !== page) return
      const until = this.#onMachine(page.freshUntil)
      if (!Leases.holds(until, Date.now())) return
      this.#written.set(page.path, { files: made.map(({ to }) => to), freshUntil: page.freshUntil })
      this.#leases.endAfter(until)
      for (const { from, to } of made) renameSync(from, to)
      this.lookAtTime()
      this.#options.makeSmaller(page)
    } finally {
      for (const { from } of made) await rm(from, { force: true })
    }
  }

  /** The name of the file below the folder of pages; null when the page is none. */
  #target(page: StoredPage): string | null {
    const kind = doorKindOf(page)
    const name = fileNameOf(page.path)
    const key = kind && name !== null ? this.#options.keyOf(page, kind) : null
    if (key === null) return null
    return (page.freshUntil === Number.POSITIVE_INFINITY ? 'kept/' : 'limited/') + key + name
  }

  /** An instant of the site's clock on that of the machine, which the proxy reads. */
  #onMachine(instant: number): number {
    return instant - this.#options.now().getTime() + Date.now()
  }

  #cannotWrite(page: StoredPage, error: unknown): void {
    const { path } = page
    this.#unwritable.add(page)
    this.#remove(path)
    const code = error instanceof Error && 'code' in error ? error.code : null
    // Some addresses are longer than a file's name may be.
    if (code !== 'ENAMETOOLONG') console.error(`${path} is no file for the proxy`, error)
  }

  #remove(path: string): void {
    const written = this.#written.get(path)
    if (!written) return
    this.#written.delete(path)
    try {
      for (const file of written.files) {
        try {
          unlinkSync(file)
        } catch (error) {
          const code = error instanceof Error && 'code' in error ? String(error.code) : ''
          if (!NEVER_THERE.includes(code)) throw error
        }
      }
    } catch (error) {
      console.error(`the file of ${path} could not be removed; every page is removed with it`, error)
      this.#dropAll()
    }
  }

  /** Takes every file away in one step, and writes again those whose pages are still right. */
  #dropAll(): void {
    this.#written.clear()
    this.#waiting.clear()
    try {
      this.#leases = this.#empty()
    } catch (error) {
      console.error('pages are no longer kept as files until the next start; remove what is in the folder', error)
      this.#hasFailed = true
    }
    if (!this.#isOff) for (const page of this.#held.values()) this.kept(page)
  }

  #empty(): Leases {
    const { folder } = this.#options
    folder.empty()
    makePublicFolder(join(folder.pages, 'limited'))
    return new Leases(join(folder.pages, 'leased'), '../limited')
  }
}

/** A new file with all of `body`, dated `modified`, which the proxy may read. */
async function writeWhole(file: string, body: Buffer, modified: Date): Promise<void> {
  const handle = await open(file, 'wx', 0o644)
  try {
    await handle.writeFile(body)
    // The umask of the site keeps everything to its own user; pages are public.
    await handle.chmod(0o644)
    await handle.utimes(modified, modified)
  } finally {
    await handle.close()
  }
}
