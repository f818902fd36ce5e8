import type { Body, BodyElement } from '@/lib/article/body'
import { same } from '@/lib/merging/same'
import { elementPlace, type SetAside } from '@/lib/merging/set-aside'

interface Versions {
  base: Body
  mine: Body
  theirs: Body
}

/**
 * Merges two versions of a body that started from `base`, element by element; the words of an element are never mixed.
 * - What only one side added, changed, moved or deleted is taken over.
 * - Both changed an element differently: theirs stays and mine is set aside.
 * - One side deleted an element and the other changed it: their change stays; my change is set aside.
 * - An added element follows the element that it followed; where both added one, theirs comes before mine.
 * - Both moved elements: theirs is the order.
 */
export function mergeBodies(versions: Versions): { body: Body; setAside: SetAside[] } {
  const { base, mine, theirs } = versions
  const setAside: SetAside[] = []
  const kept = new Map<string, BodyElement>()
  const [inBase, inMine, inTheirs] = [byId(base), byId(mine), byId(theirs)]
  for (const element of theirs) {
    const before = inBase.get(element.id)
    const own = inMine.get(element.id)
    const mineDeletedIt = !own && before && same(before, element)
    if (!mineDeletedIt) kept.set(element.id, own && before && same(before, element) ? own : element)
  }
  for (const [index, element] of mine.entries()) {
    const before = inBase.get(element.id)
    const other = inTheirs.get(element.id)
    if (same(element, before) || same(element, other)) continue
    if (!before && !other) kept.set(element.id, element)
    else if (!same(before, other) || !before) {
      setAside.push({ place: elementPlace(element.id), value: element, afterId: mine[index - 1]?.id ?? null })
    }
  }
  return { body: inOrder(versions, kept), setAside }
}

/** Each of `kept` once: in the order of one side, with the elements that only the other side added. */
function inOrder({ base, mine, theirs }: Versions, kept: Map<string, BodyElement>): Body {
  const minesOrder = moved(base, mine) && !moved(base, theirs)
  const [first, second] = minesOrder ? [mine, theirs] : [theirs, mine]
  const order = idsOf(first).filter((id) => kept.has(id))
  const [inBase, inSecond] = [new Set(idsOf(base)), new Set(idsOf(second))]
  const alone = new Set(order.filter((id) => !inBase.has(id) && !inSecond.has(id)))
  const placed = new Set(order)
  let before: string | null = null
  for (const { id } of second) {
    if (!kept.has(id)) continue
    if (!placed.has(id)) {
      let at = before === null ? 0 : order.indexOf(before) + 1
      // Where both added an element at one place, theirs comes first.
      if (!minesOrder) while (alone.has(order[at] ?? '')) at += 1
      order.splice(at, 0, id)
      placed.add(id)
    }
    before = id
  }
  return order.flatMap((id) => kept.get(id) ?? [])
}

/** Whether the elements that are in both have another order in `changed`. */
function moved(base: Body, changed: Body): boolean {
  const [before, after] = [new Set(idsOf(base)), new Set(idsOf(changed))]
  return !same(
    idsOf(base).filter((id) => after.has(id)),
    idsOf(changed).filter((id) => before.has(id)),
  )
}

function byId(body: Body): Map<string, BodyElement> {
  return new Map(body.map((element) => [element.id, element]))
}

function idsOf(body: Body): string[] {
  return body.map(({ id }) => id)
}
