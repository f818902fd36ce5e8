import { type Word, wordsIn } from '@/lib/search/words'

/** What stands for one term of a query in a text. */
export interface SoughtTerm {
  /** Words of the index of which each alone stands for the term. */
  forms: readonly string[]
  /** Words that stand for it one behind the other; empty for a term of one word. */
  run: readonly string[]
  /** Whether the last word of the run may go on. */
  isOpen: boolean
}

/** A place in a text at which a term stands, in code units. */
export interface FoundPlace {
  from: number
  to: number
  /** The place of the term among those that are sought. */
  term: number
}

/** Finds terms in texts. Made once for a search, because a term may stand for hundreds of words. */
export class SoughtWords {
  readonly terms: readonly SoughtTerm[]
  readonly #termOf = new Map<string, number>()

  constructor(terms: readonly SoughtTerm[]) {
    this.terms = terms
    for (const [place, { forms }] of terms.entries())
      for (const form of forms) if (!this.#termOf.has(form)) this.#termOf.set(form, place)
  }

  /** Where terms stand among `words` of a text (lib/search/words.ts), in order; a place is whole words. */
  placesAmong(words: readonly Word[]): FoundPlace[] {
    const places: FoundPlace[] = []
    for (const [at, word] of words.entries()) {
      const alone = this.#alone(word, words[at + 1])
      if (alone) places.push(alone)
      for (const [term, { run, isOpen }] of this.terms.entries()) {
        if (run.length < 2 || !runsFrom(words, at, run, isOpen)) continue
        places.push({ from: word.from, to: words[at + run.length - 1]?.to ?? word.to, term })
      }
    }
    return places
  }

  /** Where terms stand in `text`. */
  placesIn(text: string): FoundPlace[] {
    return this.placesAmong(wordsIn(text))
  }

  #alone(word: Word, next: Word | undefined): FoundPlace | null {
    const term = this.#termOf.get(word.word)
    if (term !== undefined) return { from: word.from, to: word.to, term }
    for (const other of word.others) {
      const found = this.#termOf.get(other)
      // e-mail stands in the index as “email” too: both of its parts are found.
      if (found !== undefined)
        return { from: word.from, to: next && other === word.word + next.word ? next.to : word.to, term: found }
    }
    return null
  }
}

function runsFrom(words: readonly Word[], at: number, run: readonly string[], isOpen: boolean): boolean {
  return run.every((wanted, step) => {
    const word = words[at + step]?.word
    return word === wanted || (isOpen && step === run.length - 1 && word?.startsWith(wanted) === true)
  })
}
