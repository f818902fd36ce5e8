import { readFileSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { cameFrom, type MissedAddress, MOST_SOURCES, missedPath, withSource } from '@/lib/addresses/missed-address'

const FILE = 'missed-addresses.json'
const SAVED_EVERY_MS = 60_000
/** More than an editor will ever look through, and small enough for a file that is written whole. */
const MOST = 2000

const fileSchema = z.array(
  z.object({
    path: z.string(),
    count: z.number().int().positive(),
    firstAt: z.number(),
    lastAt: z.number(),
    from: z.array(z.string()).max(MOST_SOURCES),
  }),
)

interface Options {
  dataDir: string
  siteUrl: string
  now: () => Date
  most?: number
}

/**
 * Counts the addresses that readers asked for and nobody had. They are kept in memory and, since reading must not write
 * to the store, in a small file beside it: at most once a minute when something changed, and on the way out.
 */
export class NotFoundLog {
  readonly #byPath: Map<string, MissedAddress>
  readonly #options: Options
  readonly #file: string
  readonly #most: number
  #isSaved = true
  #timer: NodeJS.Timeout | null = null
  #saving = Promise.resolve()

  /** What an earlier run has left is known again; a file that is none counts as nothing. */
  constructor(options: Options) {
    this.#options = options
    this.#file = join(options.dataDir, FILE)
    this.#most = options.most ?? MOST
    this.#byPath = new Map(readFile(this.#file).map((missed) => [missed.path, missed]))
  }

  /** Somebody asked for `url` and there was nothing. Neither its query nor who asked is kept. */
  record({ url, referer }: { url: string; referer?: string | undefined }): void {
    const path = missedPath(url)
    if (path === null) return
    const at = this.#options.now().getTime()
    const known = this.#byPath.get(path)
    if (!known && this.#byPath.size >= this.#most) this.#makeRoom()
    const { count, firstAt, from } = known ?? { count: 0, firstAt: at, from: [] }
    const sources = withSource(from, cameFrom(referer, this.#options.siteUrl))
    this.#byPath.set(path, { path, count: count + 1, firstAt, lastAt: at, from: sources })
    this.#changed()
  }

  /** Those that an own page links to first, then the most asked for, then the latest. */
  list(): MissedAddress[] {
    return [...this.#byPath.values()].sort(byWeight)
  }

  /** It leads somewhere now, or does not matter; asked for again, it counts from one. */
  forget(path: string): void {
    if (this.#byPath.delete(path)) this.#changed()
  }

  /** Resolves when all that is known is in the file. */
  async save(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#saving = this.#saving.then(() => this.#write())
    await this.#saving
  }

  #changed(): void {
    this.#isSaved = false
    this.#timer ??= setTimeout(() => void this.save(), SAVED_EVERY_MS).unref()
  }

  async #write(): Promise<void> {
    if (this.#isSaved) return
    this.#isSaved = true
    const unfinished = `${this.#file}.unfinished`
    try {
      await writeFile(unfinished, JSON.stringify([...this.#byPath.values()]))
      await rename(unfinished, this.#file)
    } catch (error) {
      this.#isSaved = false
      console.error(`${this.#file} could not be written`, error)
    }
  }

  /** What matters least makes room: invented addresses come by the thousand, once each. */
  #makeRoom(): void {
    let least: MissedAddress | null = null
    for (const missed of this.#byPath.values()) if (!least || byWeight(missed, least) > 0) least = missed
    if (least) this.#byPath.delete(least.path)
  }
}

function byWeight(one: MissedAddress, other: MissedAddress): number {
  return Number(isLinkedHere(other)) - Number(isLinkedHere(one)) || other.count - one.count || other.lastAt - one.lastAt
}

function isLinkedHere({ from }: MissedAddress): boolean {
  return from[0]?.startsWith('/') ?? false
}

function readFile(file: string): MissedAddress[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return []
  }
  try {
    return fileSchema.parse(JSON.parse(text))
  } catch (error) {
    console.error(`${file} could not be read; missed addresses are counted from nothing`, error)
    return []
  }
}
