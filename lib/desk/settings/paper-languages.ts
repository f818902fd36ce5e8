import { usableLanguage } from '@/lib/paper/language'

/** The languages of two letters that have a name today (ISO 639-1, without codes that were replaced). */
const TWO_LETTERS =
  'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee ' +
  'el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is ' +
  'it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms ' +
  'mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk ' +
  'sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo ' +
  'za zh zu'

/** Languages of three letters in which papers appear, and languages that are spelled differently from place to place. */
const FURTHER =
  'ckb fil haw yue gsw nds sco mni sat kok doi bho mai ast fur en-AU en-CA en-GB en-IE en-IN en-NG en-NZ en-US en-ZA ' +
  'de-AT de-CH fr-BE fr-CA fr-CH es-419 es-AR es-MX es-US nl-BE pt-BR pt-PT sr-Latn sr-Cyrl uz-Latn uz-Cyrl zh-Hans ' +
  'zh-Hant zh-HK pa-Arab'

/** A language as it is chosen. */
export interface LanguageChoice {
  tag: string
  /** In English. */
  name: string
}

/** The languages that a paper can choose, by their English names; `own` is among them, whatever it is. */
export function paperLanguages(own: string): LanguageChoice[] {
  // One object for all: each takes a millisecond to make, which readers would wait for.
  const names = new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' })
  const tags = new Set([...TWO_LETTERS.split(' '), ...FURTHER.split(' '), own])
  const byName = new Intl.Collator('en')
  return [...tags]
    .map((tag) => ({ tag, name: names.of(usableLanguageOf(tag, own)) ?? tag }))
    .sort((a, b) => byName.compare(a.name, b.name))
}

/** Only the stored one may be none; the others are known to be languages. */
function usableLanguageOf(tag: string, own: string): string {
  return tag === own ? usableLanguage(tag) : tag
}
