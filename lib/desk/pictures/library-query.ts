import { RIGHTS_CATEGORIES, type RightsCategory } from '@/lib/pictures/use-rights'

/** Narrows the library to what lacks something, or to what stands nowhere or somewhere. */
export const LIBRARY_STATES = ['unused', 'used', 'no-alt', 'no-credit', 'mine', 'bin'] as const
export type LibraryState = (typeof LIBRARY_STATES)[number]

/** A category, pictures without one, or those whose permission ends soon or has ended. */
export const LIBRARY_RIGHTS = ['none', 'ending', ...RIGHTS_CATEGORIES] as const satisfies (
  | 'none'
  | 'ending'
  | RightsCategory
)[]
export type LibraryRights = (typeof LIBRARY_RIGHTS)[number]

/** Which pictures the library lists: what its address says. */
export interface LibraryQuery {
  words: string
  /** null for every picture that is not in the bin. */
  state: LibraryState | null
  rights: LibraryRights | null
  /** A part of the credit; empty for any. */
  credit: string
  /** First and last day on which it was added, "2026-11-23" in the paper's zone; empty for no bound. */
  from: string
  to: string
  /** From 1. */
  page: number
}

export const WHOLE_LIBRARY: LibraryQuery = {
  words: '',
  state: null,
  rights: null,
  credit: '',
  from: '',
  to: '',
  page: 1,
}

const MAX_WORDS_LENGTH = 200

/** What the parameters of an address ask for. One without a meaning is ignored: addresses get mangled. */
export function parseLibraryQuery(parameters: Record<string, string | string[] | undefined>): LibraryQuery {
  const value = (name: string) => {
    const found = parameters[name]
    return ((Array.isArray(found) ? found[0] : found) ?? '').trim().slice(0, MAX_WORDS_LENGTH)
  }
  const day = (name: string) => {
    const found = value(name)
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(found) && !Number.isNaN(Date.parse(`${found}T00:00:00Z`))
    return isDay ? found : ''
  }
  return {
    words: value('q'),
    state: LIBRARY_STATES.find((state) => state === value('state')) ?? null,
    rights: LIBRARY_RIGHTS.find((rights) => rights === value('rights')) ?? null,
    credit: value('credit'),
    from: day('from'),
    to: day('to'),
    page: /^[1-9]\d{0,6}$/.test(value('page')) ? Number(value('page')) : 1,
  }
}

/** The address of the library that `query` asks for; defaults are left out of it. */
export function libraryAddress(query: LibraryQuery): string {
  const { words, state, rights, credit, from, to, page } = query
  const values: [string, string | number | null][] = [
    ...([
      ['q', words],
      ['state', state],
      ['rights', rights],
      ['credit', credit],
    ] satisfies [string, string | null][]),
    ...([
      ['from', from],
      ['to', to],
      ['page', page === 1 ? '' : page],
    ] satisfies [string, string | number][]),
  ]
  const search = new URLSearchParams(values.flatMap(([name, value]) => (value ? [[name, String(value)]] : [])))
  return `/admin/pictures${search.size ? `?${search}` : ''}`
}

/** Whether the library is narrowed by anything but its page. */
export function isLibraryNarrowed({ page: _, ...narrowing }: LibraryQuery): boolean {
  return Object.values(narrowing).some(Boolean)
}
