import { type Store, storeFile } from '@/db/store/open'
import type { Clock } from '@/server/clock'
import { BackLinkFinding } from '@/server/linking/back-link-finding'
import { LinkLearning, learnOnThread } from '@/server/linking/link-learning'
import { TimelineFinder } from '@/server/linking/timeline-finder'
import { LinkChecker } from '@/server/outside-links/link-checker'
import type { Pages } from '@/server/pages/pages'
import { AvifFollowUp } from '@/server/pictures/avif-follow-up'
import type { PictureProcess } from '@/server/pictures/picture-process'
import { IN_BACKGROUND, QueryThreadPool } from '@/server/query-threads/query-thread-pool'
import { SearchIndexing } from '@/server/search-index'

interface Parts {
  db: Store
  now: Clock
  dataDir: string
  siteUrl: string
  /** The built server/query-threads/query-thread.ts; null where queries run on this thread. */
  queryScript: URL | null
  pages: Pages
  /** Makes what nobody waits for. */
  pictures: PictureProcess
  /** Deletes the files of an original that no picture has any more. */
  discard: (original: string) => Promise<void>
}

/** What the site does beside serving pages, after commits and by the hour: links, timelines, the search index, AVIF. */
export class BackgroundJobs {
  readonly #backLinks: BackLinkFinding
  readonly #learning: LinkLearning
  readonly #outsideLinks: LinkChecker
  readonly #timelines: TimelineFinder
  readonly #search: SearchIndexing
  readonly #avif: AvifFollowUp
  readonly #queryThreads: QueryThreadPool | null

  constructor({ db, now, dataDir, siteUrl, queryScript, pages, pictures, discard }: Parts) {
    const store = storeFile(dataDir)
    const queryThreads = queryScript && new QueryThreadPool({ script: queryScript, store }, IN_BACKGROUND)
    this.#queryThreads = queryThreads
    const untilIdle = () => pages.untilIdle()
    this.#backLinks = new BackLinkFinding({ db, now, queryThreads, untilIdle })
    this.#learning = new LinkLearning({ db, now, untilIdle, learn: (at, signal) => learnOnThread(store, at, signal) })
    this.#outsideLinks = new LinkChecker({ db, now, siteUrl })
    this.#timelines = new TimelineFinder({ db, now, queryThreads, yieldToRenders: () => pages.yieldToRenders() })
    this.#search = new SearchIndexing({ db, now, queryThreads, report: (line) => console.log(line) })
    this.#avif = new AvifFollowUp({ db, maker: pictures, discard, now })
  }

  /** Begins what was left when the site stopped. */
  async start(): Promise<void> {
    this.#avif.wake()
    this.#search.start()
    await this.#timelines.wake()
    this.#backLinks.wake()
  }

  /** Call it after each commit. */
  async wake(): Promise<void> {
    this.#avif.wake()
    await this.#search.wake()
    await this.#timelines.wake()
    this.#backLinks.wake()
  }

  /** Call it once an hour. Nothing here waits for another site or for what takes long. */
  async hourly(): Promise<void> {
    this.#learning.begin()
    this.#outsideLinks.begin()
    await this.#backLinks.fill()
  }

  /** Resolves when nothing is written any more. */
  async stop(): Promise<void> {
    this.#avif.stop()
    await this.#search.stop()
    await this.#timelines.stop()
    await this.#backLinks.stop()
    await this.#learning.stop()
    await this.#outsideLinks.stop()
    await this.#queryThreads?.close()
  }
}
