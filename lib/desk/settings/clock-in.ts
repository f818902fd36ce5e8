/** What the clock shows in `timeZone` at `now` (milliseconds since 1970), with the zone's short name: "14:02 GMT". */
export function clockIn(timeZone: string, now: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
    timeZoneName: 'short',
  }).format(now)
}
