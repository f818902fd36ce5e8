import type { ManuscriptSave } from '@/lib/desk/articles/manuscript-save'
import type { SavedManuscript } from '@/lib/desk/articles/saved-manuscript'

/** The disk of the server is full, or its store cannot be used: the answer says so, and the next attempt may succeed. */
const SAYS_WHY = [503, 507]

/** A request without a response after this time has failed. */
const RESPONSE_TIMEOUT_MS = 15_000

/** The outcome of a request. */
export type SaveOutcome = { kind: 'saved'; answer: SavedManuscript } | Failure | SaveRefused

/** Worth another attempt, later or after signing in. */
export interface Failure {
  kind: 'unreachable' | 'failed' | 'signed-out'
  /** Why the server cannot save, in its words; absent when it did not say. */
  reason?: string
}

/** The server refused the save. */
export interface SaveRefused {
  kind: 'refused'
  problems: { field: string; message: string }[]
  /** Whether it might accept the same save under another role, or in another state of the article. */
  mayBeTakenLater: boolean
}

export interface DraftTransport {
  /** Sends a save; `isLast` when the page may be gone before the answer. */
  save(save: ManuscriptSave, options: { signal: AbortSignal; isLast: boolean }): Promise<SaveOutcome>
  /** The text as it is on the server. */
  open(options: { signal: AbortSignal }): Promise<SaveOutcome>
}

export interface DraftClock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls `work` once after `ms`. The returned function cancels it. */
  after(ms: number, work: () => void): () => void
}

/** The outcome of `request`; `failed` when it threw, timed out, or was aborted by calling `abort`. */
export function requestWithTimeout(
  clock: DraftClock,
  request: (signal: AbortSignal) => Promise<SaveOutcome>,
): { outcome: Promise<SaveOutcome>; abort: () => void } {
  const controller = new AbortController()
  const abort = () => controller.abort()
  const cancelTimeout = clock.after(RESPONSE_TIMEOUT_MS, abort)
  const outcome = new Promise<SaveOutcome>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve({ kind: 'failed' }))
    request(controller.signal).then(resolve, () => resolve({ kind: 'failed' }))
  })
  return { outcome: outcome.finally(cancelTimeout), abort }
}

/** What the response of a desk endpoint means for a draft, by its HTTP status; 0 is no response. */
export function failureOf(status: number, problems: SaveRefused['problems']): Failure | SaveRefused {
  if (status === 0) return { kind: 'unreachable' }
  if (status === 401) return { kind: 'signed-out' }
  if (status === 403 || status === 404) return { kind: 'refused', problems, mayBeTakenLater: true }
  if (status === 400 || status === 413 || status === 422) return { kind: 'refused', problems, mayBeTakenLater: false }
  const reason = SAYS_WHY.includes(status) ? problems[0]?.message : undefined
  return reason === undefined ? { kind: 'failed' } : { kind: 'failed', reason }
}
