import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { encodedEtag } from '@/server/http/conditional'
import { compressBest, compressFast, type Encoding, isWorthCompressing } from '@/server/http/content-encoding'
import type { DocumentHeaders } from '@/server/pages/renderer'

/** A body in one encoding, with the ETag of exactly these bytes. */
export interface Representation {
  encoding: Encoding
  readonly body: Buffer
  /** Of the body, in bytes. */
  length: number
  /** Strong, quotes included. */
  etag: string
}

/** A page without framework scripts, or a document for machines, ready to be sent. */
export interface StoredPage extends Omit<FinishedPage, 'body'> {
  representations: Record<Encoding, Representation>
}

export interface FinishedPage {
  path: string
  /** 200 or 410 for a page; a document that is not cached may have any. */
  status: number
  body: Buffer
  /** null for a page of HTML. */
  document: DocumentHeaders | null
  /** Whole seconds, as HTTP dates have them. */
  lastModified: Date
  /** The instant, in ms, at which it goes stale by time alone; Infinity when it never does. */
  freshUntil: number
  /** Tags of what it shows. */
  tags: string[]
  /** The Link header of a page; empty without one. */
  link: string
}

/**
 * Above this many bytes the last tenth of a body costs too much. Of a feed of 340 KB, Brotli makes 78 KB in 0.9 s at its
 * best quality, and 86 KB in 0.06 s at QUICK_BROTLI, and every publish makes the feed anew.
 */
const MIN_UP_TO_BYTES = 128 * 1024
const QUICK_BROTLI = 9

/** How often a recompression that waits for renders to finish checks again. */
const IDLE_CHECK_MS = 50
/** A site that renders without a pause recompresses a page all the same, after this time. */
const RECOMPRESSED_AFTER_MS = 10_000

/**
 * Memory of an entry beside its bodies: key, tags, headers, and what the heap and the allocator hold around them. A story
 * with bodies of 7 KB takes some 30 KB of the process (decision 156).
 */
const ENTRY_OVERHEAD_BYTES = 16 * 1024
const TAG_BYTES = 192

/** The least that zlib takes at a time. */
const MIN_CHUNK_BYTES = 64

/** Copies of the pages that are kept elsewhere, such as files. They are told of each change in the step that makes it. */
export interface PageCopies {
  kept: (page: StoredPage) => void
  dropped: (pages: readonly StoredPage[]) => void
}

interface PageStoreOptions {
  maxBytes: number
  isIdle?: () => boolean
  copies?: PageCopies | null
}

/** A page that left the store, and when a client last asked for it; -Infinity when none did since it was made. */
export interface DroppedPage {
  page: StoredPage
  askedAt: number
}

/**
 * The only cache of pages, by canonical path: an LRU cache with a limit in bytes. A page is dropped when one of its tags
 * is invalidated, when it goes stale by time, or when room is needed.
 */
export class PageStore {
  readonly #pages = new Map<string, StoredPage>()
  readonly #byTag = new Map<string, Set<string>>()
  readonly #maxBytes: number
  readonly #isIdle: () => boolean
  #bytes = 0
  /** Pages that have their smallest bodies, or will. */
  readonly #recompressed = new WeakSet<StoredPage>()
  #recompressing: Promise<void> = Promise.resolve()
  /** When a client last asked for a page, on the monotonic clock. */
  readonly #askedAt = new WeakMap<StoredPage, number>()
  readonly #copies: PageCopies | null

  /** `isIdle` tells whether no render is running or waiting: bodies are recompressed only then. */
  constructor({ maxBytes, isIdle = () => true, copies = null }: PageStoreOptions) {
    this.#maxBytes = maxBytes
    this.#isIdle = isIdle
    this.#copies = copies
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

  /**
   * The page at `path`; null when there is none, or it is stale at `now` (in ms). Recompresses its bodies in the
   * background: whoever asked for it first got it from the render, so a page is asked for a second time here, and pages
   * that a crawler walks through once cost nothing more.
   */
  get(path: string, now: number): StoredPage | null {
    const page = this.peek(path, now)
    if (!page) return null
    this.noteAsked(page)
    // A Map iterates in order of insertion: the most recently used comes last.
    this.#pages.delete(path)
    this.#pages.set(path, page)
    this.makeSmaller(page)
    return page
  }

  /** The same for the site itself: it counts as no request. */
  peek(path: string, now: number): StoredPage | null {
    const page = this.#pages.get(path)
    if (!page) return null
    if (page.freshUntil > now) return page
    this.#remove(page)
    return null
  }

  /** Whether this very page is in the store. */
  holds(page: StoredPage): boolean {
    return this.#pages.get(page.path) === page
  }

  /** A client asked for `page`. */
  noteAsked(page: StoredPage): void {
    this.#askedAt.set(page, performance.now())
  }

  /** Recompresses the bodies of `page` in the background, once. */
  makeSmaller(page: StoredPage): void {
    if (this.#recompressed.has(page)) return
    this.#recompressed.add(page)
    this.#recompressing = this.#recompressing.then(() => this.#recompress(page))
  }

  /** Stores `page`. A page larger than the store is not stored. */
  put(page: StoredPage): void {
    const previous = this.#pages.get(page.path)
    if (previous) this.#remove(previous)
    if (sizeOf(page) > this.#maxBytes) return
    this.#pages.set(page.path, page)
    this.#bytes += sizeOf(page)
    for (const tag of page.tags) {
      const paths = this.#byTag.get(tag)
      if (paths) paths.add(page.path)
      else this.#byTag.set(tag, new Set([page.path]))
    }
    this.#copies?.kept(page)
    this.#makeRoom()
  }

  /** Drops every page that carries one of `tags`; returns them, most recently used first. */
  invalidate(tags: Iterable<string>): DroppedPage[] {
    const stale = new Set<string>()
    for (const tag of tags) for (const path of this.#byTag.get(tag) ?? []) stale.add(path)
    if (!stale.size) return []
    const dropped: DroppedPage[] = []
    for (const [path, page] of this.#pages) {
      if (!stale.has(path)) continue
      this.#forget(page)
      dropped.push({ page, askedAt: this.#askedAt.get(page) ?? Number.NEGATIVE_INFINITY })
    }
    this.#copies?.dropped(dropped.map(({ page }) => page))
    return dropped.reverse()
  }

  /** Resolves when every page that was asked for again so far has its smallest bodies. */
  async recompressed(): Promise<void> {
    await this.#recompressing
  }

  async #recompress(page: StoredPage): Promise<void> {
    // Takes 100 ms of a core for a front page: not while a reader waits for a render.
    const latest = performance.now() + RECOMPRESSED_AFTER_MS
    while (!this.#isIdle() && this.holds(page) && performance.now() < latest) await sleep(IDLE_CHECK_MS)
    if (!this.holds(page)) return
    if (page.representations.br.encoding === 'identity') return
    const { body, etag } = page.representations.identity
    const best = await compressBest(body, body.length > MIN_UP_TO_BYTES ? QUICK_BROTLI : undefined)
    if (!this.holds(page)) return
    this.#bytes -= sizeOf(page)
    page.representations = representationsOf({ etag, length: body.length }, best)
    this.#bytes += sizeOf(page)
    this.#copies?.kept(page)
  }

  #makeRoom(): void {
    for (const page of this.#pages.values()) {
      if (this.#bytes <= this.#maxBytes) return
      this.#remove(page)
    }
  }

  #remove(page: StoredPage): void {
    this.#forget(page)
    this.#copies?.dropped([page])
  }

  #forget(page: StoredPage): void {
    this.#pages.delete(page.path)
    this.#bytes -= sizeOf(page)
    for (const tag of page.tags) {
      const paths = this.#byTag.get(tag)
      paths?.delete(page.path)
      if (paths?.size === 0) this.#byTag.delete(tag)
    }
  }
}

/** The page ready to be sent: a body in each encoding that makes it smaller, each with a strong ETag of its own. */
export function storedPage({ body, ...page }: FinishedPage): StoredPage {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const { length } = body
  if (page.document && !isWorthCompressing(page.document.contentType)) {
    const identity: Representation = { encoding: 'identity', body, length, etag }
    return { ...page, representations: { identity, gzip: identity, br: identity } }
  }
  return { ...page, representations: representationsOf({ etag, length }, compressFast(body)) }
}

/** The whole body is four times as long as its gzip form, and nearly every client takes that or Brotli: it is not kept. */
class Unzipped implements Representation {
  readonly encoding = 'identity'
  readonly #zipped: Buffer

  constructor(
    zipped: Buffer,
    readonly length: number,
    readonly etag: string,
  ) {
    this.#zipped = zipped
  }

  get body(): Buffer {
    return gunzipSync(this.#zipped, { chunkSize: Math.max(MIN_CHUNK_BYTES, this.length) })
  }
}

function representationsOf(
  { etag, length }: Pick<Representation, 'etag' | 'length'>,
  { gzip, br }: { gzip: Buffer; br: Buffer },
): Record<Encoding, Representation> {
  return {
    identity: new Unzipped(gzip, length, etag),
    gzip: representation('gzip', gzip, etag),
    br: representation('br', br, etag),
  }
}

function representation(encoding: 'br' | 'gzip', body: Buffer, identityEtag: string): Representation {
  const { length } = body
  return { encoding, body, length, etag: encodedEtag(identityEtag, encoding + length.toString(36)) }
}

function sizeOf(page: StoredPage): number {
  const { gzip, br } = page.representations
  return gzip.length + br.length + page.tags.length * TAG_BYTES + ENTRY_OVERHEAD_BYTES
}
