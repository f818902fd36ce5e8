import type { MissedAddress } from '@/lib/addresses/missed-address'
import type { CrawledResponse } from '@/lib/crawler-check/crawled-page'

/**
 * What the server process hands to the pages. Server and pages are built apart and share no module, only this
 * object under one name on globalThis.
 */
export interface SiteRuntime {
  now: () => Date
  /** Public origin without a trailing slash. */
  siteUrl: string
  dataDir: string
  /** Signs the cookies of the desk and encrypts second factors. */
  secret: string
  /** How the site sends mail; null: it sends none. */
  mail: { smtpUrl: string; from: string } | null
  /** The render under way, the same object throughout it; null outside of one. */
  rendering: () => Rendering | null
  /** The page of a story under work as it will be sent once it is public; nothing of it is kept. */
  renderAsPublished: (story: StoryPreview) => Promise<CrawledResponse>
  /** To be called after a commit: drops the pages that the write made stale. */
  committed: () => Promise<void>
  /** The addresses that readers asked for and nobody had. */
  missed: {
    /** Those that matter most first. */
    list: () => MissedAddress[]
    /** It leads somewhere now, or does not matter. */
    forget: (path: string) => void
  }
}

/** A story under work, shown as if it were before readers. */
export interface StoryPreview {
  id: number
  /** The path that it will have. */
  path: string
  /** The instant at which readers have it. */
  at: Date
}

/** A page being made. */
export interface Rendering {
  /** The story that this render alone shows as if it were public; left out in every other. */
  asPublished?: StoryPreview | undefined
  /** What the page has shown so far (lib/pages/tags.ts). */
  tags: Set<string>
}

const KEY = Symbol.for('broadsheet.site-runtime')

/** Throws while the site is being built: there is no server then, and nothing is rendered. */
export function siteRuntime(): SiteRuntime {
  const runtime = (globalThis as { [KEY]?: SiteRuntime })[KEY]
  if (!runtime) throw new Error('there is no server: nothing can be read while the site is being built')
  return runtime
}

export function setSiteRuntime(runtime: SiteRuntime): void {
  ;(globalThis as { [KEY]?: SiteRuntime })[KEY] = runtime
}
