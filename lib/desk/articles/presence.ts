/** Somebody who has the story open, in one of their tabs. */
export interface Presence {
  name: string
  tab: string
}

interface Visit extends Presence {
  /** Milliseconds since 1970. */
  seenAt: number
}

/** Writing rooms report every three seconds that they are open, those in the background every nine. */
const PRESENCE_TIMEOUT_MS = 30_000

/** Who has which article open, by article and tab. */
export type Visits = Map<number, Map<string, Visit>>

/** Records that `visitor` has article `id` open at `now`; answers who else has, by name, then tab. */
export function othersAt(
  visits: Visits,
  { id, visitor, now }: { id: number; visitor: Presence; now: number },
): Presence[] {
  const here = activeVisits(visits, id, now)
  here.set(visitor.tab, { ...visitor, seenAt: now })
  visits.set(id, here)
  return [...here.values()]
    .filter(({ tab }) => tab !== visitor.tab)
    .map(({ name, tab }) => ({ name, tab }))
    .sort((one, other) => one.name.localeCompare(other.name) || one.tab.localeCompare(other.tab))
}

/** Removes a tab that was closed. */
export function leave(visits: Visits, { id, tab, now }: { id: number; tab: string; now: number }): void {
  const here = activeVisits(visits, id, now)
  here.delete(tab)
  if (here.size) visits.set(id, here)
  else visits.delete(id)
}

function activeVisits(visits: Visits, id: number, now: number): Map<string, Visit> {
  return new Map([...(visits.get(id) ?? [])].filter(([, { seenAt }]) => now - seenAt < PRESENCE_TIMEOUT_MS))
}
