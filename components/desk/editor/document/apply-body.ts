import type { Node } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { Body } from '@/lib/article/body'
import { same } from '@/lib/merging/same'
import { blank, elementOf, nodeOf } from './body-document'

/**
 * Changes the document into `body`, only where they differ, so that the caret stays in its element also when that moves.
 * Not in the undo history, because the changes are those of others. Null when nothing differs.
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
      convertNode(transaction, transaction.mapping.map(here.position), here.node, nodeOf(state.schema, element))
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

/** The end of the body: before the empty paragraph at the end of the document, if there is one. */
function endOf(doc: Node): number {
  const last = doc.lastChild
  return last && last.attrs.id === null ? doc.content.size - last.nodeSize : doc.content.size
}

/** The ids of the largest set of elements whose order is the same before and after; these stay in place. */
function inOrder(present: Present[], body: Body): Set<string> {
  const places = new Map(body.map(({ id }, index) => [id, index]))
  const wanted = present.flatMap(({ id }) => places.get(id) ?? [])
  // Longest increasing subsequence: for each length its smallest end, and the predecessor of each element.
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

/** Changes the node at `position` into `target`: part by part when both have the same structure, otherwise as a whole. */
function convertNode(transaction: Transaction, position: number, node: Node, target: Node): void {
  // Elements are replaced as a whole: ProseMirror would fit a single table row in by rules of its own.
  if (hasSameStructure(node, target)) updateNode(transaction, position, node, target)
  else transaction.replaceWith(position, position + node.nodeSize, target)
}

function hasSameStructure(node: Node, target: Node): boolean {
  if (node.type !== target.type) return false
  if (node.inlineContent) return true
  return (
    node.childCount === target.childCount &&
    node.children.every((part, index) => hasSameStructure(part, target.child(index)))
  )
}

function updateNode(transaction: Transaction, position: number, node: Node, target: Node): void {
  for (const [name, value] of Object.entries(target.attrs)) {
    if (!same(node.attrs[name], value)) transaction.setNodeAttribute(position, name, value)
  }
  if (node.inlineContent) {
    updateText(transaction, position + 1, node, target)
    return
  }
  // From the last part, so that positions before it stay valid.
  let end = position + 1 + node.content.size
  for (let index = node.childCount - 1; index >= 0; index -= 1) {
    const part = node.child(index)
    end -= part.nodeSize
    if (!part.eq(target.child(index))) updateNode(transaction, end, part, target.child(index))
  }
}

function updateText(transaction: Transaction, start: number, node: Node, target: Node): void {
  const from = node.content.findDiffStart(target.content)
  const ends = node.content.findDiffEnd(target.content)
  if (from === null || !ends) return
  // Repeated letters match from both sides; then the ends lie before the start.
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b))
  transaction.replace(start + from, start + ends.a + overlap, target.slice(from, ends.b + overlap))
}

/** Keeps the selection in an element that moved. */
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
