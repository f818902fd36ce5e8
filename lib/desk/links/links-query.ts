/**
 * Lists of published stories: to which no story links, that link to none, that link to what readers do not have, and with
 * more than MAX_LINKS links.
 */
export const LINK_AUDITS = ['orphans', 'dead-ends', 'unseen', 'crowded'] as const

export type LinkAudit = (typeof LINK_AUDITS)[number]

/** With more links to stories than this, readers follow none. The triggers of migration 0037 count by the same number. */
export const MAX_LINKS = 12

/** The parts of the link desk, in their order. */
export const LINK_VIEWS = ['proposals', 'placed', ...LINK_AUDITS, 'outside', 'clicks'] as const

/** Over how many days clicks are counted. */
export const CLICK_DAYS = [7, 30] as const

export type LinkView = (typeof LINK_VIEWS)[number]

/** What the link desk shows, as its own address says. */
export interface LinksQuery {
  view: LinkView
  /** From 1. */
  page: number
  /** One of CLICK_DAYS. */
  days: number
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
    days: CLICK_DAYS.find((days) => String(days) === value('days')) ?? CLICK_DAYS[0],
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  }
}

/** Whether a part is a list of stories. */
export function isAudit(view: LinkView): view is LinkAudit {
  return LINK_AUDITS.some((audit) => audit === view)
}

/** The address of a part of the link desk. */
export function linksAddress({
  view,
  page = 1,
  days = CLICK_DAYS[0],
}: Partial<LinksQuery> & { view: LinkView }): string {
  const values = [
    ...(view === 'proposals' ? [] : [['view', view]]),
    ...(page === 1 ? [] : [['page', String(page)]]),
    ...(view !== 'clicks' || days === CLICK_DAYS[0] ? [] : [['days', String(days)]]),
  ]
  const query = new URLSearchParams(values)
  return `/admin/links${query.size ? `?${query}` : ''}`
}
