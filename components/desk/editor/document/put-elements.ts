import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { Body } from '@/lib/article/body'
import { blank, nodeOf } from './body-document'
import { positionOf } from './element-ids'

/** Puts `elements` behind the one with this id, wherever the caret is; null when that one is gone. */
export function putAfter(state: EditorState, id: string, elements: Body): Transaction | null {
  const position = positionOf(state.doc, id)
  const node = position === null ? null : state.doc.nodeAt(position)
  if (position === null || !node) return null
  const nodes = elements.map((element) => nodeOf(state.schema, element))
  return state.tr.insert(position + node.nodeSize, nodes)
}

/** Takes the elements with these ids out, wherever the caret is; null when none is there. */
export function takeOut(state: EditorState, ids: readonly string[]): Transaction | null {
  const transaction = state.tr
  for (const id of ids) {
    const position = positionOf(transaction.doc, id)
    const node = position === null ? null : transaction.doc.nodeAt(position)
    if (position === null || !node) continue
    if (transaction.doc.childCount === 1)
      transaction.replaceWith(position, position + node.nodeSize, blank(state.schema))
    else transaction.delete(position, position + node.nodeSize)
  }
  return transaction.docChanged ? transaction : null
}
