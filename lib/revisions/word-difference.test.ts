import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDifference } from '@/lib/revisions/word-difference'
import { propertyRuns } from '@/lib/testing/property-runs'

test('the words that changed are marked, the others are not', () => {
  expect(wordDifference('The last ferry leaves at six.', 'The last ferry leaves at seven.', 'en')).toEqual([
    { kind: 'same', words: 'The last ferry leaves at ' },
    { kind: 'removed', words: 'six' },
    { kind: 'added', words: 'seven' },
    { kind: 'same', words: '.' },
  ])
})

test('versions with nothing in common are one run each', () => {
  expect(wordDifference('', 'Buses take over', 'en')).toEqual([{ kind: 'added', words: 'Buses take over' }])
  expect(wordDifference('', '', 'en')).toEqual([])
  const [before, after] = [
    'The last ferry leaves the quay at six.',
    'Nobody knew how the storm had got into the archive.',
  ]
  expect(wordDifference(before, after, 'en')).toEqual([
    { kind: 'removed', words: before },
    { kind: 'added', words: after },
  ])
})

test('words in Hindi and Chinese are whole words', () => {
  const changed = (before: string, after: string, language: string) =>
    wordDifference(before, after, language)
      .filter(({ kind }) => kind !== 'same')
      .map(({ words }) => words)
  expect(changed('आखिरी नौका छह बजे', 'आखिरी नौका सात बजे', 'hi')).toEqual(['छह', 'सात'])
  expect(changed('末班渡轮六点开', '末班渡轮七点开', 'zh')).toHaveLength(2)
})

test('changed words with nothing but a space between them are one run', () => {
  expect(wordDifference('In January, the old plan', 'In January, the new idea', 'en')).toEqual([
    { kind: 'same', words: 'In January, the ' },
    { kind: 'removed', words: 'old plan' },
    { kind: 'added', words: 'new idea' },
  ])
})

test('each side is exactly its version', () => {
  const words = fc.array(fc.constantFrom('a', 'b', ' ', '  ', '\n', '.', 'नौका', '渡轮')).map((found) => found.join(''))
  fc.assert(
    fc.property(words, words, (before, after) => {
      const runs = wordDifference(before, after, 'en')
      const without = (kind: string) => runs.filter((run) => run.kind !== kind).map((run) => run.words)
      expect(without('added').join('')).toBe(before)
      expect(without('removed').join('')).toBe(after)
    }),
    { numRuns: propertyRuns(100) },
  )
})
