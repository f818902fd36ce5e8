import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import { Mapping } from '@tiptap/pm/transform'
import { blank, isBlank, isWritable } from './body-document'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** A random id of ten letters and digits (3.6 × 10^15 possible ids). */
export function newElementId(): string {
  // 252 is the largest multiple of 36 below 256; bytes above it would favour the first letters.
  let id = 'e'
  while (id.length < 11) {
    for (const byte of crypto.getRandomValues(new Uint8Array(16))) {
      if (byte < 252 && id.length < 11) id += LETTERS[byte % 36]
    }
  }
  return id
}

/** Gives every element a unique id, and adds an empty paragraph after a last element that has no text. */
export const ElementIds = Extension.create({
  name: 'elementIds',
  addProseMirrorPlugins: () => [elementIdsPlugin()],
})

/**
 * After every change, an element without an id gets one, and of several with the same id one keeps it: the one at the old
 * position, or, after a split at the very start, the one with the text. The same holds inside a fact box. The empty
 * paragraph at the end gets an id when somebody types in it.
 */
export function elementIdsPlugin(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, before, after) => {
      if (!transactions.some(({ docChanged }) => docChanged)) return null
      const mapping = new Mapping(transactions.flatMap(({ mapping: { maps } }) => maps))
      const transaction = assigned(after.tr, after, (id) => {
        const position = positionOf(before.doc, id)
        return position === null ? null : mapping.map(position, 1)
      })
      if (!isWritable(after.doc.lastChild)) transaction.insert(transaction.doc.content.size, blank(after.schema))
      return transaction.docChanged ? transaction : null
    },
  })
}

interface Place {
  node: Node
  position: number
}

function assigned(transaction: Transaction, { doc }: EditorState, stoodAt: (id: string) => number | null): Transaction {
  for (const places of [
    placesIn(doc, 0),
    ...factBoxes(doc).map(({ node, position }) => placesIn(node, position + 1)),
  ]) {
    const byId = new Map<string | null, Place[]>()
    for (const place of places) byId.set(place.node.attrs.id, [...(byId.get(place.node.attrs.id) ?? []), place])
    for (const [id, sharing] of byId) {
      if (id !== null && sharing.length === 1) continue
      const keeps = id === null ? null : keeper(sharing, stoodAt(id))
      for (const { node, position } of sharing) {
        if (position === keeps?.position || (node === doc.lastChild && isBlank(node))) continue
        transaction.setNodeAttribute(position, 'id', newElementId())
      }
    }
  }
  return transaction
}

function keeper(sharing: Place[], stoodAt: number | null): Place | undefined {
  const same = sharing.find(({ position }) => position === stoodAt) ?? sharing[0]
  return same?.node.content.size === 0 ? (sharing.find(({ node }) => node.content.size > 0) ?? same) : same
}

function placesIn(parent: Node, start: number): Place[] {
  const places: Place[] = []
  parent.forEach((node, offset) => {
    if ('id' in node.attrs) places.push({ node, position: start + offset })
  })
  return places
}

function factBoxes(doc: Node): Place[] {
  return placesIn(doc, 0).filter(({ node }) => node.type.name === 'factBox')
}

/** The position of the element with this id, also in a fact box; null when there is none. */
export function positionOf(doc: Node, id: string): number | null {
  for (const { node, position } of placesIn(doc, 0)) {
    if (node.attrs.id === id) return position
    if (node.type.name !== 'factBox') continue
    const inside = placesIn(node, position + 1).find((part) => part.node.attrs.id === id)
    if (inside) return inside.position
  }
  return null
}
