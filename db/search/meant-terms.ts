import { storiesWith } from '@/db/search/frequency'
import { continuationsOf, formsOf } from '@/db/search/vocabulary'
import type { Reader } from '@/db/store/open'
import { phrase } from '@/lib/search/match-syntax'
import type { SearchQuery, Term } from '@/lib/search/query'
import { HAS_UNSPACED } from '@/lib/search/words'

/**
 * Whether the last word of a query is meant as it stands (a form that was sent) or may go on (somebody is typing).
 */
export type LastWord = 'whole' | 'begun'

/** A term and every word of the index by which it is met. */
export interface MeantTerm extends Term {
  /** Conditions of the index of which one must hold, the term as it was typed first. */
  conditions: readonly string[]
  /** The words that stand for a term of one word; empty for a phrase. */
  forms: readonly string[]
}

export interface MeantQuery {
  wanted: readonly MeantTerm[]
  unwanted: readonly MeantTerm[]
}

/** From this length on, words that go on with an ending that makes another kind of word are meant too. */
const LEAST_FOR_DERIVED = 5

/** government of govern, Parisian of Paris, editorial of editor; English, but harmless in other languages. */
const DERIVED =
  /^(?:s|es|er|ers|or|ors|ment|ments|al|als|ally|ial|ian|ians|ist|ists|ism|ship|ships|ness|ly|ful|able|ance|ation|ations|ional|ic|ical|hood|wide|less|like)$/

/** A word that is rarer than what goes on from it by this factor is more likely a beginning, or a typing error. */
const RARER = 20
const COUNTED = 100
const SURELY_A_WORD = 5

/** The letters of a part of a word that tell nothing yet. */
const HARDLY_BEGUN = 2

/** What the terms of a query mean in this store. */
export async function meantQuery(db: Reader, query: SearchQuery, lastWord: LastWord): Promise<MeantQuery> {
  const wanted: MeantTerm[] = []
  const last = query.wanted.at(-1)
  for (const term of query.wanted) wanted.push(await meantTerm(db, term, term === last ? lastWord : null))
  const unwanted: MeantTerm[] = []
  for (const term of query.unwanted) unwanted.push(await meantTerm(db, term, null))
  return { wanted, unwanted }
}

/** `last` is null for a term behind which others stand. */
async function meantTerm(db: Reader, term: Term, last: LastWord | null): Promise<MeantTerm> {
  const [word] = term.words
  if (word === undefined) throw new Error('a term without words')
  if (term.words.length > 1) return meantPhrase(term, last)
  if (term.isQuoted) return withForms(term, [word, ...term.others])
  const whole = [...new Set([...(await formsOf(db, [word])), ...term.others])]
  if (term.isBeginning || last === 'begun') return withForms(term, [...whole, ...(await continuationsOf(db, word))])
  if (last === null) return withForms(term, whole)
  const longer = await continuationsOf(db, word)
  return withForms(
    term,
    (await isWord(db, { whole, longer })) ? [...whole, ...derived(word, longer)] : [...whole, ...longer],
  )
}

/**
 * The last part of what is written without spaces may be a beginning too: 港口 of 港口城市 is one anyway. Of a part that has
 * hardly begun only what stands before it is looked for: a few letters are the beginning of too many words.
 */
function meantPhrase(term: Term, last: LastWord | null): MeantTerm {
  const part = term.words.at(-1) ?? ''
  const isLong = part.length > HARDLY_BEGUN
  const isBeginning = term.isBeginning || (last === 'begun' && !term.isQuoted && !HAS_UNSPACED.test(part))
  const isOpen = isLong && (isBeginning || (last === 'whole' && !term.isQuoted && /^[a-z]/.test(part)))
  const words = isBeginning && !isLong ? term.words.slice(0, -1) : term.words
  const written = phrase(words) + (isOpen ? '*' : '')
  return { ...term, forms: [], conditions: [written, ...term.others.map((other) => phrase([other]))] }
}

function withForms(term: Term, words: readonly string[]): MeantTerm {
  const forms = [...new Set(words)]
  return { ...term, forms, conditions: forms.map((form) => phrase([form])) }
}

/** Whether stories use `word` as a word of its own, so that it is not the beginning of a longer one. */
async function isWord(
  db: Reader,
  { whole, longer }: { whole: readonly string[]; longer: readonly string[] },
): Promise<boolean> {
  const stories = await storiesWith(db, whole, COUNTED)
  if (stories === 0) return false
  if (stories >= SURELY_A_WORD) return true
  const others = longer.filter((other) => !whole.includes(other))
  return (await storiesWith(db, others, COUNTED)) < RARER * stories
}

function derived(word: string, longer: readonly string[]): string[] {
  if (word.length < LEAST_FOR_DERIVED) return []
  return longer.filter((other) => other.startsWith(word) && DERIVED.test(other.slice(word.length)))
}
