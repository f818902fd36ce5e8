const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** The writing direction of a BCP 47 language tag: of its script when the tag has one, else of its language. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [primary = '', script = ''] = language.toLowerCase().split('-')
  if (['arab', 'hebr', 'thaa', 'syrc'].includes(script)) return 'rtl'
  if (script.length === 4) return 'ltr'
  return RIGHT_TO_LEFT.has(primary) ? 'rtl' : 'ltr'
}

/** Whether `tag` is well-formed by BCP 47, so that it can be compared and passed to Intl. */
export function isLanguageTag(tag: string): boolean {
  try {
    return tag !== '' && Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** The name of a language in that language, such as हिन्दी for hi; the BCP 47 tag itself when the name is unknown. */
export function ownNameOf(language: string): string {
  return new Intl.DisplayNames(language, { type: 'language', languageDisplay: 'standard' }).of(language) ?? language
}
