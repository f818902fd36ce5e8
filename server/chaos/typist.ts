import type { Manuscript } from '@/lib/article/manuscript'
import type { Chance } from '@/server/chaos/chance'

/** Everything that was typed in a run: words that nobody else ever types. */
export class TypedWords {
  readonly #words: { word: string; articleId: number }[] = []
  readonly #run = Date.now().toString(36)

  next(articleId: number): string {
    const word = `word${this.#run}x${this.#words.length}x`
    this.#words.push({ word, articleId })
    return word
  }

  get count(): number {
    return this.#words.length
  }

  /** Those that are not in what `textOf` answers for their story. */
  missing(textOf: (articleId: number) => string): string[] {
    return this.#words.filter(({ word, articleId }) => !textOf(articleId).includes(word)).map(({ word }) => word)
  }
}

const FIELDS = ['headline', 'kicker', 'standfirst', 'dateline'] as const

/** The manuscript with one word more: in a field, in a paragraph, or in one of its own. */
export function withWord(manuscript: Manuscript, word: string, chance: Chance): Partial<Manuscript> {
  const { body } = manuscript
  if (chance.happens(0.1)) {
    const field = chance.oneOf(FIELDS)
    return { [field]: `${manuscript[field]} ${word}`.trim() }
  }
  const place = chance.between(0, body.length)
  const element = body[place]
  if (element?.type === 'paragraph' && chance.happens(0.8)) {
    return { body: body.with(place, { ...element, text: [...element.text, { text: ` ${word}` }] }) }
  }
  const id = `e${Array.from({ length: 10 }, () => chance.between(0, 35).toString(36)).join('')}`
  return { body: body.toSpliced(place, 0, { type: 'paragraph', id, text: [{ text: word }] }) }
}

/** The manuscript with one element somewhere else. */
export function withMove({ body }: Manuscript, chance: Chance): Partial<Manuscript> {
  if (body.length < 2) return {}
  const moved = chance.oneOf(body)
  const others = body.filter((element) => element !== moved)
  return { body: others.toSpliced(chance.between(0, others.length), 0, moved) }
}
