import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const FILE = 'sitemap-dates.json'

const fileSchema = z.record(z.string(), z.object({ digest: z.string(), changedAt: z.number().nullable() }))

/**
 * When the bytes of each sitemap last changed. The store knows when something about a story changed, but not whether a
 * sitemap tells it: a new headline does not move a line. So the digest of each file is remembered with its date, also
 * over a restart. The file is derived, lies beside the store because reading never writes to the store, and may be
 * deleted at any time: dates are then those of the store until the next change.
 */
export class SitemapDates {
  readonly #file: string | null
  readonly #known: Map<string, { digest: string; changedAt: number | null }>
  #isSaved = true

  /** null keeps the dates in memory alone. */
  constructor(dataDir: string | null) {
    this.#file = dataDir === null ? null : join(dataDir, FILE)
    this.#known = new Map(Object.entries(this.#file === null ? {} : read(this.#file)))
  }

  /**
   * The instant of the last change of the sitemap at `path`, whose bytes have this digest now. `suspectedAt` is when the
   * store says that something about it may have changed; null when it does not know.
   */
  changedAt(
    path: string,
    { digest, suspectedAt, now }: { digest: string; suspectedAt: Date | null; now: Date },
  ): Date | null {
    const known = this.#known.get(path)
    if (known?.digest === digest) return instant(known.changedAt)
    const suspected = suspectedAt?.getTime() ?? null
    // The bytes are others than at the date that was told, so this change is later.
    const isLater = known === undefined || (suspected !== null && suspected > (known.changedAt ?? 0))
    const changedAt = isLater ? suspected : now.getTime()
    this.#known.set(path, { digest, changedAt })
    this.#isSaved = false
    return instant(changedAt)
  }

  /** Writes what is new to the file; where that fails, it is logged, and dates hold for this process. */
  save(): void {
    if (this.#isSaved || this.#file === null) return
    this.#isSaved = true
    const unfinished = `${this.#file}.unfinished`
    try {
      writeFileSync(unfinished, JSON.stringify(Object.fromEntries(this.#known)), { mode: 0o600 })
      renameSync(unfinished, this.#file)
    } catch (error) {
      console.error(`${this.#file} could not be written`, error)
    }
  }
}

function instant(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms)
}

/** What an earlier process saved; empty without a readable file. */
function read(file: string): z.infer<typeof fileSchema> {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return {}
  }
}
