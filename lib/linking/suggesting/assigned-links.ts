import { LINKS_OF_SLOT, type Slot } from '@/lib/linking/placement/slots'

/** The stories proposed for each slot, by the id of the paragraph above it. */
export type AssignedLinks = ReadonlyMap<string, readonly number[]>

/**
 * What is proposed for `slots`: what `before` has for them stays where it is, as long as it is still suggested; free places
 * get the others in the order of `suggested`, the first slot first. `skipped` come when nothing else is left. Each story
 * stands once; a slot that gets none is left out.
 */
export function assignedLinks(
  slots: readonly Slot[],
  { suggested, before, skipped }: { suggested: readonly number[]; before: AssignedLinks; skipped: ReadonlySet<number> },
): AssignedLinks {
  const known = new Set(suggested)
  const kept = new Map(
    slots.map(({ afterId }) => [afterId, (before.get(afterId) ?? []).map((id) => (known.has(id) ? id : null))]),
  )
  const used = new Set([...kept.values()].flat())
  const free = [
    ...suggested.filter((id) => !used.has(id) && !skipped.has(id)),
    ...suggested.filter((id) => !used.has(id) && skipped.has(id)),
  ]
  return new Map(
    slots.flatMap(({ afterId }) => {
      const places = kept.get(afterId) ?? []
      const filled = Array.from({ length: LINKS_OF_SLOT }, (_, place) => places[place] ?? free.shift() ?? null)
      const links = filled.filter((id) => id !== null)
      return links.length ? [[afterId, links] as const] : []
    }),
  )
}

/** `before` with the next free story in the place of `id`; the same when there is no other one. */
export function swapped(
  before: AssignedLinks,
  { id, suggested, skipped }: { id: number; suggested: readonly number[]; skipped: ReadonlySet<number> },
): AssignedLinks {
  const used = new Set([...before.values()].flat())
  const others = suggested.filter((other) => !used.has(other))
  const next = others.find((other) => !skipped.has(other)) ?? others[0]
  if (next === undefined) return before
  return new Map([...before].map(([slot, links]) => [slot, links.map((other) => (other === id ? next : other))]))
}
