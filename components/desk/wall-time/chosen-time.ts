import { distance, readWallTime, spelledOut, type WallTime, zoneName } from '@/lib/time/wall-clock'

/** A day and a time of a wall clock, and which of the two instants where the time occurs twice. */
export interface WallChoice extends WallTime {
  turn: 'first' | 'second' | null
}

/** What a choice means: an instant in milliseconds, one of two instants to choose from, or a problem in words. */
export type ChosenTime =
  | { kind: 'at'; at: number }
  | { kind: 'which'; first: string; second: string }
  | { kind: 'problem'; message: string }

/** The instant of a choice in the time zone of the site; a problem when it is not after `now`. */
export function chosenTime(
  { day, time, turn }: WallChoice,
  { now, timeZone }: { now: Date; timeZone: string },
): ChosenTime {
  const read = readWallTime({ day, time }, timeZone)
  if (!read) return { kind: 'problem', message: 'Choose a day and a time.' }
  if (read.kind === 'never') {
    const { before, after } = read
    const message = `${time} does not exist on that day: the clocks go from ${before.time} to ${after.time}. Choose a time before or after.`
    return { kind: 'problem', message }
  }
  if (read.kind === 'twice' && turn === null) {
    const [first, second] = read.at
    return { kind: 'which', first: which(first, timeZone), second: which(second, timeZone) }
  }
  const at = read.kind === 'once' ? read.at : read.at[turn === 'first' ? 0 : 1]
  if (at <= now) return { kind: 'problem', message: `That time has passed: it was ${distance(now, at)}.` }
  return { kind: 'at', at: at.getTime() }
}

/** "Publishes Tuesday 24 November 2026, 06:00 WET (Europe/Lisbon), in 3 h", beginning with `verb`. */
export function comingText(verb: string, at: number, { now, timeZone }: { now: Date; timeZone: string }): string {
  const instant = new Date(at)
  return `${verb} ${spelledOut(instant, timeZone)}, ${distance(now, instant)}`
}

function which(instant: Date, timeZone: string): string {
  const utc = instant.toISOString().slice(11, 16)
  return `${zoneName(instant, timeZone)} (${utc} UTC)`
}
