import anyAscii from 'any-ascii'

const OTHER_ALPHABET = /^[\p{Script=Cyrillic}\p{Script=Greek}]+$/u
const LATIN = /^[a-z]+$/

/**
 * Ways to write one sound in Latin letters, as English, German, French, Polish, Serbian and scholars write Russian and
 * Greek names; the longest first. Each sound becomes one sign.
 */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/schtsch|chtch|shch|szcz|stsch/g, 'q'],
  [/tsch|tch|cz|ch/g, 'c'],
  [/sch|sh|sz/g, 'w'],
  [/zh|dsch|dj/g, 'j'],
  [/kh|x|gh/g, 'h'],
  [/ts|tz/g, 'z'],
  [/ph|ff/g, 'f'],
  [/th/g, 't'],
  [/ou|oo/g, 'u'],
  [/ck|q/g, 'k'],
  [/w|v/g, 'v'],
]

/** What any-ascii and the habits of English write, brought to the same signs. */
const CYRILLIC_SIGNS: Readonly<Record<string, string>> = {
  ж: 'zh',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ь: '',
  ъ: '',
  ё: 'e',
  э: 'e',
  ю: 'iu',
  я: 'ia',
  й: 'i',
  ы: 'i',
  и: 'i',
  і: 'i',
  ї: 'i',
  є: 'e',
  ґ: 'g',
  ђ: 'dj',
  ћ: 'c',
  љ: 'li',
  њ: 'ni',
  џ: 'dzh',
  ј: 'i',
}

/** Whether `word` is of an alphabet whose names are usual in Latin letters too. */
export function hasLatinTwin(word: string): boolean {
  return OTHER_ALPHABET.test(word)
}

/**
 * What a folded name sounds like, the same in Latin letters and in Cyrillic or Greek: Naryshkin, Naryschkin and Нарышкин.
 * null for a word of another script, for one with digits, and for one too short to be told from others.
 */
export function soundKey(word: string): string | null {
  const isLatin = LATIN.test(word)
  if (!isLatin && !hasLatinTwin(word)) return null
  let latin = isLatin
    ? word
    : anyAscii(word.replace(/ου/g, 'u').replace(/./gu, (letter) => CYRILLIC_SIGNS[letter] ?? letter)).toLowerCase()
  latin = latin.replace(/[^a-z]/g, '')
  let key = ''
  for (let at = 0; at < latin.length; ) {
    const rest = latin.slice(at)
    const sound = SOUNDS.map(([letters, sign]): [string | undefined, string] => [firstAt(rest, letters), sign]).find(
      ([letters]) => letters !== undefined,
    )
    key += sound ? sound[1] : rest.charAt(0)
    at += sound?.[0]?.length ?? 1
  }
  key = key
    .replace(/[yj](?=[aeiou])/g, 'i')
    .replace(/y/g, 'i')
    .replace(/ie/g, 'e')
    .replace(/i+/g, 'i')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=.)i$/, '')
  return key.length < 3 ? null : key
}

/** What `letters` matches at the very beginning of `text`; undefined when nothing. */
function firstAt(text: string, letters: RegExp): string | undefined {
  return new RegExp(`^(?:${letters.source})`).exec(text)?.[0]
}
