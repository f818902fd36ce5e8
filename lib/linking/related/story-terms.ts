import { stemOf } from '@/lib/search/stems'
import { type Word, wordsIn } from '@/lib/search/words'

/** The text of a story, as far as it says what the story is about. */
export interface StoryText {
  headline: string
  standfirst: string
  /** The words of the body, one element per line. */
  body: string
  /** BCP 47. */
  language: string
}

/** How often a term stands in each part of a story. */
export interface TermCounts {
  headline: number
  standfirst: number
  body: number
  /** In all parts, with a capital letter. */
  capitals: number
}

/** What a story is about, as counts of terms. */
export interface StoryTerms {
  /** The stems of its words; of scripts without spaces, two letters that stand side by side. */
  words: Map<string, TermCounts>
  /** Two words with capital letters side by side, as in a name: their terms with a space between them. */
  pairs: Map<string, number>
}

/** A word of a text as a term, and where it stands. */
export interface PlacedTerm {
  term: string
  from: number
  to: number
  isCapital: boolean
}

/** A letter of a script that is written without spaces; such letters are words of their own (lib/search/words.ts). */
const UNSPACED =
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]\p{M}*$/u

/** The terms of `text` in their order. */
export function termsIn(text: string, language: string): PlacedTerm[] {
  return placedTerms(text, wordsIn(text), language)
}

const PARTS = ['headline', 'standfirst', 'body'] as const
type Part = (typeof PARTS)[number]

/** The terms of each part of a story in their order. */
export type PlacedStory = Readonly<Record<Part, readonly PlacedTerm[]>>

/** The terms of a story. */
export function storyTerms(story: StoryText): StoryTerms {
  return countedTerms(story, placedStory(story))
}

/** The terms of a story in their order. */
export function placedStory({ headline, standfirst, body, language }: StoryText): PlacedStory {
  return {
    headline: termsIn(headline, language),
    standfirst: termsIn(standfirst, language),
    body: termsIn(body, language),
  }
}

/** The terms of a story whose words are cut already. */
export function termsOfWords(story: StoryText, words: Readonly<Record<Part, readonly Word[]>>): StoryTerms {
  const placed = (part: Part) => placedTerms(story[part], words[part], story.language)
  return countedTerms(story, {
    headline: placed('headline'),
    standfirst: placed('standfirst'),
    body: placed('body'),
  })
}

/** How often each of the `placed` terms of `story` stands in it. */
export function countedTerms(story: StoryText, placed: PlacedStory): StoryTerms {
  const terms: StoryTerms = { words: new Map(), pairs: new Map() }
  for (const part of PARTS) {
    const text = story[part]
    let before: PlacedTerm | null = null
    for (const one of placed[part]) {
      const counts = countsOf(terms.words, one.term)
      counts[part] += 1
      if (one.isCapital) {
        counts.capitals += 1
        if (before && one.from - before.to === 1 && text.charAt(before.to) === ' ') {
          const pair = `${before.term} ${one.term}`
          terms.pairs.set(pair, (terms.pairs.get(pair) ?? 0) + 1)
        }
      }
      before = one.isCapital ? one : null
    }
  }
  return terms
}

function countsOf(words: Map<string, TermCounts>, term: string): TermCounts {
  const known = words.get(term)
  if (known) return known
  const counts = { headline: 0, standfirst: 0, body: 0, capitals: 0 }
  words.set(term, counts)
  return counts
}

function placedTerms(text: string, words: readonly Word[], language: string): PlacedTerm[] {
  const placed: PlacedTerm[] = []
  for (const [at, { word, from, to }] of words.entries()) {
    if (word.charCodeAt(0) > 0x7f && UNSPACED.test(word)) {
      const next = words[at + 1]
      const isFollowed = next !== undefined && next.from === to && UNSPACED.test(next.word)
      // A letter that ended a pair already is no term of its own.
      if (isFollowed) placed.push({ term: word + next.word, from, to: next.to, isCapital: false })
      else if (words[at - 1]?.to !== from) placed.push({ term: word, from, to, isCapital: false })
      continue
    }
    const first = text.charAt(from)
    placed.push({ term: stemOf(word, language), from, to, isCapital: first !== first.toLowerCase() })
  }
  return placed
}
