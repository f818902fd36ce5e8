import type { DeskResponse } from '@/components/desk/desk-request'
import type { DeskAnswer } from '@/lib/desk/endpoints'

type FirstAddress =
  `GET /api/desk/articles/[id]/${'checklist' | 'corrections' | 'linking' | 'notes' | 'people' | 'plan'}`

/** The answers of addresses that the parts of a room ask when it opens; absent where the editor may not ask. */
export type AnswersOfOpening = { [Address in FirstAddress]?: DeskAnswer<Address> }

/** Answers that come with the page of a room, so that opening it takes one request for them and not one for each. */
export class FirstAnswers {
  #answers: AnswersOfOpening

  constructor(answers: AnswersOfOpening) {
    this.#answers = answers
  }

  /** The answer that came with the page, once; null afterwards, and when none came: then the server is asked. */
  take<Address extends FirstAddress>(address: Address): Promise<DeskResponse<DeskAnswer<Address>>> | null {
    const { [address]: answer, ...others } = this.#answers
    if (answer === undefined) return null
    this.#answers = others as AnswersOfOpening
    return Promise.resolve({ ok: true, answer })
  }

  /** Forgets what nobody took while the room opened: it gets old. */
  drop(): void {
    this.#answers = {}
  }
}
