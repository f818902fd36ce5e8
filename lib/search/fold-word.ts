import { lowerCase } from '@/lib/text/name-key'
import { plainDigits } from '@/lib/text/plain-digits'

/**
 * Increase it whenever the same text is cut or folded into other words than before: stores are then indexed anew, while
 * the site runs (db/editing/complete-search-index.ts).
 */
export const FOLD_VERSION = 1

/** Letters that readers type without their stroke or as two letters, and that Unicode does not take apart. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ĸ: 'k',
  ŋ: 'ng',
  ə: 'e',
  ς: 'σ',
  ё: 'е',
  // Arabic: alef in its forms, yeh and kaf as Persian and Urdu write them, teh marbuta, hamza on its carriers.
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ۀ: 'ه',
}

/** A key of PLAIN. */
const NEEDS_PLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu')

/** What is left out of a word: marks of alphabets, vowel signs of Arabic, points of Hebrew, kashida. */
const LEFT_OUT =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{M}])[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED]|[\u0301\u0300](?!\u0306)|\u0640/gu

/** What stands within words and is not seen, or joins nothing: soft hyphens, zero-width characters, apostrophes. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Co}'’ʼ‘ʻ´`＇׳״"]+/gu

/** In Devanagari the nasal before a consonant may be written as a letter or as a point: हिन्दी, हिंदी. */
const DEVANAGARI_NASAL = /[ङञणनम]\u094D(?=[क-ह])|\u0901/gu

const ASCII = /^[\x30-\x39\x41-\x5A\x61-\x7A]+$/

/**
 * The form in which a word is indexed and looked for: without case, accents of alphabets, Arabic vowel signs and kashida,
 * Hebrew points, soft hyphens, zero-width characters and apostrophes; letters and digits of every form as the usual one.
 * What is left holds letters, digits and the marks that spell words of India and South East Asia, and may be empty; a
 * sign that stands for several words gives these with spaces between them.
 */
export function foldedWord(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase()
  // Before letters get their usual form too: some apostrophes would become a space and a mark.
  const usual = lowerCase(word.replace(UNSEEN, '').normalize('NFKC'))
    .replace(UNSEEN, '')
    .normalize('NFD')
    .replace(LEFT_OUT, '')
    .normalize('NFKC')
    .replace(NEEDS_PLAIN, (letter) => PLAIN[letter] ?? letter)
    .replace(DEVANAGARI_NASAL, '\u0902')
  return plainDigits(usual)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}
