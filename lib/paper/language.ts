const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** The writing direction of a BCP 47 language tag, by its script when named, else by its language. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [primary = '', script = ''] = language.toLowerCase().split('-')
  if (['arab', 'hebr', 'thaa', 'syrc'].includes(script)) return 'rtl'
  if (script.length === 4) return 'ltr'
  return RIGHT_TO_LEFT.has(primary) ? 'rtl' : 'ltr'
}

/** Whether `tag` is formed as BCP 47 asks, so that it can be compared and given to Intl. */
export function isLanguageTag(tag: string): boolean {
  try {
    return tag !== '' && Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** What its own speakers call the language of a BCP 47 tag, such as हिन्दी for hi; the tag itself where nobody knows. */
export function ownNameOf(language: string): string {
  return new Intl.DisplayNames(language, { type: 'language', languageDisplay: 'standard' }).of(language) ?? language
}
