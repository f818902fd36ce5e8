import { ARTICLE_KINDS, type ArticleKind } from '@/lib/article/article'
import { lowerCase } from '@/lib/text/name-key'
import { searchQuery } from '@/lib/text/search-query'

/** What a reader asked for, as the address of the search says it. Empty texts narrow nothing. */
export interface AskedSearch {
  /** Never empty. */
  query: string
  order: 'relevance' | 'newest'
  /** Slugs. */
  section: string
  topic: string
  author: string
  kind: ArticleKind | ''
  /** First and last day of publication in the zone of the paper, "2026-11-24". */
  from: string
  until: string
}

const SLUG_MAX_LENGTH = 200

/** Reads the parameters of a search; what cannot be meant is left out. null without words. */
export function parseAskedSearch(parameters: URLSearchParams): AskedSearch | null {
  const text = (name: string) => (parameters.get(name) ?? '').trim()
  const query = searchQuery(text('q'))
  if (!query) return null
  const slug = (name: string) => {
    const value = lowerCase(text(name).normalize('NFC'))
    return /^[\p{L}\p{N}\p{M}-]+$/u.test(value) && value.length <= SLUG_MAX_LENGTH ? value : ''
  }
  const day = (name: string) => (/^\d{4}-\d\d-\d\d$/.test(text(name)) ? text(name) : '')
  return {
    query,
    order: text('sort') === 'newest' ? 'newest' : 'relevance',
    section: slug('section'),
    topic: slug('topic'),
    author: slug('author'),
    kind: ARTICLE_KINDS.find((kind) => kind === text('kind')) ?? '',
    from: day('from'),
    until: day('until'),
  }
}

/** The parameters of a search in their canonical form, without those that narrow nothing and without the page. */
export function searchParameters({ query, order, ...filters }: AskedSearch): URLSearchParams {
  const parameters = new URLSearchParams({ q: query })
  for (const name of FILTERS) if (filters[name]) parameters.set(name, filters[name])
  if (order === 'newest') parameters.set('sort', order)
  return parameters
}

/** The public address of a page of a search; page 1 has no page number. */
export function askedSearchPath(asked: AskedSearch, page = 1): string {
  const parameters = searchParameters(asked)
  if (page > 1) parameters.set('page', String(page))
  return `/search?${parameters}`
}

const FILTERS = ['section', 'topic', 'author', 'kind', 'from', 'until'] as const

export type SearchFilter = (typeof FILTERS)[number]

/** The same search without one of the things that narrow it. */
export function withoutFilter(asked: AskedSearch, name: SearchFilter): AskedSearch {
  return { ...asked, [name]: '' }
}

/** Whether anything but words is asked for. */
export function isNarrowed(asked: AskedSearch): boolean {
  return asked.order === 'newest' || FILTERS.some((name) => asked[name] !== '')
}
