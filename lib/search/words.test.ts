import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldedWord } from '@/lib/search/fold-word'
import { wordsIn } from '@/lib/search/words'
import { propertyRuns } from '@/lib/testing/property-runs'

const cut = (text: string) => wordsIn(text).map(({ word }) => word)

describe('two spellings are the same words', () => {
  test.each([
    ['capitals', 'HARBOUR Closes', 'harbour closes'],
    ['accents of Latin', 'Café Gödel Łódź Ærø', 'cafe godel lodz aero'],
    ['a composed and a taken apart accent', 'Zoe\u0308', 'Zoë'],
    ['accents of Greek', 'Αθήνα', 'αθηνα'],
    ['yo in Russian', 'Горбачёв', 'Горбачев'],
    ['a stress on a Russian vowel', 'за\u0301мок', 'замок'],
    ['the apostrophe of a typewriter', "O'Brien", 'O’Brien'],
    ['the apostrophe of a keyboard accent', 'O´Brien', 'O`Brien'],
    ['the modifier letter', 'Oʻzbekiston', 'O’zbekiston'],
    ['no apostrophe', 'O’Brien don’t', 'obrien dont'],
    ['the English genitive', 'the minister’s', 'the minister'],
    ['a soft hyphen', 'Bundes\u00adtags\u00adwahl', 'Bundestagswahl'],
    ['a zero-width space', 'head\u200bline', 'headline'],
    ['a byte order mark', '\ufeffNews', 'News'],
    ['a direction mark', 'שלום\u200f', 'שלום'],
    ['a joiner in Persian', 'می\u200cخواهم', 'میخواهم'],
    ['Arabic vowel signs', 'مُحَمَّد', 'محمد'],
    ['kashida', 'مـــحمد', 'محمد'],
    ['alef with hamza', 'أحمد إسلام آمال', 'احمد اسلام امال'],
    ['Persian and Arabic yeh and kaf', 'یک', 'يك'],
    ['Hebrew points', 'שָׁלוֹם', 'שלום'],
    ['a Hebrew abbreviation', 'צה״ל', 'צה"ל'],
    ['kana of half width', 'ﾌｪﾘｰ ｶﾞｽ', 'フェリー ガス'],
    ['Latin of full width', 'ＦＥＲＲＹ', 'ferry'],
    ['ligatures', 'ﬁre', 'fire'],
    ['digits of Arabic', '٢٠٢٤', '2024'],
    ['digits of Persian', '۲۰۲۴', '2024'],
    ['digits of Devanagari', '२०२४', '2024'],
    ['the nasal of Devanagari', 'हिन्दी', 'हिंदी'],
    ['nukta composed and taken apart', 'ख़बर', 'ख\u093cबर'],
  ])('%s', (_, one, other) => {
    expect(cut(one)).toEqual(cut(other))
  })
})

describe('two spellings are different words', () => {
  test.each([
    ['Hindi vowel signs', 'बंदर', 'बंदरा'],
    ['short i in Russian', 'мой', 'мои'],
    ['voiced kana', 'か', 'が'],
    ['Thai vowels', 'ที่', 'ทา'],
  ])('%s', (_, one, other) => {
    expect(cut(one)).not.toEqual(cut(other))
  })
})

test('scripts without spaces are cut into letters with their marks, others stay whole', () => {
  expect(cut('港口A区')).toEqual(['港', '口', 'a', '区'])
  expect(cut('ที่นี่')).toEqual(['ที่', 'นี่'])
  expect(cut('हिन्दी में')).toEqual(['हिंदी', 'में'])
})

test('French and Italian elisions are words of their own', () => {
  expect(cut('l’école d’Amiens dell’arte')).toEqual(['l', 'ecole', 'd', 'amiens', 'dell', 'arte'])
})

test('other ways to write a word come with it', () => {
  const others = (text: string) => wordsIn(text).flatMap((word) => word.others)
  expect(others('Müller')).toEqual(['mueller'])
  expect(others('Århus')).toEqual(['aarhus'])
  expect(others('e-mail')).toEqual(['email'])
  expect(others('O’Brien')).toEqual(['o', 'brien'])
  expect(others('L’Oréal')).toEqual(['loreal'])
})

test('a word says where it stands in the text', () => {
  const text = 'Die „Bundes\u00adtagswahl“ 港口'
  expect(wordsIn(text).map(({ from, to }) => text.slice(from, to))).toEqual(['Die', 'Bundes\u00adtagswahl', '港', '口'])
})

test('words of any text are folded, in order, and fold to themselves', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      let end = 0
      for (const { word, from, to } of wordsIn(text)) {
        expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u)
        expect(from).toBeGreaterThanOrEqual(Math.min(end, from))
        expect(to).toBeGreaterThan(from)
        end = to
        expect(foldedWord(word)).toBe(word)
      }
    }),
    { numRuns: propertyRuns(500) },
  )
})
