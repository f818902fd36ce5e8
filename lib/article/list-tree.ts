import type { NestedItem } from '@/lib/article/body'

/** A list with the lists within its items. */
export interface ListTree<Item> {
  ordered: boolean
  /** The number of the first item; 1 in a list without numbers. */
  start: number
  items: { item: Item; lists: ListTree<Item>[] }[]
}

interface FlatList<Item> {
  ordered: boolean
  start?: number | undefined
  items: readonly Item[]
  nesting?: readonly (NestedItem | null)[] | undefined
}

/**
 * The tree of a list whose items stand one after another, each with its depth. An item that is deeper than the one before
 * it is in a list within that one. An item of the other kind at the same depth, or of a list that begins at another
 * number, begins another list within the same item.
 */
export function listTree<Item>({ ordered, start = 1, items, nesting = [] }: FlatList<Item>): ListTree<Item> {
  const root: ListTree<Item> = { ordered, start, items: [] }
  /** The open lists, from the outermost. */
  let open = [root]
  const depths = evenDepths(items.map((_, place) => nesting[place]?.depth ?? 0))
  for (const [place, item] of items.entries()) {
    const nested = nesting[place] ?? null
    const depth = depths[place] ?? 0
    const parent = open[depth - 1]?.items.at(-1)
    let list = open[depth]
    if (parent && nested && (list?.ordered !== nested.ordered || list.start !== firstNumber(nested))) {
      list = { ordered: nested.ordered, start: firstNumber(nested), items: [] }
      parent.lists.push(list)
    }
    list ??= root
    list.items.push({ item, lists: [] })
    open = [...open.slice(0, depth), list]
  }
  return root
}

/** The number at which the list of an item begins; 1 in a list without numbers. */
function firstNumber({ ordered, start = 1 }: NestedItem): number {
  return ordered ? start : 1
}

/**
 * The depths of items in a list, made even: the first is 0, none is more than one level deeper than the one before it, and
 * items that stood side by side still do.
 */
export function evenDepths(depths: readonly number[]): number[] {
  /** The given depths of the item and of those that it is within, from the outermost. */
  let around: number[] = []
  return depths.map((depth) => {
    around = [...around.filter((outer) => outer < depth), depth]
    return around.length - 1
  })
}

/** Those items of a list that are `kept`, with their nesting, which is left out where all are at the first level. */
export function keptItems<Item, Kept>(
  { items, nesting = [] }: Pick<FlatList<Item>, 'items' | 'nesting'>,
  kept: (item: Item) => Kept | null,
): { items: Kept[]; nesting?: (NestedItem | null)[] } {
  const all = items.flatMap((item, place) => {
    const one = kept(item)
    return one === null ? [] : [{ item: one, nested: nesting[place] ?? null }]
  })
  return { items: all.map(({ item }) => item), ...nestingOf(all.map(({ nested }) => nested)) }
}

/** The nesting of these items as a list holds it: absent where all are at the first level. */
export function nestingOf(nesting: (NestedItem | null)[]): { nesting?: (NestedItem | null)[] } {
  return nesting.some((nested) => nested !== null) ? { nesting } : {}
}
