import { setTimeout as pause } from 'node:timers/promises'
import type { ManuscriptSave } from '@/lib/desk/manuscript-save'
import type { SavedManuscript } from '@/lib/desk/saved-manuscript'
import { type DraftTransport, type Outcome, refusalOf } from '@/lib/drafting/draft-transport'
import type { DeskEditor } from '@/server/bench/desk-editor'
import type { Chance } from '@/server/chaos/chance'

/** How a request may go wrong, and how often in a hundred. */
const FAULTS = [
  { fault: 'lost', percent: 8 },
  { fault: 'answer lost', percent: 10 },
  { fault: 'failed', percent: 6 },
  { fault: 'failed after all', percent: 6 },
  { fault: 'delayed', percent: 12 },
  { fault: 'comes again later', percent: 8 },
] as const

type Fault = (typeof FAULTS)[number]['fault'] | null

const LONGEST_DELAY_MS = 3000
const LONGEST_SPELL_MS = 4000
const MOST_LATE_MS = 6000

/** The way from one browser to the desk of the running site, with everything that may be in the way. */
export class FaultyNetwork {
  readonly #chance: Chance
  #offlineUntil = 0
  /** From here on nothing goes wrong any more. */
  isGood = false

  constructor(chance: Chance) {
    this.#chance = chance
  }

  /** Nothing gets through for a while. */
  goOffline(): void {
    this.#offlineUntil = Date.now() + this.#chance.between(500, LONGEST_SPELL_MS)
  }

  transport(editor: DeskEditor, articleId: number): DraftTransport {
    const path = `/articles/${articleId}`
    return {
      save: (save, { signal }) => this.#through(() => asked(editor, 'PUT', `${path}/manuscript`, { save, signal })),
      open: ({ signal }) => this.#through(() => asked(editor, 'GET', path, { signal })),
    }
  }

  /** Whether a request of another kind gets through. */
  get isOpen(): boolean {
    return this.isGood || (Date.now() >= this.#offlineUntil && !this.#chance.happens(0.2))
  }

  async #through(request: () => Promise<Outcome>): Promise<Outcome> {
    if (this.isGood) return request()
    if (Date.now() < this.#offlineUntil) return { kind: 'unreachable' }
    const fault = this.#fault()
    if (fault === 'lost') return { kind: 'unreachable' }
    if (fault === 'failed') return { kind: 'failed' }
    if (fault === 'delayed') await pause(this.#chance.between(200, LONGEST_DELAY_MS))
    // A twin of the request that took the long way arrives when others have gone through.
    if (fault === 'comes again later') void pause(this.#chance.between(300, MOST_LATE_MS)).then(request)
    const outcome = await request()
    if (fault === 'answer lost') return { kind: 'unreachable' }
    if (fault === 'failed after all') return { kind: 'failed' }
    if (fault === 'delayed') await pause(this.#chance.between(0, LONGEST_DELAY_MS))
    return outcome
  }

  #fault(): Fault {
    let left = this.#chance.next() * 100
    for (const { fault, percent } of FAULTS) {
      if (left < percent) return fault
      left -= percent
    }
    return null
  }
}

async function asked(
  editor: DeskEditor,
  method: 'GET' | 'PUT',
  path: string,
  { save, signal }: { save?: ManuscriptSave; signal: AbortSignal },
): Promise<Outcome> {
  try {
    const answer = await editor.send(method, path, { body: save, signal })
    const told = (await answer.json()) as SavedManuscript & { problems?: { field: string; message: string }[] }
    return answer.ok ? { kind: 'saved', answer: told } : refusalOf(answer.status, told.problems ?? [])
  } catch {
    return refusalOf(0, [])
  }
}
