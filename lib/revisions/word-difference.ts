import { diffArrays } from 'diff'
import { usableLanguage } from '@/lib/paper/language'

/** A run of words that is in both versions or in only one of them. */
export interface WordRun {
  kind: 'same' | 'added' | 'removed'
  words: string
}

/** With a smaller share of common letters the versions are shown as two texts, because a mix would be unreadable. */
const LEAST_IN_COMMON = 0.3

/**
 * The word-by-word difference of `before` and `after`, in reading order; a removed run precedes what replaced it.
 * Without the added runs it is exactly `before`, without the removed runs exactly `after`. Words are separated by the
 * rules of `language` (BCP 47), also in scripts without spaces. Versions with little in common are one run each.
 */
export function wordDifference(before: string, after: string, language: string): WordRun[] {
  const segmenter = new Intl.Segmenter(usableLanguage(language), { granularity: 'word' })
  const segments = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment)
  const changes = diffArrays(segments(before), segments(after))
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
  const whole: WordRun[] = [
    { kind: 'removed', words: before },
    { kind: 'added', words: after },
  ]
  return whole.filter(({ words }) => words)
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
