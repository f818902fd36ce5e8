import { createHash, randomBytes } from 'node:crypto'
import { addClicks, type CountedClick } from '@/db/audience/clicks'
import { addReads } from '@/db/audience/reads'
import type { Writer } from '@/db/store/open'
import type { Click } from '@/lib/audience/clicks'
import { hourOf } from '@/lib/audience/reads'
import { HOUR_MS } from '@/lib/time/durations'

const WRITTEN_AFTER_MS = 20_000
/** Stories and links that are counted before they are written; clients could name any number. */
const MAX_STORIES = 5000
const MAX_LINKS = 5000
/** Readers of an hour who are told apart; beyond that, whoever reloads counts again. */
const MAX_READERS = 100_000
/** No reader opens so many stories in an hour, nor does a whole office behind one address. */
const MAX_OF_ADDRESS = 600

/** Programs that say what they are. Those that do not, and run scripts, cannot be told from readers. */
const PROGRAM =
  /bot\b|crawl|spider|slurp|headless|lighthouse|pagespeed|preview|facebookexternalhit|monitor|scan|fetch|curl|python|java\/|wget/i

interface Options {
  db: Writer
  now: () => Date
}

/** Who says that a story was read, or that a link in it was followed. */
export interface Reading {
  articleId: number
  /** Left out for a story that was read. */
  click?: Click
  /** As `clientAddress` of server/http/client-address.ts gives it. */
  address: string
  userAgent: string
}

/**
 * Counts how often stories are read and their links followed: a reader once an hour for each, known programs not at all. What tells readers
 * apart is a hash of address and browser with a secret that lives for an hour and in memory alone. The counts are written
 * together, some seconds after the first.
 */
export class ReadCounter {
  readonly #options: Options
  #hour = 0
  #secret = randomBytes(16)
  readonly #seen = new Set<string>()
  readonly #ofAddress = new Map<string, number>()
  #counts = new Map<number, number>()
  #clicks = new Map<string, CountedClick>()
  #timer: NodeJS.Timeout | null = null
  #writing = Promise.resolve()

  constructor(options: Options) {
    this.#options = options
  }

  /** Counts a reading, unless a program read, the same reader did the same within the hour, or an address does it without end. */
  record({ articleId, click, address, userAgent }: Reading): void {
    if (!userAgent || PROGRAM.test(userAgent)) return
    this.#beginHour()
    const from = this.#hash(address)
    const link = click ? `${articleId} ${click.block} ${click.place} ${click.item}` : null
    const reader = this.#hash(`${link ?? articleId} ${address} ${userAgent}`)
    const before = this.#ofAddress.get(from) ?? 0
    if (this.#seen.has(reader) || before >= MAX_OF_ADDRESS) return
    if (link !== null && this.#clicks.size >= MAX_LINKS && !this.#clicks.has(link)) return
    if (link === null && this.#counts.size >= MAX_STORIES && !this.#counts.has(articleId)) return
    if (this.#seen.size >= MAX_READERS) this.#forgetReaders()
    this.#seen.add(reader)
    this.#ofAddress.set(from, before + 1)
    if (click && link !== null) {
      this.#clicks.set(link, { ...click, articleId, clicks: (this.#clicks.get(link)?.clicks ?? 0) + 1 })
    } else this.#counts.set(articleId, (this.#counts.get(articleId) ?? 0) + 1)
    this.#timer ??= setTimeout(() => void this.save(), WRITTEN_AFTER_MS).unref()
  }

  /** Resolves when every count is in the store, or was logged as lost. */
  async save(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const [counts, clicks, hour] = [this.#counts, [...this.#clicks.values()], new Date(this.#hour)]
    this.#counts = new Map()
    this.#clicks = new Map()
    if (counts.size + clicks.length > 0) this.#writing = this.#writing.then(() => this.#write(counts, clicks, hour))
    await this.#writing
  }

  async #write(counts: Map<number, number>, clicks: CountedClick[], hour: Date): Promise<void> {
    // Whether a story is public is asked of the present, so that one that came out within the hour counts.
    const now = this.#options.now()
    const at = hourOf(now).getTime() === hour.getTime() ? now : new Date(hour.getTime() + HOUR_MS - 1)
    await addReads(this.#options.db, { counts, at }).catch((error) => console.error('reads were not counted', error))
    await addClicks(this.#options.db, { counts: clicks, at }).catch((error) => {
      console.error('clicks were not counted', error)
    })
  }

  /** What was counted in the hour before is written, and its readers are forgotten. */
  #beginHour(): void {
    const hour = hourOf(this.#options.now()).getTime()
    if (hour === this.#hour) return
    if (this.#counts.size + this.#clicks.size > 0) void this.save()
    this.#hour = hour
    this.#forgetReaders()
  }

  #forgetReaders(): void {
    this.#secret = randomBytes(16)
    this.#seen.clear()
    this.#ofAddress.clear()
  }

  #hash(text: string): string {
    return createHash('sha256').update(this.#secret).update(text).digest('base64').slice(0, 16)
  }
}
