import { setTimeout } from 'node:timers/promises'
import { actingAs } from '@/db/audit/log'
import { newStories, noteProgress } from '@/db/back-links/new-stories'
import { fillBackLinks } from '@/db/back-links/place-links'
import { backLinkRule } from '@/db/linking/back-link-rule'
import { addProposals } from '@/db/linking/link-proposals'
import type { Writer } from '@/db/store/open'
import type { ThreadedAnswer, ThreadedInput, ThreadedQueryName } from '@/db/threaded-queries/threaded-queries'
import { THE_SITE } from '@/lib/audit/actor'
import { ASK_AGAIN_AFTER_SECONDS, type QueryThreads, refusalReason } from '@/lib/pages/query-threads'
import { BackgroundJob } from '@/server/background-job'
import { backgroundQuery } from '@/server/query-threads/background-query'

/** Proposals for one new story: an editor looks through so many, and more would be about something else. */
const MAX_FOR_A_STORY = 6

interface Parts {
  db: Writer
  now: () => Date
  /** null: the queries run on this thread. */
  queryThreads: QueryThreads | null
  /** Resolves when nobody waits for a page. */
  untilIdle: () => Promise<void>
}

/**
 * Looks for older stories that should link to what came out, some time after the commit, so that no publish waits for it;
 * and places links by itself where the paper wants that. What is left when the site stops is looked at after the next start.
 */
export class BackLinkFinding {
  readonly #parts: Parts
  /** The site is who does it, as the audit log tells. */
  readonly #db: Writer
  readonly #job: BackgroundJob

  constructor(parts: Parts) {
    this.#parts = parts
    this.#db = actingAs(parts.db, { actor: THE_SITE })
    this.#job = new BackgroundJob({
      run: (signal) => this.#run(signal),
      failed: (error) => console.error('older stories could not be looked for', error),
    })
  }

  /** Call it at the start and after a commit: returns at once. */
  wake(): void {
    this.#job.wake()
  }

  /** Resolves when everything that came out so far was looked at. */
  async untilIdle(): Promise<void> {
    await this.#job.untilIdle()
  }

  /** Places what the limit of a new day leaves room for. */
  async fill(): Promise<void> {
    await fillBackLinks(this.#db, { now: this.#parts.now() })
  }

  /** Resolves when nothing is looked for or written any more. */
  async stop(): Promise<void> {
    await this.#job.stop()
  }

  async #run(signal: AbortSignal): Promise<void> {
    for (;;) {
      const stories = await newStories(this.#db)
      const last = stories.at(-1)
      if (!last || signal.aborted) return
      const isOff = (await backLinkRule(this.#db)).backLinks === 'off'
      if (!isOff) await this.#parts.untilIdle()
      if (!isOff) for (const id of new Set(stories.map(({ articleId }) => articleId))) await this.#lookFor(id, signal)
      if (signal.aborted) return
      await noteProgress(this.#db, last.event)
      if (!isOff) await this.fill()
    }
  }

  async #lookFor(targetId: number, signal: AbortSignal): Promise<void> {
    const { now } = this.#parts
    if (signal.aborted) return
    const found = await this.#asked('backLinkCandidates', { id: targetId, now: now(), most: MAX_FOR_A_STORY }, signal)
    if (found?.length) await addProposals(this.#db, { targetId, found, now: now() })
  }

  /** The answer of the query; null when it would take too long. Waits while too many ask. */
  async #asked<Name extends ThreadedQueryName>(
    name: Name,
    input: ThreadedInput<Name>,
    signal: AbortSignal,
  ): Promise<ThreadedAnswer<Name> | null> {
    for (;;) {
      try {
        return await backgroundQuery(this.#parts, name, input, signal)
      } catch (error) {
        const reason = refusalReason(error)
        if (reason === null) throw error
        if (reason !== 'too-many') return null
        await setTimeout(ASK_AGAIN_AFTER_SECONDS * 1000, undefined, { ref: false, signal })
      }
    }
  }
}
