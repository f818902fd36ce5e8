import { visibleText } from '@/lib/text/visible-text'
import { withoutAccents } from '@/lib/text/without-accents'

/**
 * The key under which two names are the same name: what a reader sees of them, whatever the case, the form of letters
 * (ligatures, full width, bold letters of mathematics) and the kind of apostrophe. Empty for a name of which nothing is
 * seen. Names of different people may share one.
 */
export function nameKey(name: string): string {
  return lowerCase(visibleText(name.normalize('NFKC')))
    .normalize('NFKC')
    .replace(/[’ʼ]/gu, "'")
}

/**
 * The key in which a name is looked for by a part of it, whatever the case and the accents of Latin, Greek and Cyrillic
 * letters. It is taken apart, so that a Korean syllable is found by its beginning.
 */
export function nameSearchKey(words: string): string {
  return withoutAccents(nameKey(words)).normalize('NFD')
}

/**
 * Lower case whatever the language. `İ` becomes `i`: by the rules of Unicode it would be `i` and a dot above it, two
 * characters that look like one.
 */
export function lowerCase(text: string): string {
  return text.replaceAll('İ', 'i').toLowerCase()
}
