import type { Node } from '@tiptap/pm/model'
import { NodeSelection, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'

/**
 * Inserts an element at the caret: in place of an empty paragraph, otherwise after the element with the caret. The caret
 * moves into it when it has text, otherwise to what follows.
 */
export function insertElement(transaction: Transaction, element: Node): Transaction {
  const { selection } = transaction
  const { $from } = selection
  const atom = selection instanceof NodeSelection && $from.depth === 0 ? selection.node : null
  const current = atom ?? ($from.depth > 0 ? $from.node(1) : null)
  const start = atom || $from.depth === 0 ? $from.pos : $from.before(1)
  const end = current ? start + current.nodeSize : start
  const replaces = current?.type.name === 'paragraph' && current.content.size === 0
  const at = replaces ? start : end
  transaction.replaceWith(at, end, element)
  if (element.isAtom) return caretAfter(transaction, at + element.nodeSize)
  return transaction.setSelection(Selection.near(transaction.doc.resolve(at + 1))).scrollIntoView()
}

/** Puts the caret at the start of the text block at `position`; inserts a paragraph when there is none. */
export function caretAfter(transaction: Transaction, position: number): Transaction {
  const next = transaction.doc.nodeAt(position)
  if (!next?.isTextblock) transaction.insert(position, transaction.doc.type.schema.node('paragraph'))
  return transaction.setSelection(TextSelection.create(transaction.doc, position + 1)).scrollIntoView()
}

/** Moves the selected elements before the previous one, or after the next one, with the caret. False when there is none. */
export function moveElement(transaction: Transaction, direction: 'up' | 'down'): boolean {
  const { doc, selection } = transaction
  const first = selection.$from.index(0)
  const last = selection.$to.depth === 0 && !selection.empty ? selection.$to.index(0) - 1 : selection.$to.index(0)
  const index = direction === 'up' ? first - 1 : last + 1
  const neighbour = doc.maybeChild(index)
  // The empty paragraph at the end has no id: it is not an element yet.
  if (!neighbour || neighbour.attrs.id === null) return false
  const at = doc.resolve(0).posAtIndex(index)
  if (direction === 'up') {
    transaction.insert(doc.resolve(0).posAtIndex(last + 1), neighbour)
    transaction.delete(at, at + neighbour.nodeSize)
  } else {
    transaction.delete(at, at + neighbour.nodeSize)
    transaction.insert(doc.resolve(0).posAtIndex(first), neighbour)
  }
  transaction.scrollIntoView()
  return true
}
