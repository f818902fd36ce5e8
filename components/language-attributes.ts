import { directionOf } from '@/lib/paper/language'

/** The attributes of an element whose text may be in another language than the page. */
export function languageAttributes(language: string): { lang: string; dir: 'ltr' | 'rtl' } {
  return { lang: language, dir: directionOf(language) }
}
