import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { openArticle, saveManuscript } from '@/lib/desk/articles/endpoints'
import type { ManuscriptSave } from '@/lib/desk/articles/manuscript-save'
import { type DraftTransport, failureOf, type SaveOutcome } from '@/lib/drafting/draft-transport'
import type { DeskEditor } from '@/server/bench/site/desk-editor'
import type { SeededRandom } from '@/server/chaos/seeded-random'

/** How a request may fail, and in how many of a hundred requests. */
const FAULTS = [
  { fault: 'lost', percent: 8 },
  { fault: 'answer lost', percent: 10 },
  { fault: 'failed', percent: 6 },
  { fault: 'saved but failed', percent: 6 },
  { fault: 'delayed', percent: 12 },
  { fault: 'duplicated later', percent: 8 },
] as const

const problem = z.object({ field: z.string(), message: z.string() })
const refusal = z.object({ problems: z.array(problem).default([]) })

type Fault = (typeof FAULTS)[number]['fault'] | null

const MAX_DELAY_MS = 3000
const MAX_SPELL_MS = 4000
const MAX_LATE_MS = 6000

/** The network between one browser and the desk of the running site, with faults. */
export class FaultyNetwork {
  readonly #random: SeededRandom
  #offlineUntil = 0
  /** Without faults when true. */
  isGood = false

  constructor(random: SeededRandom) {
    this.#random = random
  }

  /** From now on every request fails, for 0.5 to 4 seconds. */
  goOffline(): void {
    this.#offlineUntil = Date.now() + this.#random.between(500, MAX_SPELL_MS)
  }

  transport(editor: DeskEditor, articleId: number): DraftTransport {
    const path = `/articles/${articleId}`
    return {
      save: (save, { signal }) => this.#through(() => sendDraft(editor, 'PUT', `${path}/manuscript`, { save, signal })),
      open: ({ signal }) => this.#through(() => sendDraft(editor, 'GET', path, { signal })),
    }
  }

  /** Whether a request that is not for a draft succeeds; random in part. */
  get isOpen(): boolean {
    return this.isGood || (Date.now() >= this.#offlineUntil && !this.#random.happens(0.2))
  }

  async #through(request: () => Promise<SaveOutcome>): Promise<SaveOutcome> {
    if (this.isGood) return request()
    if (Date.now() < this.#offlineUntil) return { kind: 'unreachable' }
    const fault = this.#fault()
    if (fault === 'lost') return { kind: 'unreachable' }
    if (fault === 'failed') return { kind: 'failed' }
    if (fault === 'delayed') await pause(this.#random.between(200, MAX_DELAY_MS))
    // A copy of the request arrives after later requests.
    if (fault === 'duplicated later') void pause(this.#random.between(300, MAX_LATE_MS)).then(request)
    const outcome = await request()
    if (fault === 'answer lost') return { kind: 'unreachable' }
    if (fault === 'saved but failed') return { kind: 'failed' }
    if (fault === 'delayed') await pause(this.#random.between(0, MAX_DELAY_MS))
    return outcome
  }

  #fault(): Fault {
    let left = this.#random.next() * 100
    for (const { fault, percent } of FAULTS) {
      if (left < percent) return fault
      left -= percent
    }
    return null
  }
}

async function sendDraft(
  editor: DeskEditor,
  method: 'GET' | 'PUT',
  path: string,
  { save, signal }: { save?: ManuscriptSave; signal: AbortSignal },
): Promise<SaveOutcome> {
  try {
    const response = await editor.send(method, path, { body: save, signal })
    const body: unknown = await response.json()
    if (!response.ok) return failureOf(response.status, refusal.parse(body).problems)
    const { answer } = method === 'PUT' ? saveManuscript : openArticle
    return { kind: 'saved', answer: answer.parse(body) }
  } catch {
    return failureOf(0, [])
  }
}
