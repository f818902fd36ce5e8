import { DAY_MS, HOUR_MS } from '@/lib/time/durations'

const FROM = Date.UTC(1987, 0, 1)
/** The archive ends here, whenever it is made: the same numbers give the same archive. */
export const ARCHIVE_UNTIL = Date.UTC(2026, 10, 20)
const DOUBLES_EVERY_DAYS = 8 * 365.25

/** From Sunday to Saturday: how many stories a day has, in shares of a Wednesday. */
const OF_WEEKDAY = [0.45, 0.9, 1, 1, 1.05, 0.95, 0.5]

/** How many stories are published before each hour of a day, in shares of all. */
const BEFORE_HOUR = cumulated([1, 1, 1, 2, 5, 12, 14, 10, 9, 9, 10, 11, 9, 9, 9, 10, 11, 12, 9, 6, 5, 4, 3, 2])

/**
 * When the stories of an archive were published: more and more over four decades, few at weekends, most in the morning and
 * the late afternoon. Story 1 is the oldest; a later number is never earlier.
 */
export class PublicationDates {
  readonly #count: number
  readonly #beforeDay: number[]

  constructor(count: number) {
    this.#count = count
    const days = Math.floor((ARCHIVE_UNTIL - FROM) / DAY_MS)
    this.#beforeDay = cumulated(
      Array.from({ length: days }, (_, day) => {
        const weekday = new Date(FROM + day * DAY_MS).getUTCDay()
        return 2 ** (day / DOUBLES_EVERY_DAYS) * (OF_WEEKDAY[weekday] ?? 1)
      }),
    )
  }

  /** The instant of story `number`, from 1 to the number of stories, in ms since 1970. */
  of(number: number): number {
    const { place: day, share } = placeOf(this.#beforeDay, (number - 0.5) / this.#count)
    const { place: hour, share: ofHour } = placeOf(BEFORE_HOUR, share)
    return Math.floor(FROM + day * DAY_MS + (hour + ofHour) * HOUR_MS)
  }
}

/** 0, then the sum of the weights up to each, as shares of the whole. */
function cumulated(weights: readonly number[]): number[] {
  const sums = [0]
  for (const weight of weights) sums.push((sums.at(-1) ?? 0) + weight)
  const all = sums.at(-1) ?? 1
  return sums.map((sum) => sum / all)
}

/** Between which two sums `share` lies, and how far between them. */
function placeOf(sums: readonly number[], share: number): { place: number; share: number } {
  let low = 0
  let high = sums.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((sums[middle] ?? 0) <= share) low = middle
    else high = middle
  }
  const [from = 0, to = 1] = [sums[low], sums[low + 1]]
  return { place: low, share: to > from ? (share - from) / (to - from) : 0 }
}
