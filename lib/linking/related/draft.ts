import { type StoryTerms, type StoryText, storyTerms, termsIn } from '@/lib/linking/related/story-terms'

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
const SENTENCE_ENDS = /(?<=[.!?؟])\s+|(?<=[。！？।])|\n+/u

/** The draft that `story` is. */
export function draftOf(story: StoryText): Draft {
  const terms = storyTerms(story)
  const setOf = (text: string) => new Set(termsIn(text, story.language).map(({ term }) => term))
  let below = 0
  for (const { standfirst, body } of terms.words.values()) below += standfirst + body
  return {
    terms,
    sentences: [
      setOf(`${story.headline}\n${story.standfirst}`),
      ...story.body
        .split(SENTENCE_ENDS)
        .filter((sentence) => sentence.trim())
        .map(setOf),
    ],
    headline: story.headline,
    isShort: below < SHORT_WORDS,
  }
}
