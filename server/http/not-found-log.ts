import { readFileSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { cameFrom, MAX_SOURCES, type MissedAddress, missedPath, withSource } from '@/lib/addresses/missed-address'

const FILE = 'missed-addresses.json'
const SAVED_EVERY_MS = 60_000
/** More than an editor reads, and small enough for a file that is rewritten as a whole. */
const MAX_ADDRESSES = 2000

/** In characters; what an earlier version kept of a longer Referer is dropped. */
const MAX_SOURCE_LENGTH = 1000

const fileSchema = z.array(
  z.object({
    path: z.string(),
    count: z.number().int().positive(),
    firstAt: z.number(),
    lastAt: z.number(),
    from: z.array(z.string().max(MAX_SOURCE_LENGTH).catch('')).max(MAX_SOURCES),
  }),
)

interface Options {
  dataDir: string
  siteUrl: string
  now: () => Date
  /** Whether the page of this site at `page` has a link to `address`, as far as that can be told at once. */
  hasLink: (page: string, address: string) => boolean
  most?: number
}

/**
 * Counts requests for addresses that do not exist (404). They are held in memory and, because a read must not write to the
 * store, in a small file beside it, which is written at most once a minute when something changed, and at the stop.
 */
export class NotFoundLog {
  readonly #byPath: Map<string, MissedAddress>
  readonly #options: Options
  readonly #file: string
  readonly #most: number
  #isSaved = true
  #timer: NodeJS.Timeout | null = null
  #saving = Promise.resolve()

  /** Reads the file of an earlier run; one that cannot be parsed is logged and counts as empty. */
  constructor(options: Options) {
    this.#options = options
    this.#file = join(options.dataDir, FILE)
    this.#most = options.most ?? MAX_ADDRESSES
    this.#byPath = new Map(readFile(this.#file).map((missed) => [missed.path, missed]))
  }

  /** Counts a request for `url`. Neither its query nor its client is kept. */
  record({ url, referer }: { url: string; referer?: string | undefined }): void {
    const path = missedPath(url)
    if (path === null) return
    const at = this.#options.now().getTime()
    const existing = this.#byPath.get(path)
    if (!existing && this.#byPath.size >= this.#most) this.#makeRoom()
    const { count, firstAt, from } = existing ?? { count: 0, firstAt: at, from: [] }
    const sources = withSource(from, this.#source(url, referer))
    this.#byPath.set(path, { path, count: count + 1, firstAt, lastAt: at, from: sources })
    this.#changed()
  }

  /** A page of this site counts only when it has the link: a Referer alone proves nothing. */
  #source(url: string, referer: string | undefined): string | null {
    const source = cameFrom(referer, this.#options.siteUrl)
    if (!source?.startsWith('/')) return source
    return this.#options.hasLink(source, url.split(/[?#]/, 1)[0] ?? '') ? source : null
  }

  /** Addresses that a page of this site links to first, then the most requested, then the latest. */
  list(): MissedAddress[] {
    return [...this.#byPath.values()].sort(byWeight)
  }

  /** Drops an address, which exists now or does not matter; another request counts from one. */
  forget(path: string): void {
    if (this.#byPath.delete(path)) this.#changed()
  }

  /** Resolves when every count is in the file. */
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

  /** Drops the least important address: clients invent thousands, and request each once. */
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
    const missed = fileSchema.parse(JSON.parse(text))
    return missed.map((one) => ({ ...one, from: one.from.filter(Boolean) }))
  } catch (error) {
    console.error(`${file} could not be read; requests for missing addresses are counted from zero`, error)
    return []
  }
}
