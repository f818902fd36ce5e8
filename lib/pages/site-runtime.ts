import type { MissedAddress } from '@/lib/addresses/missed-address'
import type { CrawledResponse } from '@/lib/crawler-check/crawled-page'
import type { QueryThreads } from '@/lib/pages/query-threads'
import type { Tagged } from '@/lib/pages/tags'
import type { PictureMaker } from '@/lib/pictures/picture-maker'

/**
 * What the server process provides to the pages. Server and pages are separate bundles and share no module, only this
 * object on globalThis.
 */
export interface SiteRuntime {
  now: () => Date
  /** Public origin without a trailing slash. */
  siteUrl: string
  dataDir: string
  /** Signs the cookies of the desk and encrypts second factors. */
  secret: string
  /** How the site sends mail; null when it sends none. */
  mail: { smtpUrl: string; from: string } | null
  /** What nearly every page reads, kept between renders; null where each page reads it, as in development. */
  readings: Readings | null
  /** The current render, the same object until it ends; null outside of a render. */
  rendering: () => Rendering | null
  /** Aborts when nobody waits any more for what is being answered; null where that cannot be known. */
  askerLeft: () => AbortSignal | null
  /**
   * Says that the answer of the desk that is being made only tells why there is none now: a whole page is sent with status
   * 503. What the scripts of an open page ask for is not, because they would load the page anew and lose what is typed.
   */
  unanswered: () => void
  /** Runs queries beside this thread; null where there are no threads, as in development: they then run on this one. */
  queryThreads: QueryThreads | null
  /** Renders the page of an unpublished text as readers would get it. The result is not stored. */
  renderAsPublished: (story: StoryPreview) => Promise<CrawledResponse>
  /** The page that readers get at the address of a public story, from the page store: it is rendered once for both. */
  readerPage: (path: string) => Promise<CrawledResponse>
  /** Resolves when no page has been rendered for a second; on a site that renders without a pause, after ten. */
  untilIdle: () => Promise<void>
  /** Call it after a commit: it drops the pages that the write made stale. */
  committed: () => Promise<void>
  /** Registers what ends before the store is closed for good, when the site stops. */
  beforeStop: (work: () => Promise<void>) => void
  /** Makes uploaded pictures, outside of this process. */
  pictures: Pick<PictureMaker, 'picture' | 'mark'>
  /** The addresses that were answered 404. */
  missed: {
    /** The most important first. */
    list: () => MissedAddress[]
    /** Drops an address that has a redirect now, or that an editor ignores. */
    forget: (path: string) => void
  }
}

/** Readings that are kept until one of their tags is invalidated. Whoever gets a value does not change it. */
export interface Readings {
  /** What was kept under `key`, or what `read` answers now. An error of `read` is not kept. */
  read: <T>(key: string, read: () => Promise<Tagged<T>>) => Promise<Tagged<T>>
}

/** An article whose unpublished text is rendered as if it were public. */
export interface StoryPreview {
  id: number
  /** The path that it will have when it is public. */
  path: string
  /** The instant as of which it is rendered as public. */
  at: Date
}

/** The state of one render. */
export interface Rendering {
  /** The article that this render shows as if it were public; absent in every other render. */
  asPublished?: StoryPreview | undefined
  /** Aborts when nobody waits for the page any more; absent for a page that is worth making anyway. */
  signal?: AbortSignal | undefined
  /** Resolves when the render may go on after a query on another thread; absent where it need not wait. */
  goOn?: (() => Promise<void>) | undefined
  /** What the page has shown so far (lib/pages/tags.ts). */
  tags: Set<string>
  /** What was read for it, by key. Only the bench sets it before, to render a page again without reading. */
  reads?: Map<string, Promise<Tagged<unknown>>> | undefined
}

const KEY = Symbol.for('broadsheet.site-runtime')

/** The runtime that the server has set. Throws while the site is being built, because there is no server then. */
export function siteRuntime(): SiteRuntime {
  const runtime = (globalThis as { [KEY]?: SiteRuntime })[KEY]
  if (!runtime) throw new Error('there is no server: nothing can be read while the site is being built')
  return runtime
}

export function setSiteRuntime(runtime: SiteRuntime): void {
  ;(globalThis as { [KEY]?: SiteRuntime })[KEY] = runtime
}
