import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type Command, Plugin, type Transaction } from '@tiptap/pm/state'
import { DEEPEST_ITEM } from '@/lib/article/body'
import { evenDepths } from '@/lib/article/list-tree'

/** Keeps the depths of items such that each is at most one level deeper than the one before it, and the first is at none. */
export const NestedItems = Extension.create({
  name: 'nestedItems',
  addProseMirrorPlugins: () => [nestedItemsPlugin()],
})

export function nestedItemsPlugin(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, before, after) => {
      if (!transactions.some(({ docChanged }) => docChanged)) return null
      const known = new Set(before.doc.children)
      const mended = after.tr
      after.doc.forEach((node, position) => {
        if (known.has(node)) return
        if (node.type.name === 'list') mend(mended, node, position)
        else if (node.type.name === 'factBox')
          node.forEach((part, offset) => {
            if (part.type.name === 'list') mend(mended, part, position + 1 + offset)
          })
      })
      return mended.docChanged ? mended : null
    },
  })
}

function mend(transaction: Transaction, list: Node, position: number): void {
  const depths = evenDepths(list.children.map(({ attrs }) => attrs.depth))
  list.forEach(({ attrs }, offset, place) => {
    if (depths[place] !== attrs.depth) transaction.setNodeAttribute(position + 1 + offset, 'depth', depths[place])
  })
}

/** Makes the selected items deeper by one level, or brings them back, each with the items in its lists. */
export function nestItems(direction: 1 | -1): Command {
  return (state, dispatch) => {
    const items = selectedItems(state.tr)
    if (!items) return false
    const { list, start, from, to } = items
    const { children } = list
    const first = children[from]
    if (!first) return false
    const before = children[from - 1]
    const isPossible =
      direction === 1
        ? before !== undefined && before.attrs.depth >= first.attrs.depth && first.attrs.depth < DEEPEST_ITEM
        : first.attrs.depth > 0
    // The key does nothing then: its default would leave the text.
    if (!isPossible) return true
    const transaction = state.tr
    for (let place = from; place < endOfItems(children, from, to); place += 1) {
      const item = children[place]
      if (!item) continue
      const depth = Math.max(0, Math.min(item.attrs.depth + direction, DEEPEST_ITEM))
      transaction.setNodeAttribute(start + offsetOf(children, place), 'depth', depth)
    }
    const { numbered, begins } = listAround(list, from, first.attrs.depth + direction)
    if (numbered !== first.attrs.numbered)
      transaction.setNodeAttribute(start + offsetOf(children, from), 'numbered', numbered)
    for (let place = from; place < endOfItems(children, from, to); place += 1) {
      if (children[place]?.attrs.depth === first.attrs.depth)
        transaction.setNodeAttribute(start + offsetOf(children, place), 'start', begins)
    }
    dispatch?.(transaction.scrollIntoView())
    return true
  }
}

/** Whether a block is an item of a list within a list. */
export function isNested(item: Node | null): boolean {
  return item?.type.name === 'listItem' && item.attrs.depth > 0
}

/**
 * Gives the lists within a list that the selected items stand in numbers, or points. False where an item of the first
 * level is selected, or none.
 */
export function numberNested(transaction: Transaction, numbered: boolean): boolean {
  const items = selectedItems(transaction)
  if (!items) return false
  const { list, start, from, to } = items
  const { children } = list
  const selected = children.slice(from, to + 1)
  if (selected.some(({ attrs }) => attrs.depth === 0)) return false
  const depth = Math.min(...selected.map((item) => Number(item.attrs.depth)))
  let [first, last] = [from, to]
  while (first > 0 && (children[first - 1]?.attrs.depth ?? 0) >= depth) first -= 1
  while (last < children.length - 1 && (children[last + 1]?.attrs.depth ?? 0) >= depth) last += 1
  for (let place = first; place <= last; place += 1) {
    if (children[place]?.attrs.depth === depth)
      transaction.setNodeAttribute(start + offsetOf(children, place), 'numbered', numbered)
  }
  return true
}

interface SelectedItems {
  list: Node
  /** The position of the first item. */
  start: number
  /** The places of the first and the last selected item. */
  from: number
  to: number
}

/** The selected items of one list; null where the selection is not within one. */
function selectedItems({ selection: { $from, $to } }: Transaction): SelectedItems | null {
  const depth = $from.depth - 1
  if ($from.parent.type.name !== 'listItem' || $to.depth !== $from.depth || $to.node(depth) !== $from.node(depth)) {
    return null
  }
  return { list: $from.node(depth), start: $from.start(depth), from: $from.index(depth), to: $to.index(depth) }
}

/** The place after the selected items and those in the lists of the last one. */
function endOfItems(children: readonly Node[], from: number, to: number): number {
  const depth = Math.min(...children.slice(from, to + 1).map(({ attrs }) => Number(attrs.depth)))
  let end = to + 1
  while ((children[end]?.attrs.depth ?? 0) > depth) end += 1
  return end
}

/**
 * The list that an item comes into at `depth`: whether it has numbers, as the items beside it have them, else as the list
 * that the item was in; and the number of its first item, null for 1.
 */
function listAround(list: Node, place: number, depth: number): { numbered: boolean; begins: number | null } {
  const { children } = list
  if (depth === 0) return { numbered: false, begins: null }
  for (let at = place - 1; at >= 0; at -= 1) {
    const other = children[at]
    if (!other || other.attrs.depth < depth) break
    if (other.attrs.depth === depth) return { numbered: other.attrs.numbered, begins: other.attrs.start }
  }
  const item = children[place]
  const numbered = item && item.attrs.depth > 0 ? item.attrs.numbered : list.attrs.ordered
  return { numbered, begins: null }
}

function offsetOf(children: readonly Node[], place: number): number {
  return children.slice(0, place).reduce((size, { nodeSize }) => size + nodeSize, 0)
}
