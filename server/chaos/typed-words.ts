import type { Manuscript } from '@/lib/article/manuscript'
import type { SeededRandom } from '@/server/chaos/seeded-random'

/** Every word that was typed in a run; each word is typed once. */
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

  /** The words that are not in `textOf` their story. */
  missing(textOf: (articleId: number) => string): string[] {
    return this.#words.filter(({ word, articleId }) => !textOf(articleId).includes(word)).map(({ word }) => word)
  }
}

const FIELDS = ['headline', 'kicker', 'standfirst', 'dateline'] as const

/** The manuscript with one more word: in a field, in a paragraph, or in a new paragraph. */
export function withWord(manuscript: Manuscript, word: string, random: SeededRandom): Partial<Manuscript> {
  const { body } = manuscript
  if (random.happens(0.1)) {
    const field = random.pick(FIELDS)
    return { [field]: `${manuscript[field]} ${word}`.trim() }
  }
  const place = random.between(0, body.length)
  const element = body[place]
  if (element?.type === 'paragraph' && random.happens(0.8)) {
    return { body: body.with(place, { ...element, text: [...element.text, { text: ` ${word}` }] }) }
  }
  const id = `e${Array.from({ length: 10 }, () => random.between(0, 35).toString(36)).join('')}`
  return { body: body.toSpliced(place, 0, { type: 'paragraph', id, text: [{ text: word }] }) }
}

/** The manuscript with one element somewhere else. */
export function withMove({ body }: Manuscript, random: SeededRandom): Partial<Manuscript> {
  if (body.length < 2) return {}
  const moved = random.pick(body)
  const others = body.filter((element) => element !== moved)
  return { body: others.toSpliced(random.between(0, others.length), 0, moved) }
}
