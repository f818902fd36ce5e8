import {
  countedTerms,
  type PlacedTerm,
  placedStory,
  type StoryTerms,
  type StoryText,
} from '@/lib/linking/related/story-terms'

/** The story for which others are looked for. */
export interface Draft {
  terms: StoryTerms
  /** The words of each sentence; the first holds those of headline and standfirst. */
  sentences: readonly ReadonlySet<string>[]
  headline: string
  /** Whether there is hardly more than a headline, of which the letters say more than the words. */
  isShort: boolean
}

/** With fewer words than this below its headline, a story is compared by its headline. */
const SHORT_WORDS = 20

/** A sentence ends with its mark and a space; in scripts of East Asia and India with the mark. */
const SENTENCE_ENDS = /(?<=[.!?؟])\s+|(?<=[。！？।])|\n+/gu

/** The draft that `story` is. */
export function draftOf(story: StoryText): Draft {
  const placed = placedStory(story)
  const terms = countedTerms(story, placed)
  let below = 0
  for (const { standfirst, body } of terms.words.values()) below += standfirst + body
  const opening = new Set([...placed.headline, ...placed.standfirst].map(({ term }) => term))
  return {
    terms,
    sentences: [opening, ...sentencesOf(story.body, placed.body)],
    headline: story.headline,
    isShort: below < SHORT_WORDS,
  }
}

/** The terms of each sentence of `text`; sentences without a word are left out. */
function sentencesOf(text: string, placed: readonly PlacedTerm[]): Set<string>[] {
  const ends = [...text.matchAll(SENTENCE_ENDS)].map(({ index }) => index)
  const sentences: Set<string>[] = []
  let next = 0
  let sentence: Set<string> | null = null
  for (const { term, from } of placed) {
    for (; next < ends.length && (ends[next] ?? 0) <= from; next += 1) sentence = null
    if (!sentence) {
      sentence = new Set()
      sentences.push(sentence)
    }
    sentence.add(term)
  }
  return sentences
}
