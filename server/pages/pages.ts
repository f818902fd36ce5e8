import { setTimeout } from 'node:timers/promises'
import type { Address } from '@/db/addresses/addresses'
import { readPageTags, tags as tag } from '@/lib/pages/tags'
import { ConcurrencyLimit } from '@/server/http/concurrency-limit'
import { PageStore, type StoredPage, storedPage } from '@/server/pages/page-store'
import type { Rendered } from '@/server/pages/renderer'
import { stripFrameworkScripts, stripScriptLinks } from '@/server/pages/strip-framework-scripts'

/** The result of a request for a reader's address. */
export type Outcome =
  | { kind: 'page'; page: StoredPage }
  | { kind: 'redirect'; location: string }
  | { kind: 'missing' }
  | { kind: 'failed'; error: unknown }

interface PagesOptions {
  render: (path: string) => Promise<Rendered>
  /** What exists at a path, found without a render, so that requests for invented addresses are cheap. */
  addressOf: (path: string) => Promise<Address>
  now: () => Date
  /** When one of the tags was last invalidated, as far as the store remembers; null for never. */
  lastStaleAt: (tags: string[]) => Promise<Date | null>
  /** When the templates were built: no page has an earlier Last-Modified. */
  builtAt: Date
  maxBytes: number
  /** false in development: every request is then rendered. */
  isCaching?: boolean
}

/** Paths that only the server itself requests from the framework. */
const NOT_FOUND_PAGE = '/unavailable/missing'
const ERROR_PAGE = '/unavailable'

/** A page whose subjects change faster than it renders is served, but not cached, after this many attempts. */
const MAX_ATTEMPTS = 4
const MAX_RENDERS = 8
const MAX_WAITING_RENDERS = 512
const MAX_WARMED = 200
/** Before each page it warms, the warmer waits this long at most for readers' renders to finish. */
const MAX_IDLE_WAIT_MS = 500
/** A reader whose page had to be rendered often requests another such page next. */
const IDLE_AFTER_MS = 250

/** Readers' pages: from the page store, or rendered once for all simultaneous requests and then stored. */
export class Pages {
  readonly store: PageStore
  readonly #options: PagesOptions
  readonly #limit = new ConcurrencyLimit({ atOnce: MAX_RENDERS, waiting: MAX_WAITING_RENDERS })
  readonly #running = new Map<string, Promise<Outcome>>()
  /** For each running render, the tags that were invalidated since it began. */
  readonly #invalidatedDuring = new Set<Set<string>>()
  #missing: StoredPage | null = null
  #unavailable: StoredPage | null = null
  #toWarm: string[] = []
  #warming: Promise<void> | null = null
  #lastRenderMs = Number.NEGATIVE_INFINITY

  constructor(options: PagesOptions) {
    this.#options = options
    this.store = new PageStore({ maxBytes: options.maxBytes, isIdle: () => this.#isIdle() })
  }

  /** Renders the error pages. Throws when that fails: such a site must not start. */
  async prepare(): Promise<void> {
    this.#unavailable = await this.#errorPage(ERROR_PAGE)
    this.#missing = await this.#errorPage(NOT_FOUND_PAGE)
  }

  get missing(): StoredPage {
    if (!this.#missing) throw new Error('the not-found page was requested before it was prepared')
    return this.#missing
  }

  get unavailable(): StoredPage {
    if (!this.#unavailable) throw new Error('the error page was requested before it was prepared')
    return this.#unavailable
  }

  /** What exists at `path` (canonical spelling) now, stored for the next request. Throws Overloaded. */
  async at(path: string): Promise<Outcome> {
    const page = this.store.get(path, this.#options.now().getTime())
    if (page) return { kind: 'page', page }
    let address: Address
    try {
      address = await this.#options.addressOf(path)
    } catch (error) {
      return { kind: 'failed', error }
    }
    if (address.kind !== 'page') return address
    return this.#renderOnce(path, { isCached: this.#options.isCaching ?? true, rendersAt: address.rendersAt ?? path })
  }

  /** What `path` renders to, not stored: for addresses that clients can invent. Throws Overloaded. */
  async renderUncached(path: string): Promise<Outcome> {
    return this.#renderOnce(path, { isCached: false, rendersAt: path })
  }

  /** Drops every page that has one of `tags` and renders the dropped pages again in the background. */
  invalidate(tags: readonly string[]): void {
    for (const invalidated of this.#invalidatedDuring) for (const name of tags) invalidated.add(name)
    this.#warm(this.store.invalidate(tags))
    const stale = new Set(tags)
    const errorPages = [this.#missing, this.#unavailable]
    if (errorPages.some((page) => page?.tags.some((name) => stale.has(name)))) {
      this.prepare().catch((error) => console.error('the error pages could not be rendered again', error))
    }
  }

  /** Resolves when the pages that were dropped so far are stored again. */
  async warmed(): Promise<void> {
    await this.#warming
  }

  async #renderOnce(path: string, how: { isCached: boolean; rendersAt: string }): Promise<Outcome> {
    const running = this.#running.get(path)
    if (running) return running
    const outcome = this.#limit.run(() => this.#renderCurrent(path, how))
    this.#running.set(path, outcome)
    try {
      return await outcome
    } finally {
      this.#running.delete(path)
      this.#lastRenderMs = performance.now()
    }
  }

  #isIdle(): boolean {
    return this.#running.size === 0 && performance.now() - this.#lastRenderMs > IDLE_AFTER_MS
  }

  /** Renders until nothing that the page shows was invalidated meanwhile. */
  async #renderCurrent(
    path: string,
    { isCached, rendersAt }: { isCached: boolean; rendersAt: string },
  ): Promise<Outcome> {
    for (let attempt = 1; ; attempt++) {
      const invalidated = new Set<string>()
      this.#invalidatedDuring.add(invalidated)
      try {
        const rendered = await this.#options.render(rendersAt)
        if (rendered.location !== null && rendered.status >= 300)
          return { kind: 'redirect', location: rendered.location }
        if (rendered.status === 404 && !rendered.document) return { kind: 'missing' }
        if (rendered.status >= 500 || (rendered.status !== 200 && !rendered.document))
          return { kind: 'failed', error: new Error(`${path} rendered as ${rendered.status}`) }
        const page = await this.#finished(path, rendered)
        const isStale =
          page.tags.some((name) => invalidated.has(name)) || page.freshUntil <= this.#options.now().getTime()
        if (isStale && attempt < MAX_ATTEMPTS) continue
        const isCacheable = isCached && !isStale
        // A withdrawn article answers 410 in any spelling of its address: clients could fill the store with them.
        if (isCacheable && page.status === 200) this.store.put(page)
        return { kind: 'page', page: isCacheable ? page : asUncached(page) }
      } catch (error) {
        return { kind: 'failed', error }
      } finally {
        this.#invalidatedDuring.delete(invalidated)
      }
    }
  }

  async #finished(path: string, rendered: Omit<Rendered, 'location'>): Promise<StoredPage> {
    const { subjects, changesAt, asOf } = readPageTags(rendered.tags)
    const { now, builtAt, lastStaleAt } = this.#options
    const staleAt = (await lastStaleAt(subjects))?.getTime() ?? 0
    const newest = Math.min(Math.max(builtAt.getTime(), staleAt, asOf ?? 0), now().getTime())
    const { document, body } = rendered
    return storedPage({
      path,
      document,
      status: document ? rendered.status : subjects.includes(tag.gone) ? 410 : 200,
      body: document ? body : Buffer.from(stripFrameworkScripts(body.toString())),
      link: document ? '' : stripScriptLinks(rendered.link),
      lastModified: new Date(Math.floor(newest / 1000) * 1000),
      freshUntil: changesAt ?? Number.POSITIVE_INFINITY,
      tags: subjects.filter((name) => name !== tag.gone).sort(),
    })
  }

  async #errorPage(path: string): Promise<StoredPage> {
    const rendered = await this.#options.render(path)
    if (rendered.status !== 200) throw new Error(`${path} rendered as ${rendered.status}`)
    return asUncached(await this.#finished(path, rendered))
  }

  /** Resolves when no render is running, or after a limited time on a site that stays busy. */
  async #waitUntilIdle(): Promise<void> {
    const until = performance.now() + MAX_IDLE_WAIT_MS
    while (this.#running.size > 0 && performance.now() < until) {
      await Promise.race([Promise.allSettled(this.#running.values()), setTimeout(MAX_IDLE_WAIT_MS)])
    }
  }

  #warm(paths: string[]): void {
    this.#toWarm = [...new Set([...paths, ...this.#toWarm])].slice(0, MAX_WARMED)
    if (!this.#toWarm.length || this.#warming) return
    this.#warming = this.#warmAll().finally(() => {
      this.#warming = null
    })
  }

  async #warmAll(): Promise<void> {
    for (let path = this.#toWarm.shift(); path !== undefined; path = this.#toWarm.shift()) {
      // Pages that readers wait for come first.
      await this.#waitUntilIdle()
      // A page that fails here is rendered at its next request, which reports the error.
      await this.at(path).catch(() => {})
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
}

/** The page marked as not cacheable: no cache would learn when it goes stale. */
function asUncached(page: StoredPage): StoredPage {
  return { ...page, freshUntil: 0 }
}
