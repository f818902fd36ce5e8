import { closeSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Month } from '@/lib/sitemaps/months'
import type { PackedModificationTimes } from '@/server/sitemaps/list-modification-times'
import type { MonthInfo } from '@/server/sitemaps/sitemap-files'

const FILE = 'sitemap-months.json'
const SAVED_EVERY_MS = 10 * 60_000

/** The months as they were at a place of the invalidation log. */
export interface MonthsAt {
  /** Last sequence number of the log that the months know. */
  position: number
  /** When that mark was made. */
  markedAt: Date | null
  months: Map<Month, MonthInfo>
}

const instant = z.number().transform((ms) => new Date(ms))
const listSchema = z.object({ ids: z.string(), modified: z.string() })
const monthSchema = z.object({
  span: z.object({ from: instant, to: instant }),
  files: z.array(
    z.object({
      bytes: z.number(),
      digest: z.string(),
      changedAt: instant.nullable(),
      count: z.number(),
      after: z.object({ publishedAt: instant, id: z.number() }).nullable(),
    }),
  ),
  newest: z.object({ sections: listSchema, topics: listSchema, authors: listSchema }),
  changedAt: instant.nullable(),
  since: instant,
  until: instant.nullable(),
})
const headSchema = z.object({
  madeFor: z.string(),
  position: z.number(),
  markedAt: instant.nullable(),
  /** How many lines follow. */
  months: z.number(),
})
const lineSchema = z.tuple([z.string(), monthSchema])
type KeptMonth = z.input<typeof monthSchema>
type KeptList = z.input<typeof listSchema>

/**
 * The months of the archive as the sitemaps know them, kept over a restart: without them the first index reads every story.
 * The file is derived, lies beside the store because reading never writes to the store, and may be deleted at any time. It
 * is written and read month by month, a line each: of a million stories it has three megabytes, and the thread a small heap.
 */
export class KeptMonths {
  readonly #file: string | null
  readonly #madeFor: string
  #savedAt = Number.NEGATIVE_INFINITY

  /** A null folder keeps nothing. `madeFor` names all that entries are made of beside the store: what was kept for another is no use. */
  constructor(dataDir: string | null, madeFor = '') {
    this.#file = dataDir === null ? null : join(dataDir, FILE)
    this.#madeFor = madeFor
  }

  /** What an earlier process saved; null without a readable file that was made for the same. */
  read(): MonthsAt | null {
    if (this.#file === null) return null
    try {
      const file = readFileSync(this.#file)
      const lines = linesOf(file)
      const head = headSchema.parse(lines.next().value)
      if (head.madeFor !== this.#madeFor) return null
      const months = new Map<Month, MonthInfo>()
      for (const line of lines) {
        const [month, kept] = lineSchema.parse(line)
        months.set(month, unpacked(kept))
      }
      return months.size === head.months ? { position: head.position, markedAt: head.markedAt, months } : null
    } catch {
      return null
    }
  }

  /**
   * Writes the months to the file, at most every ten minutes: with an older file more months are read again after a start,
   * and none is wrong. Where it fails, it is logged, and the next start reads every story.
   */
  save({ position, markedAt, months }: MonthsAt): void {
    if (this.#file === null || performance.now() - this.#savedAt < SAVED_EVERY_MS) return
    this.#savedAt = performance.now()
    const head: z.input<typeof headSchema> = {
      madeFor: this.#madeFor,
      position,
      markedAt: ms(markedAt),
      months: months.size,
    }
    const unfinished = `${this.#file}.unfinished`
    try {
      const file = openSync(unfinished, 'w', 0o600)
      try {
        writeSync(file, `${JSON.stringify(head)}\n`)
        for (const [month, info] of months) writeSync(file, `${JSON.stringify([month, packed(info)])}\n`)
      } finally {
        closeSync(file)
      }
      renameSync(unfinished, this.#file)
    } catch (error) {
      console.error(`${this.#file} could not be written`, error)
    }
  }
}

/** What stands in each line. */
function* linesOf(file: Buffer): Generator<unknown, undefined> {
  for (let from = 0; from < file.length; ) {
    const end = file.indexOf('\n', from)
    const to = end === -1 ? file.length : end
    yield JSON.parse(file.toString('utf8', from, to))
    from = to + 1
  }
}

function packed({ span, files, newest, changedAt, since, until }: MonthInfo): KeptMonth {
  const list = ({ ids, modified }: PackedModificationTimes['topics']): KeptList => ({
    ids: base64(ids),
    modified: base64(modified),
  })
  return {
    span: keptSpan(span),
    files: files.map(({ bytes, digest, count, after, changedAt: fileChangedAt }) => ({
      bytes,
      digest,
      count,
      changedAt: ms(fileChangedAt),
      after: after && { publishedAt: after.publishedAt.getTime(), id: after.id },
    })),
    newest: { sections: list(newest.sections), topics: list(newest.topics), authors: list(newest.authors) },
    changedAt: ms(changedAt),
    since: since.getTime(),
    until: ms(until),
  }
}

function unpacked({ span, files, newest, ...times }: z.output<typeof monthSchema>): MonthInfo {
  const list = ({ ids, modified }: KeptList): PackedModificationTimes['topics'] => ({
    ids: new Int32Array(bytes(ids)),
    modified: new Float64Array(bytes(modified)),
  })
  return {
    ...times,
    span,
    files: files.map((file) => ({ ...file, span })),
    newest: { sections: list(newest.sections), topics: list(newest.topics), authors: list(newest.authors) },
  }
}

function keptSpan({ from, to }: MonthInfo['span']): KeptMonth['span'] {
  return { from: from.getTime(), to: to.getTime() }
}

function ms(instant: Date | null): number | null {
  return instant?.getTime() ?? null
}

function base64({ buffer, byteOffset, byteLength }: Int32Array | Float64Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64')
}

/** In a buffer of their own, which begins where a typed array may begin. */
function bytes(text: string): ArrayBuffer {
  return new Uint8Array(Buffer.from(text, 'base64')).buffer
}
