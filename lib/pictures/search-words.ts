import { lowerCase } from '@/lib/text/name-key'
import { plainLetters } from '@/lib/text/plain-letters'
import { withoutAccents } from '@/lib/text/without-accents'

/** The words of a picture by which it can be found. */
export interface FoundBy {
  alt: string
  caption: string
  credit: string
  creator: string
  copyright: string
  place: string
  keywords: readonly string[]
  fileName: string
}

/** Everything by which a picture can be found, in the form in which queries are compared with it. */
export function searchWordsOf(words: FoundBy): string {
  const { alt, caption, credit, creator, copyright, place, keywords, fileName } = words
  return searchForm(
    [alt, caption, credit, creator, copyright, place, ...keywords, fileName].filter(Boolean).join(' \n '),
  )
}

/** The words of a query, each of which a picture must have somewhere; none for an empty query. */
export function queryWords(query: string): string[] {
  return [...new Set(searchForm(query).split(/[\s,;]+/u))].filter(Boolean)
}

/** Letters in lower case, in their usual form and without accents, so that "malaga" finds "Málaga". */
export function searchForm(text: string): string {
  return withoutAccents(lowerCase(plainLetters(text)))
}
