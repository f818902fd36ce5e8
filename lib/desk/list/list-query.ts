import { ARTICLE_STATES, type ArticleState } from '@/lib/article/article'

/** What a list can be narrowed to: a state, or one of two sets beside them. */
export const LISTED_STATES = [...ARTICLE_STATES, 'changes', 'deleted'] as const satisfies (
  | ArticleState
  | 'changes'
  | 'deleted'
)[]
export type ListedState = (typeof LISTED_STATES)[number]

/**
 * Work that is looked at together: with a deadline later today; late; scheduled; late by plan or by schedule; own;
 * of nobody; public without a link to another story, or without a picture on top.
 */
export const LIST_VIEWS = ['due', 'late', 'missed', 'mine', 'unassigned', 'without-links', 'without-pictures'] as const
export type ListView = (typeof LIST_VIEWS)[number]

export const LIST_SORTS = ['saved', 'published', 'headline'] as const
export type ListSort = (typeof LIST_SORTS)[number]

export interface ListOrder {
  by: ListSort
  direction: 'ascending' | 'descending'
}

/** Which stories the desk lists, and how: what the address of a list says. */
export interface ListQuery {
  words: string
  /** null for every story that was not thrown away. */
  state: ListedState | null
  /** null for no such narrowing. */
  view: ListView | null
  sectionId: number | null
  authorId: number | null
  /** First and last day, as "2026-11-23" in the paper's zone; empty for no bound. */
  from: string
  to: string
  /** An hour as "2026-11-23T09" in the paper's zone; empty for no bound. */
  hour: string
  order: ListOrder
  /** From 1. */
  page: number
}

export const DEFAULT_LIST_QUERY: ListQuery = {
  words: '',
  state: null,
  view: null,
  sectionId: null,
  authorId: null,
  from: '',
  to: '',
  hour: '',
  order: { by: 'saved', direction: 'descending' },
  page: 1,
}

/** What the parameters of an address ask for. One without a meaning is ignored: addresses get mangled. */
export function parseListQuery(parameters: Record<string, string | string[] | undefined>): ListQuery {
  const value = (name: string) => {
    const found = parameters[name]
    return (Array.isArray(found) ? found[0] : found)?.trim() ?? ''
  }
  const number = (name: string) => (/^[1-9]\d{0,8}$/.test(value(name)) ? Number(value(name)) : null)
  const day = (name: string) => {
    const found = value(name)
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(found) && !Number.isNaN(Date.parse(`${found}T00:00:00Z`))
    return isDay ? found : ''
  }
  const by = LIST_SORTS.find((sort) => sort === value('sort')) ?? DEFAULT_LIST_QUERY.order.by
  const direction = (['ascending', 'descending'] as const).find((word) => word === value('direction'))
  return {
    words: value('q'),
    state: LISTED_STATES.find((state) => state === value('state')) ?? null,
    view: LIST_VIEWS.find((view) => view === value('view')) ?? null,
    sectionId: number('section'),
    authorId: number('author'),
    from: day('from'),
    to: day('to'),
    hour: /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3])$/.test(value('hour')) ? value('hour') : '',
    order: { by, direction: direction ?? firstDirection(by) },
    page: number('page') ?? 1,
  }
}

/** The address of the list that `query` asks for; defaults are left out of it. */
export function listAddress(query: ListQuery): string {
  const { by, direction } = query.order
  const values: [string, string | number | null][] = [
    ['q', query.words],
    ['state', query.state],
    ['view', query.view],
    ['section', query.sectionId],
    ['author', query.authorId],
    ['from', query.from],
    ['to', query.to],
    ['hour', query.hour],
    ['sort', by === DEFAULT_LIST_QUERY.order.by ? '' : by],
    ['direction', direction === firstDirection(by) ? '' : direction],
    ['page', query.page === 1 ? '' : query.page],
  ]
  const search = new URLSearchParams(values.flatMap(([name, value]) => (value ? [[name, String(value)]] : [])))
  return `/admin/articles${search.size ? `?${search}` : ''}`
}

/** The order that a click on a column asks for: its own first, the other way round when the list has it already. */
export function orderAfter(order: ListOrder, by: ListSort): ListOrder {
  if (order.by !== by) return { by, direction: firstDirection(by) }
  return { by, direction: order.direction === 'ascending' ? 'descending' : 'ascending' }
}

/** Whether the list is narrowed by anything but its page. */
export function isNarrowed({ words, state, view, sectionId, authorId, from, to, hour }: ListQuery): boolean {
  return Boolean(words || state || view || sectionId || authorId || from || to || hour)
}

/** News is looked at newest first, names from A on. */
function firstDirection(by: ListSort): ListOrder['direction'] {
  return by === 'headline' ? 'ascending' : 'descending'
}
