import { setTimeout } from 'node:timers/promises'
import type { Address } from '@/db/addresses/addresses'
import { readPageTags, tags as tag } from '@/lib/pages/tags'
import { ConcurrencyLimit } from '@/server/http/concurrency-limit'
import { PageStore, type StoredPage, storedPage } from '@/server/pages/page-store'
import type { Rendered } from '@/server/pages/renderer'
import { stripFrameworkScripts, stripScriptLinks } from '@/server/pages/strip-framework-scripts'

/** What a reader's address came to. */
export type Outcome =
  | { kind: 'page'; page: StoredPage }
  | { kind: 'redirect'; location: string }
  | { kind: 'missing' }
  | { kind: 'failed'; error: unknown }

interface PagesOptions {
  render: (path: string) => Promise<Rendered>
  /** What stands at a path, told without a render: invented addresses must cost next to nothing. */
  addressOf: (path: string) => Promise<Address>
  now: () => Date
  /** When what the tags stand for last changed, as far as the store remembers; null when it never did. */
  lastStaleAt: (tags: string[]) => Promise<Date | null>
  /** When the templates were built: no page is older. */
  builtAt: Date
  mostBytes: number
  /** false while the paper is being built: every page is then rendered for every reader. */
  keeps?: boolean
}

/** Paths that only the server itself asks the framework for. */
const MISSING_PAGE = '/unavailable/missing'
const UNAVAILABLE_PAGE = '/unavailable'

/** A page whose subjects change faster than it renders is served, but not kept, after this many tries. */
const MOST_TRIES = 4
const RENDERS_AT_ONCE = 8
const RENDERS_WAITING = 512
const MOST_WARMED = 200
/** Warming gives way to readers for this long, page by page. */
const LONGEST_YIELD_MS = 500
/** Readers who miss one page tend to miss the next. */
const QUIET_AFTER_MS = 250

/** Reader pages: from the store, or rendered once however many ask at once, then kept. */
export class Pages {
  readonly store: PageStore
  readonly #options: PagesOptions
  readonly #gate = new ConcurrencyLimit({ atOnce: RENDERS_AT_ONCE, waiting: RENDERS_WAITING })
  readonly #underWay = new Map<string, Promise<Outcome>>()
  /** For each render under way, the tags that expired since it began. */
  readonly #expiredMeanwhile = new Set<Set<string>>()
  #missing: StoredPage | null = null
  #unavailable: StoredPage | null = null
  #toWarm: string[] = []
  #warming: Promise<void> | null = null
  #lastRenderMs = Number.NEGATIVE_INFINITY

  constructor(options: PagesOptions) {
    this.#options = options
    this.store = new PageStore({ mostBytes: options.mostBytes, isQuiet: () => this.#isQuiet() })
  }

  /** Renders the pages for trouble. Throws when they cannot be rendered: such a site must not start. */
  async prepare(): Promise<void> {
    this.#unavailable = await this.#special(UNAVAILABLE_PAGE)
    this.#missing = await this.#special(MISSING_PAGE)
  }

  get missing(): StoredPage {
    if (!this.#missing) throw new Error('the page for missing addresses was asked for before it was prepared')
    return this.#missing
  }

  get unavailable(): StoredPage {
    if (!this.#unavailable) throw new Error('the page for failures was asked for before it was prepared')
    return this.#unavailable
  }

  /** What stands at `path` (canonical spelling) now; kept for the next reader. Throws Overloaded. */
  async at(path: string): Promise<Outcome> {
    const page = this.store.get(path, this.#options.now().getTime())
    if (page) return { kind: 'page', page }
    const address = await this.#options.addressOf(path)
    if (address.kind !== 'page') return address
    return this.#once(path, { keep: this.#options.keeps ?? true, rendersAt: address.rendersAt ?? path })
  }

  /** What `path` renders to, not kept: for addresses that anybody can invent. Throws Overloaded. */
  async passing(path: string): Promise<Outcome> {
    return this.#once(path, { keep: false, rendersAt: path })
  }

  /** Drops every page that showed one of `tags` and renders what was dropped anew, in the background. */
  expire(tags: readonly string[]): void {
    for (const expired of this.#expiredMeanwhile) for (const name of tags) expired.add(name)
    this.#warm(this.store.expire(tags))
    const stale = new Set(tags)
    const specials = [this.#missing, this.#unavailable]
    if (specials.some((page) => page?.tags.some((name) => stale.has(name)))) {
      this.prepare().catch((error) => console.error('the pages for trouble could not be rendered anew', error))
    }
  }

  /** Resolves when the pages that were dropped so far stand again. */
  async warmed(): Promise<void> {
    await this.#warming
  }

  async #once(path: string, how: { keep: boolean; rendersAt: string }): Promise<Outcome> {
    const known = this.#underWay.get(path)
    if (known) return known
    const outcome = this.#gate.pass(() => this.#settled(path, how))
    this.#underWay.set(path, outcome)
    try {
      return await outcome
    } finally {
      this.#underWay.delete(path)
      this.#lastRenderMs = performance.now()
    }
  }

  #isQuiet(): boolean {
    return this.#underWay.size === 0 && performance.now() - this.#lastRenderMs > QUIET_AFTER_MS
  }

  async #settled(path: string, { keep, rendersAt }: { keep: boolean; rendersAt: string }): Promise<Outcome> {
    for (let tries = 1; ; tries++) {
      const expired = new Set<string>()
      this.#expiredMeanwhile.add(expired)
      try {
        const rendered = await this.#options.render(rendersAt)
        if (rendered.location !== null && rendered.status >= 300)
          return { kind: 'redirect', location: rendered.location }
        if (rendered.status === 404 && !rendered.document) return { kind: 'missing' }
        if (rendered.status >= 500 || (rendered.status !== 200 && !rendered.document))
          return { kind: 'failed', error: new Error(`${path} rendered as ${rendered.status}`) }
        const page = await this.#finished(path, rendered)
        const isRight = !page.tags.some((name) => expired.has(name)) && page.freshUntil > this.#options.now().getTime()
        if (!isRight && tries < MOST_TRIES) continue
        const isKept = isRight && keep
        // Any spelling of a withdrawn article's address tells so: kept, they could be invented without end.
        if (isKept && page.status === 200) this.store.put(page)
        return { kind: 'page', page: isKept ? page : forNow(page) }
      } catch (error) {
        return { kind: 'failed', error }
      } finally {
        this.#expiredMeanwhile.delete(expired)
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

  async #special(path: string): Promise<StoredPage> {
    const rendered = await this.#options.render(path)
    if (rendered.status !== 200) throw new Error(`${path} rendered as ${rendered.status}`)
    return forNow(await this.#finished(path, rendered))
  }

  /** Resolves when no render is under way, or readers have kept the site busy for too long to wait for that. */
  async #lull(): Promise<void> {
    const until = performance.now() + LONGEST_YIELD_MS
    while (this.#underWay.size > 0 && performance.now() < until) {
      await Promise.race([Promise.allSettled(this.#underWay.values()), setTimeout(LONGEST_YIELD_MS)])
    }
  }

  #warm(paths: string[]): void {
    this.#toWarm = [...new Set([...paths, ...this.#toWarm])].slice(0, MOST_WARMED)
    if (!this.#toWarm.length || this.#warming) return
    this.#warming = this.#warmAll().finally(() => {
      this.#warming = null
    })
  }

  async #warmAll(): Promise<void> {
    for (let path = this.#toWarm.shift(); path !== undefined; path = this.#toWarm.shift()) {
      // A page that somebody waits for comes first.
      await this.#lull()
      // A page that cannot be had now is somebody's next miss; there is nothing to do about it here.
      await this.at(path).catch(() => {})
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
}

/** The same page as an answer for this moment alone: nobody would learn when it goes stale. */
function forNow(page: StoredPage): StoredPage {
  return { ...page, freshUntil: 0 }
}
