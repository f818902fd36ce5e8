/** When a page of the desk was made, and the zone in which it shows times. */
export interface PageClock {
  /** Milliseconds since 1970. */
  now: number
  /** IANA zone of the paper. */
  timeZone: string
}
