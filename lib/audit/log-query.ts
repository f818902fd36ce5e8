import { LOGGED_THINGS, type LoggedThing } from '@/lib/audit/log-entry'

/** Which entries of the audit log are asked for: what the address of the log says. */
export interface LogQuery {
  /** Words that stand in the name of the thing, in what changed or in who acted; empty for all. */
  words: string
  /** An account, or one of `site`, `command` and `token` for those who act without a page; empty for everybody. */
  who: string
  /** null for every kind of thing. */
  thing: LoggedThing | null
  /** The number or name of one thing of that kind; empty for all. */
  thingId: string
  /** An action in full, such as "story published"; empty for all. */
  action: string
  /** First and last day, as "2026-11-23" in the paper's zone; empty for no bound. */
  from: string
  to: string
  /** Entries older than this one; null for the newest. */
  before: number | null
}

export const WHOLE_LOG: LogQuery = {
  words: '',
  who: '',
  thing: null,
  thingId: '',
  action: '',
  from: '',
  to: '',
  before: null,
}

const MAX_VALUE_LENGTH = 200

/** What the parameters of an address ask for. One without a meaning is ignored: addresses get mangled. */
export function parseLogQuery(parameters: Record<string, string | string[] | undefined>): LogQuery {
  const value = (name: string) => {
    const found = parameters[name]
    return (Array.isArray(found) ? found[0] : found)?.trim().slice(0, MAX_VALUE_LENGTH) ?? ''
  }
  const day = (name: string) => {
    const found = value(name)
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(found) && !Number.isNaN(Date.parse(`${found}T00:00:00Z`))
    return isDay ? found : ''
  }
  return {
    words: value('q'),
    who: value('who'),
    thing: LOGGED_THINGS.find((thing) => thing === value('thing')) ?? null,
    thingId: value('id'),
    action: value('action'),
    from: day('from'),
    to: day('to'),
    before: /^[1-9]\d{0,14}$/.test(value('before')) ? Number(value('before')) : null,
  }
}

/** The parameters of an address that asks for `query`; defaults are left out. */
export function logParameters(query: LogQuery): URLSearchParams {
  const values: [string, string | number | null][] = [
    ['q', query.words],
    ['who', query.who],
    ['thing', query.thing],
    ['id', query.thingId],
    ['action', query.action],
    ['from', query.from],
    ['to', query.to],
    ['before', query.before],
  ]
  return new URLSearchParams(values.flatMap(([name, value]) => (value ? [[name, String(value)]] : [])))
}

/** The address of the page that shows `query`. */
export function logAddress(query: LogQuery): string {
  const parameters = logParameters(query)
  return `/admin/log${parameters.size ? `?${parameters}` : ''}`
}
