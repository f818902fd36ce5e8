import { DAY_MS } from '@/lib/time/durations'

/** Two stories of one language, not far apart in time, and how much they have in common: from 0 to 1. */
export interface StoryPair {
  one: number
  other: number
  likeness: number
}

/** A story by its id, and when it was published, in ms since 1970. */
export interface DatedStory {
  id: number
  at: number
}

/** Stories of one event follow each other within so many days: those further apart are not asked to resemble each other. */
export const EVENT_DAYS = 21
/** As alike, on average, are any two stories of one event that are near in time. */
export const EVENT_LIKENESS = 0.35
/** A timeline has so many stories at the least. */
export const LEAST_STORIES = 3

/**
 * The groups of `stories` that tell of one event each, the ids of a group ascending, the groups by their first id. Every
 * story begins alone; the two groups that are most alike become one, as long as their stories are as alike on average as
 * EVENT_LIKENESS. A pair that is missing counts as nothing alike. `apart` tells two stories that must never stand in one
 * group. Groups of fewer than LEAST_STORIES are left out. The order of the input does not matter.
 */
export function eventGroups(
  stories: readonly DatedStory[],
  { pairs, apart = () => false }: { pairs: readonly StoryPair[]; apart?: (one: number, other: number) => boolean },
): number[][] {
  const at = new Map(stories.map((story) => [story.id, story.at]))
  const groups = new Map([...at.keys()].map((id) => [id, [id]]))
  const links = new Map<number, Map<number, Link>>([...at.keys()].map((id) => [id, new Map()]))
  const link = (one: number, other: number, value: Link) => {
    links.get(one)?.set(other, value)
    links.get(other)?.set(one, value)
  }
  const near = (one: number, other: number) =>
    Math.abs((at.get(one) ?? 0) - (at.get(other) ?? 0)) <= EVENT_DAYS * DAY_MS
  for (const { one, other, likeness } of pairs) {
    if (at.has(one) && at.has(other) && one !== other && !apart(one, other))
      link(one, other, { sum: likeness, pairs: 1, isApart: false })
  }
  const met = (one: readonly number[], other: readonly number[]): Link => {
    const value = { sum: 0, pairs: 0, isApart: false }
    for (const a of one) {
      for (const b of other) {
        if (apart(a, b)) value.isApart = true
        const known = likenesses.get(keyOf(a, b))
        value.sum += known ?? 0
        if (known !== undefined || near(a, b)) value.pairs += 1
      }
    }
    return value
  }
  const likenesses = new Map(pairs.map(({ one, other, likeness }) => [keyOf(one, other), likeness]))

  for (let best = closest(links); best; best = closest(links)) {
    const [kept, gone] = best
    const all = [...(groups.get(kept) ?? []), ...(groups.get(gone) ?? [])]
    const around = new Set([...(links.get(kept)?.keys() ?? []), ...(links.get(gone)?.keys() ?? [])])
    for (const other of around) {
      links.get(other)?.delete(gone)
      links.get(other)?.delete(kept)
    }
    links.set(kept, new Map())
    links.delete(gone)
    groups.set(kept, all)
    groups.delete(gone)
    for (const other of around) {
      if (other === kept || other === gone) continue
      const value = met(all, groups.get(other) ?? [])
      if (!value.isApart) link(kept, other, value)
    }
  }
  return [...groups.values()]
    .filter((ids) => ids.length >= LEAST_STORIES)
    .map((ids) => ids.sort((one, other) => one - other))
    .sort(([one = 0], [other = 0]) => one - other)
}

/** What the stories of two groups have in common. */
interface Link {
  sum: number
  /** How many pairs of stories are near in time. */
  pairs: number
  isApart: boolean
}

/** The two groups that are most alike, the lower one first; null when none are alike enough. Ties go to the lowest numbers. */
function closest(links: ReadonlyMap<number, ReadonlyMap<number, Link>>): [number, number] | null {
  let found: [number, number] | null = null
  let best = 0
  for (const [one, others] of links) {
    for (const [other, { sum, pairs }] of others) {
      if (other < one) continue
      const value = sum / Math.max(1, pairs)
      if (value < EVENT_LIKENESS || value < best) continue
      const isLower = !found || one < found[0] || (one === found[0] && other < found[1])
      if (value > best || isLower) found = [one, other]
      best = value
    }
  }
  return found
}

function keyOf(one: number, other: number): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}
