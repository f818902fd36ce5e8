/** What the desk's page of addresses shows: what its own address says. */
export interface AddressesQuery {
  /** What the redirects are searched for; empty for all. */
  words: string
  /** Page of the redirects, and of the missed addresses, from 1. */
  page: number
  missedPage: number
}

/** What the parameters of an address ask for. One without a meaning is ignored. */
export function parseAddressesQuery(parameters: Record<string, string | string[] | undefined>): AddressesQuery {
  const value = (name: string) => {
    const found = parameters[name]
    return (Array.isArray(found) ? found[0] : found)?.trim() ?? ''
  }
  const number = (name: string) => (/^[1-9]\d{0,5}$/.test(value(name)) ? Number(value(name)) : 1)
  return { words: value('q').slice(0, 200), page: number('page'), missedPage: number('missed') }
}

export function addressesAddress({ words, page, missedPage }: AddressesQuery): string {
  const values: [string, string | number][] = [
    ['q', words],
    ['page', page === 1 ? '' : page],
    ['missed', missedPage === 1 ? '' : missedPage],
  ]
  const query = new URLSearchParams(values.flatMap(([name, value]) => (value ? [[name, String(value)]] : [])))
  return `/admin/addresses${query.size ? `?${query}` : ''}`
}
