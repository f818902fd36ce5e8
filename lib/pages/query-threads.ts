/**
 * Threads that run queries beside the thread that serves (server/query-threads/), as pages and addresses see them.
 * Which queries there are stands in db/threaded-queries/.
 */
export interface QueryThreads {
  /**
   * What the query of this name answers for `input`. Both cross to another thread as copies: objects, lists, maps and
   * dates arrive as they are, functions do not.
   * Throws QueryRefused when there is no answer in time; an error of the query itself as it is, with its code.
   */
  run: (name: string, input: unknown, options: QueryOptions) => Promise<unknown>
}

export interface QueryOptions {
  /** Who waits: readers in any number, or somebody who works at the desk. Neither waits for all of the other. */
  asker: QueryAsker
  /** Ends the query when whoever asked has left. */
  signal?: AbortSignal | undefined
}

export type QueryAsker = 'reader' | 'desk'

/**
 * - `too-much`: the query took longer, or more memory, than one may have.
 * - `too-many`: too many wait already, or it would have waited for too long.
 * - `left`: whoever asked has left, so that nobody reads an answer.
 */
export type RefusalReason = 'too-much' | 'too-many' | 'left'

const NAME = 'QueryRefused'

/** Why there is no answer to a query. */
export class QueryRefused extends Error {
  override readonly name = NAME

  constructor(readonly reason: RefusalReason) {
    super(`the query was not answered: ${reason}`)
  }
}

/** Why the query was refused that `error` was thrown for; null for any other error. */
export function refusalReason(error: unknown): RefusalReason | null {
  // Server and pages are separate bundles with a class each.
  if (!(error instanceof Error) || error.name !== NAME || !('reason' in error)) return null
  const { reason } = error
  return reason === 'too-much' || reason === 'too-many' || reason === 'left' ? reason : null
}

/** In place of an answer: why there is none now. */
export interface Refused {
  refused: RefusalReason
}

/** When somebody whose query was refused should ask again, in seconds: the Retry-After of an answer with status 503. */
export const ASK_AGAIN_AFTER_SECONDS = 5

/** The refusal in words for whoever asked. Asking for less helps against the first, waiting against the second. */
export function refusalInWords(reason: RefusalReason): string {
  return reason === 'too-much'
    ? 'Too much was asked at once. Narrow it: more words, a section, or fewer days.'
    : 'Too many people are asking at once. Wait a few seconds and ask again.'
}

const MAX_TIMES = 6

/**
 * What `ask` comes to; while it is refused, asked again after a pause, five times at most. For the later parts of a file
 * that is being sent, which would be cut off.
 */
export async function askedAgain<T>(ask: () => Promise<T>, pause: (ms: number) => Promise<unknown>): Promise<T> {
  for (let times = 1; ; times += 1) {
    try {
      return await ask()
    } catch (error) {
      const reason = refusalReason(error)
      if (reason === null || reason === 'left' || times === MAX_TIMES) throw error
      await pause(ASK_AGAIN_AFTER_SECONDS * 1000)
    }
  }
}
