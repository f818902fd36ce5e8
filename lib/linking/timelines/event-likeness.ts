import type { Signals } from '@/lib/linking/related/signals'
import { EVENT_DAYS } from '@/lib/linking/timelines/event-groups'

/** Less alike, two stories have nothing to do with each other, whatever stands between them. */
const LEAST_LIKENESS = 0.2
/** An editor who links one to the other says that they belong together. */
const LINKED = 0.1

/**
 * How much speaks for two stories telling of one event, from 0 to 1: their rare words and their names in equal parts, and a
 * link from one to the other. 0 when they are too far apart in time, or instalments of one column.
 */
export function eventLikeness(
  { cosine, names, daysOlder, isSameColumn }: Pick<Signals, 'cosine' | 'names' | 'daysOlder' | 'isSameColumn'>,
  isLinked: boolean,
): number {
  const alike = (cosine + names) / 2
  if (alike < LEAST_LIKENESS || Math.abs(daysOlder) > EVENT_DAYS || isSameColumn) return 0
  return Math.min(1, alike + (isLinked ? LINKED : 0))
}
