import { diffWords } from 'diff'

/** A run of words that both versions have, or one of them alone. */
export interface WordRun {
  kind: 'same' | 'added' | 'removed'
  words: string
}

/**
 * What turned the words `before` into `after`, in reading order: a removed run stands before what replaced it. Words are
 * told apart as `language` (BCP 47) does it, so that scripts without spaces have words too.
 */
export function wordDifference(before: string, after: string, language: string): WordRun[] {
  const intlSegmenter = new Intl.Segmenter(language, { granularity: 'word' })
  return diffWords(before, after, { intlSegmenter }).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    words: value,
  }))
}
