import { describe, expect, test } from 'vitest'
import { foldedWord } from '@/lib/search/fold-word'
import { stemOf } from '@/lib/search/stems'

describe('forms of one word have one stem', () => {
  test.each([
    ['en', 'harbour harbours'],
    ['en', 'story stories'],
    ['en', 'movie movies'],
    ['en', 'close closes closed closing'],
    ['en', 'vote votes voted voting'],
    ['en', 'run runs running'],
    ['en', 'tax taxes taxed'],
    ['en', 'carry carries carried carrying'],
    ['en', 'house houses housing'],
    ['en-gb', 'government governments'],
    ['de', 'Wahl Wahlen'],
    ['fr', 'école écoles'],
    ['fr', 'fermé fermée fermées fermés'],
    ['es', 'puerto puertos'],
    ['it', 'porto porti'],
    ['sv', 'tidning tidningar tidningarna'],
    ['pl', 'miasto miasta miastem'],
    ['tr', 'kitap kitaplar'],
    ['ru', 'порт порта портом порты'],
    ['uk', 'місто міста містом'],
    ['hi', 'सरकार सरकारों सरकारें'],
    ['ar', 'الميناء ميناء والميناء'],
  ])('in %s: %s', (language, forms) => {
    const stems = forms.split(' ').map((form) => stemOf(foldedWord(form), language))
    expect(new Set(stems).size, stems.join(' ')).toBe(1)
  })
})

describe('words that are only related, or look alike, have stems of their own', () => {
  test.each([
    ['en', 'new news'],
    ['en', 'paris parish'],
    ['en', 'universe university'],
    ['en', 'car care'],
    ['en', 'plan plane'],
    ['en', 'city citi'],
    ['en', 'stat state'],
    ['en', 'unit united'],
    ['en', 'even evening'],
    ['en', 'govern government governor'],
    ['en', 'texas texan'],
    ['de', 'Rat Ratte'],
    ['ru', 'мир миф'],
  ])('in %s: %s', (language, words) => {
    const stems = words.split(' ').map((word) => stemOf(foldedWord(word), language))
    expect(new Set(stems).size, stems.join(' ')).toBe(stems.length)
  })
})

test('a word of another script, and one of a language without rules, is its own stem', () => {
  expect(stemOf('порты', 'en')).toBe('порты')
  expect(stemOf('harbours', 'ru')).toBe('harbours')
  expect(stemOf('watu', 'sw')).toBe('watu')
})
