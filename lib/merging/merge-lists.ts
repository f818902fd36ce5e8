import { same } from '@/lib/merging/same'

/**
 * Merges two versions of a list whose order matters little (topics, bylines), when both sides only added and removed
 * items: theirs, without what mine removed, with what mine added behind the item that it followed.
 * null when one of them changed the order or contains an item twice, so that a person has to decide.
 */
export function mergeLists<T>({ base, mine, theirs }: { base: T[]; mine: T[]; theirs: T[] }): T[] | null {
  if (![base, mine, theirs].every(holdsEachOnce)) return null
  if (!keepsOrder(base, mine) || !keepsOrder(base, theirs)) return null
  const merged = theirs.filter((item) => has(mine, item) || !has(base, item))
  for (const [index, item] of mine.entries()) {
    if (has(base, item) || has(merged, item)) continue
    const before = mine.slice(0, index).findLast((earlier) => has(merged, earlier))
    merged.splice(before === undefined ? merged.length : indexIn(merged, before) + 1, 0, item)
  }
  return merged
}

function keepsOrder<T>(base: T[], changed: T[]): boolean {
  const kept = base.filter((item) => has(changed, item))
  return same(
    kept,
    changed.filter((item) => has(base, item)),
  )
}

function holdsEachOnce<T>(items: T[]): boolean {
  return items.every((item, index) => indexIn(items, item) === index)
}

function has<T>(items: T[], item: T): boolean {
  return indexIn(items, item) !== -1
}

function indexIn<T>(items: T[], item: T): number {
  return items.findIndex((other) => same(other, item))
}
