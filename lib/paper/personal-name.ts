/** Scripts of names whose family name may stand first, or which are not split into two at all. */
const NOT_SPLIT = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u

/**
 * The given and the family name within a name as it is printed, for formats that ask for both (ogp.me, Profile): the
 * last word is the family name, together with small words before it such as "van" or "de la". Empty for a name of one
 * word, and for scripts in which the order says nothing.
 */
export function personalName(name: string): { firstName?: string; lastName?: string } {
  const words = name.trim().split(/\s+/)
  if (words.length < 2 || NOT_SPLIT.test(name)) return {}
  const small = words.findIndex((word, place) => place > 0 && /^\p{Ll}/u.test(word))
  const family = small === -1 ? words.length - 1 : small
  return { firstName: words.slice(0, family).join(' '), lastName: words.slice(family).join(' ') }
}
