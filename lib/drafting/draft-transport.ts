import type { ManuscriptSave } from '@/lib/desk/manuscript-save'
import type { SavedManuscript } from '@/lib/desk/saved-manuscript'

/** No answer for so long is none. */
const PATIENCE_MS = 15_000

/** What came of asking the server. */
export type Outcome = { kind: 'saved'; answer: SavedManuscript } | Failure | SaveRefused

/** Worth another try, later or after signing in. */
export interface Failure {
  kind: 'unreachable' | 'failed' | 'signed-out'
}

/** The server answered that it does not take this. */
export interface SaveRefused {
  kind: 'refused'
  problems: { field: string; message: string }[]
  /** Whether it would take the very same under another role, or in another state of the article. */
  mayBeTakenLater: boolean
}

export interface DraftTransport {
  /** Sends a save; `isLast` when the page may be gone before the answer. */
  save(save: ManuscriptSave, options: { signal: AbortSignal; isLast: boolean }): Promise<Outcome>
  /** The text as it is on the server. */
  open(options: { signal: AbortSignal }): Promise<Outcome>
}

export interface DraftClock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls `work` once after `ms` unless the answer is called before. */
  after(ms: number, work: () => void): () => void
}

/** What came of `request`; failed when it broke, took too long, or was given up by calling `giveUp`. */
export function asked(
  clock: DraftClock,
  request: (signal: AbortSignal) => Promise<Outcome>,
): { outcome: Promise<Outcome>; giveUp: () => void } {
  const abort = new AbortController()
  const giveUp = () => abort.abort()
  const stopWaiting = clock.after(PATIENCE_MS, giveUp)
  const outcome = new Promise<Outcome>((resolve) => {
    abort.signal.addEventListener('abort', () => resolve({ kind: 'failed' }))
    request(abort.signal).then(resolve, () => resolve({ kind: 'failed' }))
  })
  return { outcome: outcome.finally(stopWaiting), giveUp }
}

/** What an answer of the desk's addresses means for a draft: by its status, 0 for none. */
export function refusalOf(status: number, problems: SaveRefused['problems']): Failure | SaveRefused {
  if (status === 0) return { kind: 'unreachable' }
  if (status === 401) return { kind: 'signed-out' }
  if (status === 403 || status === 404) return { kind: 'refused', problems, mayBeTakenLater: true }
  if (status === 400 || status === 413 || status === 422) return { kind: 'refused', problems, mayBeTakenLater: false }
  return { kind: 'failed' }
}
