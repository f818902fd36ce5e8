const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** The parts of a BCP 47 language tag in lower case, the language itself first: capitals make no difference in a tag. */
export function languageSubtags(tag: string): [primary: string, ...rest: string[]] {
  const [primary = '', ...rest] = tag.toLowerCase().split('-')
  return [primary, ...rest]
}

/** The language itself of a BCP 47 tag, without script and region: en of EN-GB. */
export function primaryLanguage(tag: string): string {
  return languageSubtags(tag)[0]
}

/** The writing direction of a BCP 47 language tag: of its script when the tag has one, else of its language. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [primary, script = ''] = languageSubtags(language)
  if (['arab', 'hebr', 'thaa', 'syrc'].includes(script)) return 'rtl'
  if (script.length === 4) return 'ltr'
  return RIGHT_TO_LEFT.has(primary) ? 'rtl' : 'ltr'
}

/** What pages are in whose stored language is none at all. */
const LAST_RESORT = 'en'

/** More tags than one paper has; beyond it they are looked at anew. */
const MAX_REMEMBERED = 500
const remembered = new Map<string, boolean>()

/**
 * Whether `tag` is a language tag (BCP 47) that everything takes which pages do with it: dates, names of languages,
 * words, regions. The language itself has two or three letters, because no longer one is registered.
 */
export function isLanguageTag(tag: string): boolean {
  const known = remembered.get(tag)
  if (known !== undefined) return known
  const isTag = /^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*$/.test(tag) && isTakenByIntl(tag)
  if (remembered.size >= MAX_REMEMBERED) remembered.clear()
  remembered.set(tag, isTag)
  return isTag
}

/** What is wrong with `tag` as a language, in an editor's words; null when nothing is. */
export function languageProblem(tag: string): string | null {
  if (isLanguageTag(tag)) return null
  const shown = tag.length > 40 ? `${tag.slice(0, 40)}…` : tag
  return `“${shown}” is no language. Use a language tag, such as en, hi, ur or pt-BR.`
}

/**
 * The language in which a page is made whose stored language is `tag`: the tag itself; of one that no program takes,
 * because it was stored before tags were checked, its longest beginning that is a language; or else English.
 */
export function usableLanguage(tag: string): string {
  const parts = tag.split('-')
  for (let length = parts.length; length > 0; length--) {
    const beginning = parts.slice(0, length).join('-')
    if (isLanguageTag(beginning)) return beginning
  }
  return LAST_RESORT
}

/** The name of a language in that language, such as हिन्दी for hi; the BCP 47 tag itself when the name is unknown. */
export function ownNameOf(language: string): string {
  return nameOfLanguage(language, language)
}

/** The name of a language in the language `words`; the tag itself when it has no name there. */
export function nameOfLanguage(language: string, words: string): string {
  const names = new Intl.DisplayNames(usableLanguage(words), { type: 'language', languageDisplay: 'standard' })
  return names.of(usableLanguage(language)) ?? language
}

/**
 * Whatever formats in a language refuses those that have no canonical form (ECMA-402). To make a date format for each of
 * some forty languages, only to ask, holds up the writing room by a tenth of a second.
 */
function isTakenByIntl(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
