import { actorWords, type LogEntry, thingAddress, thingOf } from '@/lib/audit/log-entry'
import { logAddress, WHOLE_LOG } from '@/lib/audit/log-query'
import { dateAndTime } from '@/lib/time/dates'

/** An entry of the audit log as the desk shows it, by the clocks of the paper. */
export function listedEntry(entry: LogEntry, timeZone: string) {
  const { id, at, action, thingId, thingName, address, detail } = entry
  const thing = thingOf(action)
  const name = thingName || (thingId && thing ? `${thing} ${thingId}` : '')
  return {
    id,
    address,
    detail,
    at: at.toISOString(),
    when: dateAndTime(at, { language: 'en', timeZone }),
    who: actorWords(entry),
    what: `${action.slice(0, 1).toUpperCase()}${action.slice(1)}`,
    thing: name
      ? {
          name,
          href: thingAddress(entry),
          history: thing && thingId ? logAddress({ ...WHOLE_LOG, thing, thingId }) : null,
        }
      : null,
  }
}
