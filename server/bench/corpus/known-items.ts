import { asc, eq, max } from 'drizzle-orm'
import type { Reader } from '@/db/store/open'
import { articles, revisions } from '@/db/store/schema'
import { bodyWords } from '@/lib/article/body-words'
import { jointOf } from '@/server/bench/corpus/headline-halves'
import { personOf } from '@/server/bench/corpus/names'
import { SeededRandom } from '@/server/chaos/seeded-random'

export const KNOWN_BY = ['headline words', 'name with a typo', 'phrase', 'beginning of a word'] as const

/** What somebody types who looks for one story, and the id of that story. */
export interface KnownItem {
  by: (typeof KNOWN_BY)[number]
  query: string
  id: number
}

const STOP_WORDS = new Set(
  'a an and as at by for from in into is it its of on or over said says than that the to was were will with'.split(' '),
)
const TRIED = 20
const MIN_TYPED = 4
const WORDS_TYPED = 5
const WORDS_IN_PHRASE = 5
const MIN_LAST_LENGTH = 6
/** How much of the last word is typed. */
const TYPED_OF_LAST = 0.6

/**
 * `count` things of each kind to look for in an archive, spread over all its years: the words of a headline without the
 * small ones, a person of one story with a letter of the surname wrong, a part of a headline as a phrase, and a headline of
 * which the last word is not typed to its end. The phrase goes over the joint of two halves: many stories have each half.
 */
export async function knownItems(db: Reader, { count, seed }: { count: number; seed: number }): Promise<KnownItem[]> {
  const random = new SeededRandom(seed)
  const [first] = await db
    .select({ id: revisions.articleId })
    .from(revisions)
    .where(eq(revisions.reason, 'imported'))
    .orderBy(asc(revisions.articleId))
    .limit(1)
  const [last] = await db.select({ id: max(articles.id) }).from(articles)
  if (!first || !last?.id) throw new Error('the store holds no archive')
  const step = (last.id - first.id + 1) / count
  const items: KnownItem[] = []
  for (let place = 0; place < count; place++) {
    for (const by of KNOWN_BY) {
      for (let attempt = 0; attempt < TRIED; attempt++) {
        const id = first.id + Math.floor((place + random.next()) * step)
        const query = await queryFor(db, { id, number: id - first.id + 1, by, random })
        if (query === null) continue
        items.push({ by, query, id })
        break
      }
    }
  }
  return items
}

/** null for a story that readers do not get, or that has nothing of the kind. */
async function queryFor(
  db: Reader,
  { id, number, by, random }: { id: number; number: number; by: KnownItem['by']; random: SeededRandom },
): Promise<string | null> {
  const [story] = await db
    .select({ headline: articles.headline, state: articles.state, language: articles.language, body: articles.body })
    .from(articles)
    .where(eq(articles.id, id))
  if (story?.state !== 'published' || story.language !== 'en') return null
  switch (by) {
    case 'headline words':
      return typedWords(story.headline)?.join(' ') ?? null
    case 'beginning of a word': {
      const words = typedWords(story.headline)
      const last = words?.at(-1) ?? ''
      if (last.length < MIN_LAST_LENGTH) return null
      return [...(words ?? []).slice(0, -1), last.slice(0, Math.ceil(last.length * TYPED_OF_LAST))].join(' ')
    }
    case 'phrase': {
      const words = story.headline.replaceAll('"', '').split(' ')
      const joint = jointOf(words)
      if (joint === null || words.length < WORDS_IN_PHRASE) return null
      const from = Math.min(Math.max(0, joint - Math.floor(WORDS_IN_PHRASE / 2)), words.length - WORDS_IN_PHRASE)
      return `"${words.slice(from, from + WORDS_IN_PHRASE).join(' ')}"`
    }
    case 'name with a typo': {
      const [firstName, surname = ''] = personOf(number).split(' ')
      if (!bodyWords(story.body).includes(surname)) return null
      return `${firstName} ${withTypo(surname, random)}`
    }
  }
}

/** The first two and the last words of a headline that say something; null when there are fewer than four. */
function typedWords(headline: string): string[] | null {
  const words = (headline.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu) ?? []).filter(
    (word) => !STOP_WORDS.has(word.toLowerCase()) && word.length > 1,
  )
  if (words.length < MIN_TYPED) return null
  return words.length <= WORDS_TYPED ? words : [...words.slice(0, 2), ...words.slice(2 - WORDS_TYPED)]
}

/** The word with one letter left out, doubled, changed, or exchanged with the next; never the first. */
function withTypo(word: string, random: SeededRandom): string {
  const at = random.between(1, word.length - 2)
  const [before, letter = '', next = '', after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)]
  if (letter === next) return before + letter + after
  return (
    before +
    random.pick([next, letter + letter + next, `e${next}` === letter + next ? `o${next}` : `e${next}`, next + letter]) +
    after
  )
}
