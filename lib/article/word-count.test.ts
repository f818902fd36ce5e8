import { expect, it } from 'vitest'
import type { Body } from '@/lib/article/body'
import { readingMinutes, wordCount } from '@/lib/article/word-count'

const text = (...paragraphs: string[]): Body =>
  paragraphs.map((words, index) => ({ type: 'paragraph', id: `e${index + 1}`, text: [{ text: words }] }))

it('counts words as readers do, not spaces or signs', () => {
  expect(wordCount(text('The fare – 1,000 crowns – isn’t paid.', 'A well-known trick…'), 'en')).toBe(10)
})

it('counts as Unicode does in scripts with spaces', () => {
  for (const [language, words] of [
    ['en', 'At 5.34 this morning a tram stopped at “Harbour Pier”, two minutes early (or so it seemed).'],
    ['hi', 'सुबह के साढ़े छह बजे हैं और रमेश साल्वी ने अपनी दुकान का शटर बस आधा उठाया है।'],
    ['ar', 'تصل سلمى درويش إلى المكتبة القديمة قبل موعد فتحها بساعة، وتمشي في قاعة المطالعة.'],
  ] as const) {
    const segments = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(words)]
    expect(wordCount(text(words), language), language).toBe(segments.filter(({ isWordLike }) => isWordLike).length)
  }
})

it('finds words in scripts without spaces', () => {
  expect(wordCount(text('电车又开到港口了'), 'zh')).toBeGreaterThan(3)
  expect(wordCount(text('รถรางวิ่งถึงท่าเรือ'), 'th-TH')).toBeGreaterThan(2)
})

it('counts 0 for an article without words', () => {
  expect(wordCount([], 'en')).toBe(0)
  expect(wordCount([{ type: 'divider', id: 'e1' }], 'ja')).toBe(0)
})

it.each([
  ['en', 'The ferry sails. '.repeat(10), 1],
  ['en', 'word '.repeat(1190), 5],
  ['zh', '末班渡轮六点开。'.repeat(250), 4],
])('reading minutes in %s', (language, text, minutes) => {
  expect(readingMinutes([{ type: 'paragraph', id: 'e1', text: [{ text }] }], language)).toBe(minutes)
})
