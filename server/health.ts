import { accessSync, constants, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { scheduleHealth } from '@/db/editing/lateness'
import { hasSite } from '@/db/paper/site'
import { confirmFile, newestMigration, type Store, storeFile, writeFault } from '@/db/store/open'
import { damageIn } from '@/db/store/sound-file'
import { type StorageFault, storageFault } from '@/db/store/storage-fault'
import { feedPath } from '@/lib/addresses/document-paths'
import { Overloaded } from '@/server/http/concurrency-limit'
import type { Outcome } from '@/server/pages/pages'

/** One thing that is looked at. `message` says what is wrong and what to do, in words for whoever runs the site. */
export interface HealthCheck {
  isOk: boolean
  message?: string
  /** Whether readers get less than they should. */
  isForReaders?: boolean
}

/** What is looked at, each by name. */
export interface HealthChecks {
  /** Readers get the front page, and programs the main feed. */
  pages: HealthCheck
  /** The store can be read and written to, and is still the file that was opened. */
  store: HealthCheck
  /** There is room on the disk, and the site may write to it. */
  disk: HealthCheck & { freeBytes: number | null }
  /** Stories appear and end at their times. */
  schedule: HealthCheck
}

export interface HealthReport {
  /** 503 when readers get less than they should. */
  status: 200 | 503
  /** ok, limited: something is wrong that readers do not notice, or down: readers do. */
  summary: 'ok' | 'limited' | 'down'
  checks: HealthChecks
}

interface HealthParts {
  db: Store
  dataDir: string
  now: () => Date
  /** What readers get at a path. */
  pageAt: (path: string) => Promise<Outcome>
  /** What was found when the whole store was read after the start; null for nothing, or not yet. */
  damage?: () => string | null
  /** Begins to read a large store beside the site and answers true; false for one that is read at once. */
  readBeside?: () => boolean
  /** The bytes that the site may still write below a folder; a test has a disk of its own. */
  freeBytes?: (folder: string) => Promise<number>
}

/** One upload with all its files, and a store that grows: below that, something fails soon. */
const LEAST_FREE_BYTES = 16 * 1024 ** 2
const MIB = 1024 ** 2

/** As the banner of the desk has it: the scheduler looks every second. */
const LATE_AFTER_SECONDS = 5

/** What is read most: by people, and by programs. */
const READ_MOST = [
  { path: '/', name: 'front page' },
  { path: feedPath('/', 'rss.xml'), name: 'main feed' },
]

/** Looks at what readers and editors need of the site. Each question is asked anew, so that what is mended is seen. */
export class Health {
  readonly #parts: HealthParts
  readonly #migration: number
  /** The size of the file when it was sound, and what was found in a smaller one that was changed at `mtimeMs`. */
  #largest: { size: number; mtimeMs: number | null; damage: string | null } = { size: 0, mtimeMs: null, damage: null }

  constructor(parts: HealthParts) {
    this.#parts = parts
    this.#migration = newestMigration(parts.db)
  }

  async report(): Promise<HealthReport> {
    const checks: HealthChecks = {
      pages: await this.#pages(),
      store: await this.#store(),
      disk: await this.#disk(),
      schedule: await this.#schedule(),
    }
    const wrong = Object.values(checks).filter(({ isOk }: HealthCheck) => !isOk)
    const isDown = wrong.some(({ isForReaders }: HealthCheck) => isForReaders)
    return { status: isDown ? 503 : 200, summary: isDown ? 'down' : wrong.length ? 'limited' : 'ok', checks }
  }

  async #pages(): Promise<HealthCheck> {
    for (const read of READ_MOST) {
      const check = await this.#page(read)
      if (!check.isOk) return check
    }
    return { isOk: true }
  }

  async #page({ path, name }: { path: string; name: string }): Promise<HealthCheck> {
    try {
      const outcome = await this.#parts.pageAt(path)
      if (outcome.kind === 'page' && outcome.page.status === 200) return { isOk: true }
      const fault = outcome.kind === 'failed' ? storageFault(outcome.error) : null
      if (fault) return faulty(fault, { isForReaders: true })
    } catch (error) {
      if (!(error instanceof Overloaded)) return unforeseen(`The ${name} cannot be made`, error)
      const message = 'More pages are asked for at once than can be made; some readers are asked to come back.'
      return { isOk: false, message, isForReaders: true }
    }
    const message = `The ${name} cannot be made: readers get the error page. The log of the site says why.`
    return { isOk: false, message, isForReaders: true }
  }

  async #store(): Promise<HealthCheck> {
    const { db, dataDir } = this.#parts
    try {
      if (!(await hasSite(db))) {
        return { isOk: false, message: 'There is no paper in the store. Restore a backup.', isForReaders: true }
      }
      if (newestMigration(db) !== this.#migration) {
        const message = 'A newer version of the site has changed the store. Stop this one and start the newer one.'
        return { isOk: false, message }
      }
    } catch (error) {
      const fault = storageFault(error)
      return fault ? faulty(fault, { isForReaders: true }) : unforeseen('The store cannot be read', error)
    }
    try {
      confirmFile(db)
      accessSync(storeFile(dataDir), constants.R_OK | constants.W_OK)
      const found = this.#parts.damage?.() ?? null
      if (found !== null) {
        const message = `The store is damaged (${found}). Stop the site and restore a backup.`
        return { isOk: false, message, isForReaders: true }
      }
      const damage = this.#damageAfterShrinking(statSync(storeFile(dataDir)))
      if (damage !== null) {
        const message = `The file of the store was cut short (${damage}). Stop the site and restore a backup.`
        return { isOk: false, message, isForReaders: true }
      }
      const fault = await writeFault(db)
      return fault ? faulty(fault) : { isOk: true }
    } catch (error) {
      const fault = storageFault(error)
      // An emptied file cannot be read either; one that was moved or replaced is still open, and can.
      const isForReaders = statSync(storeFile(dataDir), { throwIfNoEntry: false })?.size === 0
      return fault ? faulty(fault, { isForReaders }) : unforeseen('The store cannot be written to', error)
    }
  }

  /** A store only grows. A smaller file is read as a whole, once: pages may be missing, or somebody compacted it. */
  #damageAfterShrinking({ size, mtimeMs }: { size: number; mtimeMs: number }): string | null {
    if (size >= this.#largest.size) {
      this.#largest = { size, mtimeMs: null, damage: null }
    } else if (mtimeMs !== this.#largest.mtimeMs && this.#parts.readBeside?.()) {
      // A damage is told by the process that reads.
      this.#largest = { size, mtimeMs, damage: null }
    } else if (mtimeMs !== this.#largest.mtimeMs) {
      const damage = damageIn(this.#parts.db.$client)
      this.#largest = { size: damage === null ? size : this.#largest.size, mtimeMs, damage }
    }
    return this.#largest.damage
  }

  async #disk(): Promise<HealthChecks['disk']> {
    const { dataDir, freeBytes: free = freeBytesBelow } = this.#parts
    try {
      const freeBytes = await free(dataDir)
      if (freeBytes < LEAST_FREE_BYTES) {
        const message = `The disk has ${(freeBytes / MIB).toFixed(1)} MiB left. Make room on it; the site goes on by itself.`
        return { isOk: false, message, freeBytes }
      }
      accessSync(dataDir, constants.W_OK)
      return { isOk: true, freeBytes }
    } catch (error) {
      const fault = storageFault(error)
      return { ...(fault ? faulty(fault) : unforeseen('The disk cannot be looked at', error)), freeBytes: null }
    }
  }

  async #schedule(): Promise<HealthCheck> {
    try {
      const { overdue, lagSeconds } = await scheduleHealth(this.#parts.db, { now: this.#parts.now() })
      if (lagSeconds <= LATE_AFTER_SECONDS) return { isOk: true }
      // What readers get is decided by the instants themselves, not by the scheduler.
      const message = `${overdue} ${overdue === 1 ? 'story has' : 'stories have'} waited ${lagSeconds} s to be published or withdrawn as scheduled. The log of the site says why.`
      return { isOk: false, message }
    } catch (error) {
      const fault = storageFault(error)
      return fault ? faulty(fault) : unforeseen('The schedule cannot be read', error)
    }
  }
}

function faulty({ clause, remedy }: StorageFault, { isForReaders = false } = {}): HealthCheck {
  const message = `${clause.charAt(0).toUpperCase()}${clause.slice(1)}. ${remedy}`
  return { isOk: false, message, ...(isForReaders && { isForReaders }) }
}

function unforeseen(what: string, error: unknown): HealthCheck {
  console.error('the health of the site could not be told', error)
  return { isOk: false, message: `${what}. The log of the site says why.`, isForReaders: true }
}

async function freeBytesBelow(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
