import { diffArrays } from 'diff'
import { usableLanguage } from '@/lib/paper/language'

/** A run of words that is in both versions or in only one of them. */
export interface WordRun {
  kind: 'same' | 'added' | 'removed'
  words: string
}

/** In characters. A segmenter takes memory with the square of a text; longer ones are shown as two texts. */
const LONGEST_COMPARED = 20_000

/** Texts that differ in more words have little in common; to find out how little would take the square of it. */
const MOST_EDITS = 2000

/** With a smaller share of common letters the versions are shown as two texts, because a mix would be unreadable. */
const LEAST_IN_COMMON = 0.3

/**
 * The word-by-word difference of `before` and `after`, in reading order; a removed run precedes what replaced it.
 * Without the added runs it is exactly `before`, without the removed runs exactly `after`. Words are separated by the
 * rules of `language` (BCP 47), also in scripts without spaces. Versions with little in common are one run each.
 */
export function wordDifference(before: string, after: string, language: string): WordRun[] {
  if (before !== after && Math.max(before.length, after.length) > LONGEST_COMPARED)
    return wholeDifference(before, after)
  if (before === after) return before ? [{ kind: 'same', words: before }] : []
  const segmenter = new Intl.Segmenter(usableLanguage(language), { granularity: 'word' })
  const segments = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment)
  const changes = diffArrays(segments(before), segments(after), { maxEditLength: MOST_EDITS })
  if (!changes) return wholeDifference(before, after)
  const runs: WordRun[] = []
  let [removed, added, between] = ['', '', '']
  const flush = () => {
    if (removed) runs.push({ kind: 'removed', words: removed })
    if (added) runs.push({ kind: 'added', words: added })
    if (between) runs.push({ kind: 'same', words: between })
    ;[removed, added, between] = ['', '', '']
  }
  for (const change of changes) {
    const words = change.value.join('')
    const isChange = change.added || change.removed
    if (isChange && between) {
      // White space between two changed words does not interrupt the run.
      ;[removed, added, between] = [removed + between, added + between, '']
    }
    if (change.removed) removed += words
    else if (change.added) added += words
    else if ((removed || added) && !words.trim()) between = words
    else {
      flush()
      runs.push({ kind: 'same', words })
    }
  }
  flush()
  const common = runs.reduce(
    (letters, { kind, words }) => (kind === 'same' ? letters + words.trim().length : letters),
    0,
  )
  if (common * 2 >= LEAST_IN_COMMON * (before.length + after.length)) return joined(runs)
  return wholeDifference(before, after)
}

function joined(runs: WordRun[]): WordRun[] {
  const long: WordRun[] = []
  for (const { kind, words } of runs) {
    const last = long.at(-1)
    if (last?.kind === kind) last.words += words
    else long.push({ kind, words })
  }
  return long
}

function wholeDifference(before: string, after: string): WordRun[] {
  return [
    { kind: 'removed' as const, words: before },
    { kind: 'added' as const, words: after },
  ].filter(({ words }) => words)
}
