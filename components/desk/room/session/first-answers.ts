import type { DeskResponse } from '@/components/desk/desk-request'
import type { DeskAnswer } from '@/lib/desk/endpoints'

type FirstAddress =
  `GET /api/desk/articles/[id]/${'checklist' | 'corrections' | 'linking' | 'notes' | 'people' | 'plan' | 'timeline'}`

/** The answers of addresses that the parts of a room ask when it opens; absent where the editor may not ask. */
export type AnswersOfOpening = { [Address in FirstAddress]?: DeskAnswer<Address> }

/** Answers that come with the page of a room, so that opening it takes one request for them and not one for each. */
export class FirstAnswers {
  readonly #answers: AnswersOfOpening
  readonly #taken = new Set<FirstAddress>()
  #isOver = false

  constructor(answers: AnswersOfOpening) {
    this.#answers = answers
  }

  /** The answer that came with the page, once; null afterwards, and when none came: then the server is asked. */
  take<Address extends FirstAddress>(address: Address): Promise<DeskResponse<DeskAnswer<Address>>> | null {
    const answer: DeskAnswer<Address> | undefined = this.#answers[address]
    if (answer === undefined || this.#isOver || this.#taken.has(address)) return null
    this.#taken.add(address)
    return Promise.resolve({ ok: true, answer })
  }

  /** Forgets what nobody took while the room opened: it gets old. */
  drop(): void {
    this.#isOver = true
  }
}
