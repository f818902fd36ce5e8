import { languageSubtags, primaryLanguage } from '@/lib/paper/language'

/** The quotation marks of a language: outer and inner, each as it opens and as it closes. */
type Marks = readonly [string, string, string, string]

const ENGLISH: Marks = ['“', '”', '‘', '’']
const GERMAN: Marks = ['„', '“', '‚', '‘']
const GUILLEMETS: Marks = ['«', '»', '“', '”']
const NORDIC: Marks = ['”', '”', '’', '’']

/** Those that do not write as English does, after the Common Locale Data Repository (characters of delimiters). */
const MARKS: Record<string, Marks> = {
  ar: GUILLEMETS,
  bg: ['„', '“', '’', '’'],
  cs: GERMAN,
  de: GERMAN,
  'de-ch': ['«', '»', '‹', '›'],
  el: GUILLEMETS,
  es: GUILLEMETS,
  fa: ['«', '»', '‹', '›'],
  fi: NORDIC,
  fr: ['«\u00a0', '\u00a0»', '“', '”'],
  'fr-ch': ['«', '»', '‹', '›'],
  he: ['”', '”', '’', '’'],
  hr: ['„', '“', '‚', '‘'],
  hu: ['„', '”', '»', '«'],
  it: GUILLEMETS,
  ja: ['「', '」', '『', '』'],
  nb: ['«', '»', '‘', '’'],
  nn: ['«', '»', '‘', '’'],
  no: ['«', '»', '‘', '’'],
  pl: ['„', '”', '«', '»'],
  'pt-pt': GUILLEMETS,
  ro: ['„', '”', '«', '»'],
  ru: ['«', '»', '„', '“'],
  sk: GERMAN,
  sl: GERMAN,
  sv: NORDIC,
  uk: ['«', '»', '„', '“'],
  'zh-hant': ['「', '」', '『', '』'],
  'zh-tw': ['「', '」', '『', '』'],
}

/** Languages that set the long dash off with spaces; the others use the short one. */
const LONG_DASH = new Set(['bg', 'be', 'ru', 'uk', 'es'])

/** What stands before a quotation: nothing, a space, an opening bracket or a dash. */
const BEFORE_QUOTATION = /(?:^|[\s([{¿¡/–—-])$/u

/** The word that the caret is in is an address, in which signs mean themselves. */
const IN_ADDRESS = /(?:\S*:\/\/|www\.|\S+@)\S*$/iu

/** What the last characters before the caret are replaced by. */
export interface Replacement {
  /** How many characters go, with the one that was typed last. */
  length: number
  words: string
}

/**
 * What a sign that was just typed becomes in a text in `language` (BCP 47): quotation marks and apostrophes, two hyphens
 * or one between spaces a dash, three points an ellipsis. `before` is what stands before the sign in its paragraph. Null
 * for what stays as it was typed, as in an address.
 */
export function typedSign(before: string, typed: string, language: string): Replacement | null {
  if (IN_ADDRESS.test(before)) return null
  switch (typed) {
    case '"': {
      const words = quotation(before, marksOf(language))
      return words === null ? null : { length: 1, words }
    }
    case "'":
      return { length: 1, words: apostrophe(before, marksOf(language)) }
    case '-':
      // Alone in their paragraph, three become a divider.
      if (/[^-]-$/u.test(before))
        return { length: 2, words: /\s-$/u.test(before) ? spaced(language) : unspaced(language) }
      return before.endsWith('–') ? { length: 2, words: '—' } : null
    case ' ':
      return /[^\s-]\s-$/u.test(before) ? { length: 2, words: `${spaced(language)} ` } : null
    case '.':
      return /(?:^|[^.])\.\.$/u.test(before) ? { length: 3, words: '…' } : null
    default:
      // A year without its century: ’90s.
      return /^\p{Nd}$/u.test(typed) && /(?:^|\s)‘$/u.test(before) ? { length: 2, words: `’${typed}` } : null
  }
}

/** The quotation marks of a language, by its region or script where these have their own. */
export function marksOf(language: string): Marks {
  const [base, ...rest] = languageSubtags(language)
  return rest.map((part) => MARKS[`${base}-${part}`]).find((marks) => marks !== undefined) ?? MARKS[base] ?? ENGLISH
}

/** Null for the sign of inches, which closes nothing. */
function quotation(before: string, [open, close]: Marks): string | null {
  if (begins(before, [open])) return open
  const isOpen = open === close || count(before, open) > count(before, close)
  // Hebrew writes its abbreviations with a sign of their own.
  if (/\p{Script=Hebrew}$/u.test(before) && count(before, close) % 2 === 0) return '״'
  return isOpen || !/\p{Nd}$/u.test(before) ? close : null
}

function apostrophe(before: string, [outer, , openInner, closeInner]: Marks): string {
  // Where inner marks are double, the single ones are an apostrophe or foreign.
  const [open, close] = ['‘', '‚', '‹', '’', '『'].includes(openInner) ? [openInner, closeInner] : ['‘', '’']
  if (begins(before, [outer])) return open
  return open !== close && count(before, open) > count(before, close) ? close : '’'
}

function begins(before: string, marks: string[]): boolean {
  return BEFORE_QUOTATION.test(before) || marks.some((mark) => before.endsWith(mark) && count(before, mark) % 2 === 1)
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1
}

/** The dash between two words without spaces. */
function unspaced(language: string): string {
  return language.toLowerCase().startsWith('en-us') ? '—' : '–'
}

/** The dash between spaces. */
function spaced(language: string): string {
  return LONG_DASH.has(primaryLanguage(language)) ? '—' : '–'
}
