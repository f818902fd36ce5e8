import { directionOf } from '@/lib/paper/language'

/** The attributes that an element needs when its words may be in another language than the page's. */
export function languageAttributes(language: string): { lang: string; dir: 'ltr' | 'rtl' } {
  return { lang: language, dir: directionOf(language) }
}
