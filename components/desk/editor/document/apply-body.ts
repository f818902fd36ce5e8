import type { Node } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { Body } from '@/lib/article/body'
import { same } from '@/lib/merging/same'
import { blank, elementOf, nodeOf } from './body-document'

/**
 * Makes the document show `body`, touching only what differs, so that the caret of somebody who types stays where it
 * is, also when its element moves. Cannot be undone, because it is the work of others. Null when nothing differs.
 */
export function applyBody(state: EditorState, body: Body): Transaction | null {
  const present = presentElements(state.doc)
  const kept = inOrder(present, body)
  const transaction = state.tr
  const gone: Present[] = []
  let next = 0
  for (const element of body) {
    const at = present[next]?.position ?? endOf(state.doc)
    if (!kept.has(element.id)) {
      transaction.insert(transaction.mapping.map(at), nodeOf(state.schema, element))
      continue
    }
    let here = present[next]
    while (here && here.id !== element.id) {
      gone.push(here)
      next += 1
      here = present[next]
    }
    if (here && !same(elementOf(here.node), element)) {
      becomes(transaction, transaction.mapping.map(here.position), here.node, nodeOf(state.schema, element))
    }
    next += 1
  }
  for (const { node, position } of [...gone, ...present.slice(next)]) {
    const at = transaction.mapping.map(position)
    if (transaction.doc.childCount === 1) transaction.replaceWith(at, at + node.nodeSize, blank(state.schema))
    else transaction.delete(at, at + node.nodeSize)
  }
  if (!transaction.docChanged) return null
  keepCaret(state, transaction)
  return transaction.setMeta('addToHistory', false).setMeta('preventUpdate', true)
}

interface Present {
  id: string
  node: Node
  position: number
}

function presentElements(doc: Node): Present[] {
  const present: Present[] = []
  doc.forEach((node, position) => {
    if (node.attrs.id !== null) present.push({ id: node.attrs.id, node, position })
  })
  return present
}

/** Before the empty paragraph that waits at the end, if there is one. */
function endOf(doc: Node): number {
  const last = doc.lastChild
  return last && last.attrs.id === null ? doc.content.size - last.nodeSize : doc.content.size
}

/** The ids of the most elements that stand in the same order before and after; these stay in place. */
function inOrder(present: Present[], body: Body): Set<string> {
  const places = new Map(body.map(({ id }, index) => [id, index]))
  const wanted = present.flatMap(({ id }) => places.get(id) ?? [])
  // Longest increasing run: for each length the smallest end, and what stands before each.
  const ends: number[] = []
  const before = new Map<number, number | undefined>()
  for (const place of wanted) {
    let low = ends.findIndex((end) => end >= place)
    if (low < 0) low = ends.length
    before.set(place, ends[low - 1])
    ends[low] = place
  }
  const kept = new Set<string>()
  for (let place = ends.at(-1); place !== undefined; place = before.get(place)) {
    const id = body[place]?.id
    if (id) kept.add(id)
  }
  return kept
}

/** Turns the node at `position` into `wanted`: part by part when both have the same parts, else as a whole. */
function becomes(transaction: Transaction, position: number, node: Node, wanted: Node): void {
  // Only whole elements are exchanged: a row put among others would be fitted in by rules of its own.
  if (isBuiltLike(node, wanted)) mended(transaction, position, node, wanted)
  else transaction.replaceWith(position, position + node.nodeSize, wanted)
}

function isBuiltLike(node: Node, wanted: Node): boolean {
  if (node.type !== wanted.type) return false
  if (node.inlineContent) return true
  return (
    node.childCount === wanted.childCount &&
    node.children.every((part, index) => isBuiltLike(part, wanted.child(index)))
  )
}

function mended(transaction: Transaction, position: number, node: Node, wanted: Node): void {
  for (const [name, value] of Object.entries(wanted.attrs)) {
    if (!same(node.attrs[name], value)) transaction.setNodeAttribute(position, name, value)
  }
  if (node.inlineContent) {
    wordsBecome(transaction, position + 1, node, wanted)
    return
  }
  // From the last part, so that the positions before it still hold.
  let end = position + 1 + node.content.size
  for (let index = node.childCount - 1; index >= 0; index -= 1) {
    const part = node.child(index)
    end -= part.nodeSize
    if (!part.eq(wanted.child(index))) mended(transaction, end, part, wanted.child(index))
  }
}

function wordsBecome(transaction: Transaction, start: number, node: Node, wanted: Node): void {
  const from = node.content.findDiffStart(wanted.content)
  const ends = node.content.findDiffEnd(wanted.content)
  if (from === null || !ends) return
  // Repeated letters can be counted from both sides: the ends then lie before the start.
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b))
  transaction.replace(start + from, start + ends.a + overlap, wanted.slice(from, ends.b + overlap))
}

/** An element that moved takes the caret along. */
function keepCaret(state: EditorState, transaction: Transaction): void {
  const { $anchor, $head } = state.selection
  if (!(state.selection instanceof TextSelection) || $head.depth === 0) return
  const id: unknown = $head.node(1).attrs.id
  const mapped = transaction.selection.$head
  if (id === null || (mapped.depth > 0 && mapped.node(1).attrs.id === id)) return
  transaction.doc.forEach((node, position) => {
    if (node.attrs.id !== id) return
    const inside = (old: number) =>
      transaction.doc.resolve(position + Math.min(old - $head.before(1), node.nodeSize - 1))
    const together = $anchor.depth > 0 && $anchor.node(1) === $head.node(1)
    transaction.setSelection(TextSelection.between(inside(together ? $anchor.pos : $head.pos), inside($head.pos)))
  })
}
