import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { compressedBest, compressedNow, type Encoding, isWorthCompressing } from '@/server/pages/encodings'
import type { DocumentHeaders } from '@/server/pages/renderer'

/** One way of sending a page: the body in one encoding and the validator that goes with exactly these bytes. */
export interface Representation {
  encoding: Encoding
  body: Buffer
  /** Strong, quotes included. */
  etag: string
}

/** A page in its published form, or a document for machines, ready to be sent. */
export interface StoredPage extends Omit<FinishedPage, 'body'> {
  representations: Record<Encoding, Representation>
}

export interface FinishedPage {
  path: string
  /** 200 or 410 for a page; a document that is sent once and not kept may have any. */
  status: number
  body: Buffer
  /** null for a page of HTML. */
  document: DocumentHeaders | null
  /** Whole seconds, as HTTP dates have them. */
  lastModified: Date
  /** The first instant at which it is wrong by time alone, in ms; Infinity when it never is. */
  freshUntil: number
  /** What it showed. */
  tags: string[]
  /** The Link header of a page; empty without one. */
  link: string
}

const LOOK_AGAIN_MS = 50

/** What an entry costs beside its bodies: key, tags, headers. A round guess, on the large side. */
const ENTRY_OVERHEAD_BYTES = 4096

/**
 * The only cache of pages: published forms by canonical path, bounded in bytes, least recently used out first.
 * A page leaves it when a tag it carries expires, when its time is over, or when room is needed.
 */
export class PageStore {
  readonly #pages = new Map<string, StoredPage>()
  readonly #byTag = new Map<string, Set<string>>()
  readonly #mostBytes: number
  readonly #isQuiet: () => boolean
  #bytes = 0
  #improving: Promise<void> = Promise.resolve()

  /** `isQuiet` tells whether nobody waits for a render: bodies are made smaller only then. */
  constructor({ mostBytes, isQuiet = () => true }: { mostBytes: number; isQuiet?: () => boolean }) {
    this.#mostBytes = mostBytes
    this.#isQuiet = isQuiet
  }

  get bytes(): number {
    return this.#bytes
  }

  get size(): number {
    return this.#pages.size
  }

  paths(): string[] {
    return [...this.#pages.keys()]
  }

  /** The page at `path`, or null when there is none that is right at `now` (in ms). */
  get(path: string, now: number): StoredPage | null {
    const page = this.#pages.get(path)
    if (!page) return null
    if (page.freshUntil <= now) {
      this.#remove(page)
      return null
    }
    // A Map keeps the order of insertion: what was used last stands last.
    this.#pages.delete(path)
    this.#pages.set(path, page)
    return page
  }

  /** Keeps `page` and makes its compressed bodies smaller in the background. A page larger than the store is not kept. */
  put(page: StoredPage): void {
    const before = this.#pages.get(page.path)
    if (before) this.#remove(before)
    if (cost(page) > this.#mostBytes) return
    this.#pages.set(page.path, page)
    this.#bytes += cost(page)
    for (const tag of page.tags) {
      const paths = this.#byTag.get(tag)
      if (paths) paths.add(page.path)
      else this.#byTag.set(tag, new Set([page.path]))
    }
    this.#makeRoom()
    this.#improving = this.#improving.then(() => this.#improve(page))
  }

  /** Drops every page that carries one of `tags`; returns their paths, most recently used first. */
  expire(tags: Iterable<string>): string[] {
    const stale = new Set<string>()
    for (const tag of tags) for (const path of this.#byTag.get(tag) ?? []) stale.add(path)
    if (!stale.size) return []
    const dropped: string[] = []
    for (const [path, page] of this.#pages) {
      if (!stale.has(path)) continue
      this.#remove(page)
      dropped.push(path)
    }
    return dropped.reverse()
  }

  clear(): void {
    this.#pages.clear()
    this.#byTag.clear()
    this.#bytes = 0
  }

  /** Resolves when every page kept so far has its smallest bodies. */
  async improved(): Promise<void> {
    await this.#improving
  }

  async #improve(page: StoredPage): Promise<void> {
    // Twenty milliseconds of a core for each page: not while a reader waits for one.
    while (!this.#isQuiet() && this.#pages.get(page.path) === page) await sleep(LOOK_AGAIN_MS)
    if (this.#pages.get(page.path) !== page) return
    if (page.representations.br.encoding === 'identity') return
    const best = await compressedBest(page.representations.identity.body)
    if (this.#pages.get(page.path) !== page) return
    this.#bytes -= cost(page)
    for (const encoding of ['br', 'gzip'] as const) {
      page.representations[encoding] = representation(encoding, best[encoding], page.representations.identity.etag)
    }
    this.#bytes += cost(page)
  }

  #makeRoom(): void {
    for (const page of this.#pages.values()) {
      if (this.#bytes <= this.#mostBytes) return
      this.#remove(page)
    }
  }

  #remove(page: StoredPage): void {
    this.#pages.delete(page.path)
    this.#bytes -= cost(page)
    for (const tag of page.tags) {
      const paths = this.#byTag.get(tag)
      paths?.delete(page.path)
      if (paths?.size === 0) this.#byTag.delete(tag)
    }
  }
}

/** The page made ready to be sent: bodies in every encoding that makes it smaller, each with its own strong validator. */
export function storedPage({ body, ...page }: FinishedPage): StoredPage {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const identity: Representation = { encoding: 'identity', body, etag }
  if (page.document && !isWorthCompressing(page.document.contentType)) {
    return { ...page, representations: { identity, gzip: identity, br: identity } }
  }
  const { gzip, br } = compressedNow(body)
  return {
    ...page,
    representations: { identity, gzip: representation('gzip', gzip, etag), br: representation('br', br, etag) },
  }
}

/**
 * The validator in If-None-Match that says the client holds this page already, in whichever encoding; null when none
 * does. Every validator of a page starts with the hash of its words, so an answer compressed anew still matches.
 */
export function matchingEtag(page: StoredPage, ifNoneMatch: string): string | null {
  if (ifNoneMatch.trim() === '*') return page.representations.identity.etag
  const words = page.representations.identity.etag.slice(1, -1)
  for (const candidate of ifNoneMatch.split(',')) {
    const etag = candidate.trim().replace(/^W\//, '')
    if (etag === `"${words}"` || etag.startsWith(`"${words}.`)) return etag
  }
  return null
}

function representation(encoding: 'br' | 'gzip', body: Buffer, identityEtag: string): Representation {
  return { encoding, body, etag: `${identityEtag.slice(0, -1)}.${encoding}${body.length.toString(36)}"` }
}

function cost(page: StoredPage): number {
  const { identity, gzip, br } = page.representations
  // Twice: what is read often is also kept in one piece with its head (whole-answer.ts).
  const bodies = 2 * (identity.body.length + gzip.body.length + br.body.length)
  return bodies + page.tags.length * 64 + ENTRY_OVERHEAD_BYTES
}
