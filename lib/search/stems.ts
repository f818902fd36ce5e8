/*
 * Stems that join the forms of a word and nothing more: plurals, cases, tenses. They never join words that are merely
 * related, as Porter's do (new and news, universe and university): a reader who types one of these means that one.
 * A stem is a key, not a word that somebody could read.
 */

import { primaryLanguage } from '@/lib/paper/language'

/** Endings that a language takes off its words, and how many letters must be left. */
interface Endings {
  script: RegExp
  least: number
  /** The longest that fits is taken off. */
  endings: readonly string[]
  /** Beginnings that are taken off first, as the article in Arabic. */
  beginnings?: readonly string[]
}

const LATIN = /^[a-z]+$/
const CYRILLIC = /^\p{Script=Cyrillic}+$/u
const ARABIC = /^\p{Script=Arabic}+$/u
const DEVANAGARI = /^[\p{Script=Devanagari}\p{M}]+$/u

const RUSSIAN =
  'иями ями ами ого его ому ему ыми ими ией иям иях ях ах ам ям ов ев ей ой ый ий ая яя ое ее ые ие ую юю ом ем ия ии ию ью ых их ым им ы и а я о е у ю ь й'
const NORDIC = 'arnas ernas ornas arna erna orna enes enes ene ens ets ers ar er or en et na as es a e s'

const ENDINGS: Readonly<Record<string, Endings>> = {
  de: rule(LATIN, 4, 'ern em en er es e n s'),
  nl: rule(LATIN, 4, 'en es e s'),
  fr: rule(LATIN, 4, 'ees ee es e s x'),
  es: rule(LATIN, 4, 'os as es o a e s'),
  pt: rule(LATIN, 4, 'os as es o a e s'),
  it: rule(LATIN, 4, 'he hi o a e i'),
  ro: rule(LATIN, 4, 'ilor elor ului ele ile ul ii lor le i e a'),
  sv: rule(LATIN, 4, NORDIC),
  da: rule(LATIN, 4, NORDIC),
  nb: rule(LATIN, 4, NORDIC),
  nn: rule(LATIN, 4, NORDIC),
  no: rule(LATIN, 4, NORDIC),
  pl: rule(LATIN, 4, 'iami ami ach iom om iem em ow ego emu ymi imi ych ich ym im ej ie a e i y o u'),
  cs: rule(LATIN, 4, 'ami ach ech ich ym im ou um em ho mu e a i y o u'),
  hr: rule(LATIN, 4, 'ovima evima ima ama og om em oj ih im e a i o u'),
  tr: rule(LATIN, 3, 'larinin lerinin larin lerin lari leri lara lere lar ler nin nun in un i u'),
  ru: rule(CYRILLIC, 3, RUSSIAN),
  uk: rule(CYRILLIC, 3, `${RUSSIAN} ові еві ої ій ію ями і ї є`),
  bg: rule(CYRILLIC, 3, 'овете ите ата ята ото ето ове та то те ия ът ят и а я о е'),
  sr: rule(CYRILLIC, 4, 'овима евима има ама ог ом ем ој их им е а и о у'),
  hi: rule(DEVANAGARI, 2, 'ियों ियां ाओं ुओं ों ें ीं ां ो े ा ी ि'),
  mr: rule(DEVANAGARI, 3, 'ांच्या ांना ांनी ात ला ने ची चा चे ा ी े'),
  ar: {
    ...rule(ARABIC, 3, 'ات ون ين ان ها هم يه ه'),
    beginnings: ['وال', 'بال', 'كال', 'فال', 'لل', 'ال'],
  },
  fa: rule(ARABIC, 3, 'هايي هاي ها'),
  ur: rule(ARABIC, 3, 'يون ون ين'),
}

/** English words that look like a form of another one. */
const ENGLISH_WHOLE = new Set(
  'news series species during evening morning nothing something anything everything being united wales athens texas james charles hundred sacred wicked naked lens mars himself themselves always perhaps whereas overseas besides towards christmas thomas nicholas lucas douglas kansas arkansas dallas paris atlas canvas gas bias alias summing ceiling sterling shilling beijing herring'.split(
    ' ',
  ),
)

/** The stem of a folded word in `language` (BCP 47); the word itself where no rule is known. */
export function stemOf(word: string, language: string): string {
  const base = primaryLanguage(language)
  if (base === 'en') return LATIN.test(word) ? englishStem(word) : word
  const rule = ENDINGS[base]
  return rule?.script.test(word) ? withoutEnding(word, rule) : word
}

function rule(script: RegExp, least: number, endings: string): Endings {
  return { script, least, endings: endings.split(' ').sort((one, other) => other.length - one.length) }
}

function withoutEnding(word: string, { least, endings, beginnings = [] }: Endings): string {
  const beginning = beginnings.find((part) => word.startsWith(part) && word.length - part.length >= least) ?? ''
  const rest = word.slice(beginning.length)
  const ending = endings.find((part) => rest.endsWith(part) && rest.length - part.length >= least) ?? ''
  return rest.slice(0, rest.length - ending.length)
}

function englishStem(word: string): string {
  if (word.length < 4 || ENGLISH_WHOLE.has(word)) return word
  return withoutTense(withoutPlural(word))
}

function withoutPlural(word: string): string {
  if (!word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word
  if (/(?:mov|cook|zomb|rook|calor|brown|rook|sort|pr|d|t|l|p)ies$/.test(word) && !/..(?:[dtlp]|pr)ies$/.test(word)) {
    return word.slice(0, -1)
  }
  if (/..ies$/.test(word)) return `${word.slice(0, -3)}y`
  return /(?:ss|sh|ch|x|zz|us)es$/.test(word) && !/(?:[aeo]us|ach)es$/.test(word)
    ? word.slice(0, -2)
    : word.slice(0, -1)
}

function withoutTense(word: string): string {
  if (/..ied$/.test(word)) return `${word.slice(0, -3)}y`
  const rest = /^(.*[aeiouy].*?)(?:ing|ed)$/.exec(word)?.[1]
  if (rest === undefined || rest.length < 3 || rest.endsWith('e')) return word
  if (/([bdgkmnprt])\1$/.test(rest)) return rest.slice(0, -1)
  return ENDS_IN_SILENT_E.test(rest) ? `${rest}e` : rest
}

/**
 * What is left of a word without -ing or -ed and had an e: of one syllable with one consonant that was not doubled
 * (vot, clos), or with an ending that English never leaves bare (chang, handl, locat, provid, measur, promis).
 */
const ENDS_IN_SILENT_E =
  /^(?:[^aeiou]*[aeiou][^aeiouwxy]|.*(?:[cvzu]|[aeiou]s|(?<![eo])at|(?<![aeo])ir|(?<![aeo])ur|(?<![aeo])id|ag|[rnd]g|[bcdfgkpstz]l))$/
