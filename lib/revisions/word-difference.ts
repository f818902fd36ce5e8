import { diffArrays } from 'diff'
import { hasSpaces, wordTokens } from '@/lib/text/word-tokens'

/** A run of words that is in both versions or in only one of them. */
export interface WordRun {
  kind: 'same' | 'added' | 'removed'
  words: string
}

/** In characters; longer ones are shown as two texts. A dictionary takes much longer to find words than spaces do. */
const MAX_COMPARED_LENGTH = 20_000
const MAX_LOOKED_UP_LENGTH = 4000

/** Texts that differ in more words are shown as two texts: what it takes to compare them grows with the square of it. */
const MAX_EDITS = 300

/** With a smaller share of common letters the versions are shown as two texts, because a mix would be unreadable. */
const LEAST_IN_COMMON = 0.3

/**
 * The word-by-word difference of `before` and `after`, in reading order; a removed run precedes what replaced it.
 * Without the added runs it is exactly `before`, without the removed runs exactly `after`. Words are separated by the
 * rules of `language` (BCP 47), also in scripts without spaces. Versions with little in common are one run each.
 */
export function wordDifference(before: string, after: string, language: string): WordRun[] {
  if (before === after) return before ? [{ kind: 'same', words: before }] : []
  const longest = hasSpaces(language) ? MAX_COMPARED_LENGTH : MAX_LOOKED_UP_LENGTH
  if (!before || !after || Math.max(before.length, after.length) > longest) return wholeDifference(before, after)
  const [was, is] = [wordTokens(before, language), wordTokens(after, language)]
  if (mostInCommon(was, is) * 2 < LEAST_IN_COMMON * (before.length + after.length))
    return wholeDifference(before, after)
  const changes = diffArrays(was, is, { maxEditLength: MAX_EDITS })
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

/** How many letters two lists of words have in common in whatever order; in the same order there are not more. */
function mostInCommon(before: string[], after: string[]): number {
  const left = new Map<string, number>()
  for (const word of before) left.set(word, (left.get(word) ?? 0) + 1)
  let letters = 0
  for (const word of after) {
    const times = left.get(word) ?? 0
    if (times > 0) letters += word.length
    left.set(word, times - 1)
  }
  return letters
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
