import { useState } from 'react'

/**
 * Keeps a page from going back in time. Answers of the desk may arrive in another order than their requests were sent,
 * and a reading may be answered before a change that was sent after it. One of these belongs to each thing that a page
 * shows and reads again: its comments, a front, the record of a picture.
 *
 * - Of several readings only the one that was asked for last is shown.
 * - A reading that ran beside a change may hold what stood before it: it is asked again once the change is done.
 * - Changes are sent one after another, so that each answer holds what the earlier ones did.
 */
export class AnswersInOrder {
  /** The reading that was asked for last. */
  #asked = 0
  #reading = 0
  /** How many changes were asked for. */
  #changes = 0
  /** Fulfilled once every change that was asked for is answered. */
  #idle: Promise<unknown> = Promise.resolve()

  /**
   * Begins a reading that must be sent at once. The returned function says whether its answer is still the newest: no
   * later reading and no change was asked for since.
   */
  begin(): () => boolean {
    this.#asked += 1
    const asked = this.#asked
    const changes = this.#changes
    return () => asked === this.#asked && changes === this.#changes
  }

  /** The answer of a reading, made after every change; null when a later reading was asked for, or it was dropped. */
  async read<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
    this.#asked += 1
    const asked = this.#asked
    this.#reading += 1
    try {
      for (;;) {
        const changes = await this.#settled()
        if (asked !== this.#asked) return null
        const answer = await ask()
        if (asked !== this.#asked) return null
        if (changes === this.#changes) return answer
      }
    } finally {
      this.#reading -= 1
    }
  }

  /** A reading that is repeated from time to time; null without asking while another reading is on its way. */
  async poll<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
    return this.#reading ? null : this.read(ask)
  }

  /** The answer of a change. It is sent once the changes that were asked for before it are answered. */
  change<Answer>(send: () => Promise<Answer>): Promise<Answer> {
    this.#changes += 1
    const answer = this.#idle.then(send)
    this.#idle = answer.catch(() => {})
    return answer
  }

  /** The answer of a change; null when a later change was asked for since, whose answer holds this one too. */
  async newestChange<Answer>(send: () => Promise<Answer>): Promise<Answer | null> {
    const answer = this.change(send)
    const asked = this.#changes
    const done = await answer
    return asked === this.#changes ? done : null
  }

  /** Nothing of the readings that are on their way is shown: the thing that they are about is gone from the page. */
  drop(): void {
    this.#asked += 1
  }

  /** How many changes were asked for, once all of them are answered. */
  async #settled(): Promise<number> {
    let changes: number
    do {
      changes = this.#changes
      await this.#idle
    } while (changes !== this.#changes)
    return changes
  }
}

/** The order of the answers that one component shows, for as long as it stands. */
export function useAnswersInOrder(): AnswersInOrder {
  const [answers] = useState(() => new AnswersInOrder())
  return answers
}
