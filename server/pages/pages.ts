import { setTimeout } from 'node:timers/promises'
import type { Address } from '@/db/addresses/addresses'
import { yieldToRequests } from '@/db/store/long-work/yield-to-requests'
import type { Rendering } from '@/lib/pages/site-runtime'
import { readPageTags, tags as tag } from '@/lib/pages/tags'
import { ConcurrencyLimit } from '@/server/http/concurrency-limit'
import type { KeptReadings } from '@/server/pages/kept-readings'
import { type PageCopies, PageStore, type StoredPage, storedPage } from '@/server/pages/page-store'
import type { Rendered } from '@/server/pages/renderer'
import { RunningRenders } from '@/server/pages/running-renders'
import { stripFrameworkScripts, stripScriptLinks } from '@/server/pages/strip-framework-scripts'

/** The result of a request for a reader's address. */
export type Outcome =
  | { kind: 'page'; page: StoredPage }
  | { kind: 'redirect'; location: string }
  | { kind: 'missing' }
  | { kind: 'failed'; error: unknown }
  /** Everybody who asked has left. */
  | { kind: 'left' }

interface PagesOptions {
  /** For a page that is not stored, with when to end it and when to go on with it. */
  render: (path: string, how?: Pick<Rendering, 'signal' | 'goOn'>) => Promise<Rendered>
  /** What exists at a path, found without a render, so that requests for invented addresses are cheap. */
  addressOf: (path: string) => Promise<Address>
  now: () => Date
  /** When one of the tags was last invalidated, as far as the store remembers; null for never. */
  lastStaleAt: (tags: string[]) => Promise<Date | null>
  /** When the templates were built: no page has an earlier Last-Modified. */
  builtAt: Date
  maxBytes: number
  /** What keeps copies of the stored pages. */
  copies?: PageCopies | null
  /** What was read for pages before. */
  readings?: Pick<KeptReadings, 'invalidate'>
  /** false in development: every request is then rendered. */
  isCaching?: boolean
}

/** A page that was asked for lately and is stale now. */
interface StalePage {
  path: string
  /** The lowest is rendered first. */
  rank: number
}

/** A page that is sent when nothing else can be; made again when it is needed after it became stale. */
interface ErrorPage {
  path: string
  page: StoredPage | null
  isStale: boolean
  /** What a render that began after it was last stale makes. */
  making: Promise<StoredPage> | null
}

/** How the tag begins that a story's own page has. */
const OWN_PAGE = tag.article(0).slice(0, -1)

/** Paths that only the server itself requests from the framework. */
const NOT_FOUND_PAGE = '/unavailable/missing'
const ERROR_PAGE = '/unavailable'

/** A page whose subjects change faster than it renders is served, but not cached, after this many attempts. */
const MAX_ATTEMPTS = 4
/** The status of a page or document that says why there is no answer now. */
const UNANSWERED = 503
const MAX_RENDERS = 8
const MAX_WAITING_RENDERS = 512
/** Searches, and what else is made for one client alone: they leave renders to pages that many ask for. */
const MAX_UNCACHED_RENDERS = 4
const MAX_WAITING_UNCACHED = 64
const MAX_WARMED = 200
/** A stale page that nobody asked for within this time is made when it is asked for. */
const ASKED_LATELY_MS = 10 * 60_000
/** Before each page it warms, the warmer waits this long at most for readers' renders to finish. */
const MAX_IDLE_WAIT_MS = 500
/** A reader whose page had to be rendered often requests another such page next, and an editor changes a story twice. */
const IDLE_AFTER_MS = 1000
const IDLE_WITHIN_MS = 10_000

/** Readers' pages: from the page store, or rendered once for all simultaneous requests and then stored. */
export class Pages {
  readonly store: PageStore
  readonly #options: PagesOptions
  readonly #limit = new ConcurrencyLimit({ atOnce: MAX_RENDERS, waiting: MAX_WAITING_RENDERS })
  readonly #uncachedLimit = new ConcurrencyLimit({ atOnce: MAX_UNCACHED_RENDERS, waiting: MAX_WAITING_UNCACHED })
  /** Queries of such pages run at once, but each page is put together alone: a page from memory waits for one at most. */
  readonly #oneAtATime = new ConcurrencyLimit({ atOnce: 1, waiting: Number.POSITIVE_INFINITY })
  readonly #running = new RunningRenders<Outcome>()
  /** For each running render, the tags that were invalidated since it began. */
  readonly #invalidatedDuring = new Set<Set<string>>()
  #missing: ErrorPage = { path: NOT_FOUND_PAGE, page: null, isStale: false, making: null }
  #unavailable: ErrorPage = { path: ERROR_PAGE, page: null, isStale: false, making: null }
  #toWarm: StalePage[] = []
  #warming: Promise<void> | null = null
  #lastRenderMs = Number.NEGATIVE_INFINITY

  constructor(options: PagesOptions) {
    this.#options = options
    this.store = new PageStore({
      maxBytes: options.maxBytes,
      isIdle: () => this.#isIdle(),
      copies: options.copies ?? null,
    })
  }

  /** Renders the error pages. Throws when that fails: such a site must not start. */
  async prepare(): Promise<void> {
    for (const of of [this.#unavailable, this.#missing]) of.page = await this.#errorPage(of.path)
  }

  /** The not-found page as it is now. */
  async missing(): Promise<StoredPage> {
    return this.#current(this.#missing)
  }

  /** The error page; as it was when it cannot be made anew. */
  async unavailable(): Promise<StoredPage> {
    return this.#current(this.#unavailable)
  }

  /** What exists at `path` (canonical spelling) now, stored for the next request. Throws Overloaded. */
  async at(path: string): Promise<Outcome> {
    const page = this.store.get(path, this.#options.now().getTime())
    if (page) return { kind: 'page', page }
    const outcome = await this.#made(path)
    if (outcome.kind === 'page') this.store.noteAsked(outcome.page)
    return outcome
  }

  /** The same for the site itself: a page at which no client has looked is not made anew when it becomes stale. */
  async look(path: string): Promise<Outcome> {
    const page = this.store.peek(path, this.#options.now().getTime())
    return page ? { kind: 'page', page } : this.#made(path)
  }

  async #made(path: string): Promise<Outcome> {
    let address: Address
    try {
      address = await this.#options.addressOf(path)
    } catch (error) {
      return { kind: 'failed', error }
    }
    if (address.kind !== 'page') return address
    return this.#renderOnce(path, { isCached: this.#options.isCaching ?? true, rendersAt: address.rendersAt ?? path })
  }

  /**
   * What `path` renders to, not stored: for addresses that clients can invent. `left` aborts when the client has left.
   * Throws Overloaded.
   */
  async renderUncached(path: string, left?: AbortSignal): Promise<Outcome> {
    return this.#renderOnce(path, { isCached: false, rendersAt: path }, left)
  }

  /**
   * Drops every page that has one of `tags`. Those that a client asked for lately are rendered again in the background, in
   * the order in which people look at them; the others wait until they are asked for.
   */
  invalidate(tags: readonly string[]): void {
    for (const invalidated of this.#invalidatedDuring) for (const name of tags) invalidated.add(name)
    const stale = new Set(tags)
    this.#options.readings?.invalidate(stale)
    const since = performance.now() - ASKED_LATELY_MS
    const dropped = this.store.invalidate(stale).filter(({ askedAt }) => askedAt >= since)
    this.#warm(dropped.map(({ page }) => ({ path: page.path, rank: rankOf(page, stale) })))
    for (const of of [this.#missing, this.#unavailable]) {
      if (of.page?.tags.some((name) => stale.has(name))) of.isStale = true
    }
  }

  /** Resolves when the pages that were dropped so far are stored again. */
  async warmed(): Promise<void> {
    await this.#warming
  }

  /** Resolves when no page has been rendered for a second from now, or after a limited time on a site that never pauses. */
  async untilIdle(): Promise<void> {
    const latest = performance.now() + IDLE_WITHIN_MS
    // What was just published is asked for soon.
    await pause(IDLE_AFTER_MS)
    while (!this.#isIdle() && performance.now() < latest) await pause(IDLE_AFTER_MS / 10)
  }

  /** The same for many small steps of work: at once when no page has been rendered for a second, after a second at the latest. */
  async yieldToRenders(): Promise<void> {
    const latest = performance.now() + IDLE_AFTER_MS
    while (!this.#isIdle() && performance.now() < latest) await pause(IDLE_AFTER_MS / 10)
  }

  async #renderOnce(path: string, how: { isCached: boolean; rendersAt: string }, left?: AbortSignal): Promise<Outcome> {
    // What is stored is worth making for the next client, although this one has left.
    const limit = how.isCached ? this.#limit : this.#uncachedLimit
    const render = async (abandoned: AbortSignal) => {
      try {
        return await limit.run(() => this.#renderCurrent(path, how, how.isCached ? undefined : abandoned))
      } finally {
        this.#lastRenderMs = performance.now()
      }
    }
    return this.#running.share(path, render, left)
  }

  #isIdle(): boolean {
    return this.#running.size === 0 && performance.now() - this.#lastRenderMs > IDLE_AFTER_MS
  }

  /** Renders until nothing that the page shows was invalidated meanwhile. */
  async #renderCurrent(
    path: string,
    { isCached, rendersAt }: { isCached: boolean; rendersAt: string },
    abandoned?: AbortSignal,
  ): Promise<Outcome> {
    for (let attempt = 1; ; attempt++) {
      if (abandoned?.aborted) return { kind: 'left' }
      const invalidated = new Set<string>()
      this.#invalidatedDuring.add(invalidated)
      try {
        const rendered = await this.#rendered(rendersAt, abandoned)
        if (abandoned?.aborted) return { kind: 'left' }
        if (rendered.location !== null && rendered.status >= 300)
          return { kind: 'redirect', location: rendered.location }
        if (rendered.status === 404 && !rendered.document) return { kind: 'missing' }
        const isUnanswered = rendered.document !== null && rendered.status === UNANSWERED
        if ((rendered.status >= 500 && !isUnanswered) || (rendered.status !== 200 && !rendered.document))
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

  async #rendered(path: string, abandoned?: AbortSignal): Promise<Rendered> {
    if (!abandoned) return this.#options.render(path)
    let end: () => void = () => {}
    const ended = new Promise<void>((resolve) => {
      end = resolve
    })
    let turn: Promise<void> | null = null
    const goOn = () => {
      turn ??= new Promise((resolve) => {
        void this.#oneAtATime.run(async () => {
          resolve()
          await ended
        })
      })
      return turn
    }
    try {
      return await this.#options.render(path, { signal: abandoned, goOn })
    } finally {
      end()
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
      status: document ? rendered.status : statusOf(subjects),
      body: document ? body : Buffer.from(stripFrameworkScripts(body.toString())),
      link: document ? '' : stripScriptLinks(rendered.link),
      lastModified: new Date(Math.floor(newest / 1000) * 1000),
      freshUntil: changesAt ?? Number.POSITIVE_INFINITY,
      tags: subjects.filter((name) => name !== tag.gone && name !== tag.unanswered).sort(),
    })
  }

  async #current(of: ErrorPage): Promise<StoredPage> {
    if (!of.page) throw new Error(`${of.path} was requested before it was prepared`)
    if (of.isStale) {
      of.isStale = false
      of.making = this.#remade(of, of.page)
    }
    return of.making ?? of.page
  }

  async #remade(of: ErrorPage, before: StoredPage): Promise<StoredPage> {
    try {
      of.page = await this.#errorPage(of.path)
      return of.page
    } catch (error) {
      of.isStale = true
      console.error(`${of.path} could not be rendered again`, error)
      return before
    }
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
      await Promise.race([Promise.allSettled(this.#running.outcomes()), setTimeout(MAX_IDLE_WAIT_MS)])
    }
  }

  #warm(stale: StalePage[]): void {
    const isNew = new Set(stale.map(({ path }) => path))
    // Within a rank the order stays: the most recently used first, and the latest change before earlier ones.
    this.#toWarm = [...stale, ...this.#toWarm.filter(({ path }) => !isNew.has(path))]
      .sort((one, other) => one.rank - other.rank)
      .slice(0, MAX_WARMED)
    if (!this.#toWarm.length || this.#warming) return
    this.#warming = this.#warmAll().finally(() => {
      this.#warming = null
    })
  }

  async #warmAll(): Promise<void> {
    for (let next = this.#toWarm.shift(); next !== undefined; next = this.#toWarm.shift()) {
      // Pages that readers wait for come first.
      await this.#waitUntilIdle()
      // A page that fails here is rendered at its next request, which reports the error.
      await this.look(next.path).catch(() => {})
      await yieldToRequests()
    }
  }
}

/** Waits, and does not keep a site running that is about to end. */
function pause(ms: number): Promise<void> {
  return setTimeout(ms, undefined, { ref: false })
}

function statusOf(subjects: readonly string[]): number {
  if (subjects.includes(tag.gone)) return 410
  return subjects.includes(tag.unanswered) ? UNANSWERED : 200
}

/** Stories that changed themselves, the front page, what shows them, and last what programs read. */
function rankOf({ path, document, tags: shown }: StoredPage, stale: ReadonlySet<string>): number {
  if (document) return 3
  if (path === '/') return 1
  return shown.some((name) => name.startsWith(OWN_PAGE) && stale.has(name)) ? 0 : 2
}

/** The page marked as not cacheable: no cache would learn when it goes stale. */
function asUncached(page: StoredPage): StoredPage {
  return { ...page, freshUntil: 0 }
}
