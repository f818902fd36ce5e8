import { wordsIn } from '@/lib/search/words'

/** One thing that a story must have, or must not have. */
export interface Term {
  /** Its words as they are indexed, in order; more than one is a phrase. */
  words: readonly string[]
  /** Other ways to write a single word. */
  others: readonly string[]
  /** Whether it was written in quotation marks, and is looked for exactly so. */
  isQuoted: boolean
  /** Whether it ends with an asterisk, and is the beginning of a word. */
  isBeginning: boolean
  /** Where it stands in the query, without its signs. */
  from: number
  to: number
}

export interface SearchQuery {
  wanted: readonly Term[]
  /** With a minus before them. Never without something wanted. */
  unwanted: readonly Term[]
}

/** More terms would not make the result better, and each costs. */
const MAX_TERMS = 24

/** The longest query that is read, in code units. */
const MAX_CHARACTERS = 400

/** A piece of a query: an optional minus, then a phrase in quotation marks of any kind, or what stands up to a space. */
const PIECE =
  /([-−–](?=\S))?(?:["“”„«»‟＂「『]([^"“”„«»‟＂」』]*)["“”„«»‟＂」』](?![\p{L}\p{N}])|(\S+?)(?=\s|$|(?<![\p{L}\p{N}])["“„«＂「『]))/gu

/**
 * What a typed query asks for; null when it has no word. Any text is a query:
 * - every word must occur: harbour storm
 * - a phrase in quotation marks, of any language, must occur word for word: "harbour storm"
 * - a word or phrase with a minus before it must not occur: harbour -storm
 * - an asterisk at the end makes a word a beginning: harb*
 */
export function parseSearchQuery(typed: string): SearchQuery | null {
  const wanted: Term[] = []
  const unwanted: Term[] = []
  for (const match of typed.slice(0, MAX_CHARACTERS).matchAll(PIECE)) {
    const [piece, minus, phrase, word] = match
    const isBehindSpace = match.index === 0 || /[\s("“]/u.test(typed.charAt(match.index - 1))
    const isUnwanted = minus !== undefined && isBehindSpace
    const content = phrase ?? word ?? ''
    const from = match.index + piece.indexOf(content, minus?.length ?? 0)
    const terms = phrase === undefined ? termsOf(content, from) : quoted(content, from)
    ;(isUnwanted ? unwanted : wanted).push(...terms)
  }
  // Nothing but exclusions asks for everything else: the words were meant.
  if (!wanted.length) return unwanted.length ? { wanted: unwanted.slice(0, MAX_TERMS), unwanted: [] } : null
  return { wanted: wanted.slice(0, MAX_TERMS), unwanted: unwanted.slice(0, MAX_TERMS) }
}

function quoted(content: string, from: number): Term[] {
  const words = wordsIn(content)
  if (!words.length) return []
  const [only, ...more] = words
  return [
    {
      words: words.map(({ word }) => word),
      others: only && !more.length ? only.others : [],
      isQuoted: true,
      isBeginning: false,
      from,
      to: from + content.length,
    },
  ]
}

/**
 * What stands without a space is one term when nothing but a hyphen, an apostrophe or nothing at all is between its words
 * (well-known, l’école, 港口), and otherwise several.
 */
function termsOf(content: string, from: number): Term[] {
  const words = wordsIn(content)
  const terms: Term[] = []
  for (const [place, { word, others, from: start, to }] of words.entries()) {
    const before = words[place - 1]
    const last = terms.at(-1)
    const between = before && content.slice(before.to, start)
    const isBeginning = content.charAt(to) === '*'
    if (last && before && between !== undefined && /^(?:|[-‐‑'’ʼ./:@_&+·・])$/u.test(between)) {
      const joined = others.length || before.others.length ? before.others : []
      const isFirstPair = last.words.length === 1
      terms[terms.length - 1] = {
        ...last,
        words: [...last.words, word],
        others: isFirstPair ? joined.filter((other) => other === before.word + word) : [],
        isBeginning,
        to: from + to,
      }
    } else terms.push({ words: [word], others, isQuoted: false, isBeginning, from: from + start, to: from + to })
  }
  return terms
}
