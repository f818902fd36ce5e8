import fc from 'fast-check'
import { expect, test } from 'vitest'
import { propertyRuns } from '@/lib/testing/property-runs'
import { countWords, wordTokens } from '@/lib/text/word-tokens'

const LANGUAGES = ['en', 'hi', 'ar', 'zh', 'th', 'ja-JP']

test('the pieces of any text, joined, are the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 1200 }), fc.constantFrom(...LANGUAGES), (text, language) => {
      expect(wordTokens(text, language).join('')).toBe(text)
    }),
    { numRuns: propertyRuns() },
  )
})

test('words are cut at spaces and signs, and keep what belongs to them', () => {
  expect(wordTokens('Isn’t 1,000 a lot?', 'en')).toEqual(['Isn’t', ' ', '1,000', ' ', 'a', ' ', 'lot', '?'])
})

test('a text in a script without spaces has the same words however long it is', () => {
  const sentence = '末班渡轮六点开。市长在会议上谈预算，夜间电车停运。'
  expect(countWords(sentence.repeat(200), 'zh')).toBe(200 * countWords(sentence, 'zh'))
})
