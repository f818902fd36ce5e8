/** The parts of the link desk, in their order. */
export const LINK_VIEWS = ['proposals', 'placed'] as const

export type LinkView = (typeof LINK_VIEWS)[number]

/** What the link desk shows, as its own address says. */
export interface LinksQuery {
  view: LinkView
  /** From 1. */
  page: number
}

/** What the parameters of an address ask for. One without a meaning is ignored. */
export function parseLinksQuery(parameters: Record<string, string | string[] | undefined>): LinksQuery {
  const value = (name: string) => {
    const found = parameters[name]
    return (Array.isArray(found) ? found[0] : found) ?? ''
  }
  const page = value('page')
  return {
    view: LINK_VIEWS.find((view) => view === value('view')) ?? 'proposals',
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  }
}

/** The address of a part of the link desk. */
export function linksAddress({ view, page = 1 }: { view: LinkView; page?: number }): string {
  const values = [...(view === 'proposals' ? [] : [['view', view]]), ...(page === 1 ? [] : [['page', String(page)]])]
  const query = new URLSearchParams(values)
  return `/admin/links${query.size ? `?${query}` : ''}`
}
