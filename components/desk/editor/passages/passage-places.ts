import type { Node } from '@tiptap/pm/model'
import type { ElementText } from '@/lib/comments/passage'

/** An element of the document with its text, and where each part of it stands. */
export interface ElementPlace extends ElementText {
  /** Stretches of the text: where each begins in the text and in the document. */
  stretches: { offset: number; position: number; length: number }[]
}

/** The elements of the document that have a text, as elementTexts (lib/comments/element-texts.ts) has those of a body. */
export function elementPlaces(doc: Node): ElementPlace[] {
  const places: ElementPlace[] = []
  doc.forEach((node, position) => {
    // What an element holds that are elements themselves stand for it.
    const holdsElements = node.firstChild !== null && 'id' in node.firstChild.attrs
    if (holdsElements) node.forEach((part, offset) => places.push(...placeOf(part, position + 1 + offset)))
    else places.push(...placeOf(node, position))
  })
  return places
}

/** The position in the document of an offset in the text of an element; null when it lies between two of its parts. */
export function positionAt({ stretches }: ElementPlace, offset: number): number | null {
  const stretch = stretches.find((one) => offset >= one.offset && offset <= one.offset + one.length)
  return stretch ? stretch.position + offset - stretch.offset : null
}

/** The offset in the text of an element of a position in the document; null when it is not within its text. */
export function offsetAt({ stretches }: ElementPlace, position: number): number | null {
  const stretch = stretches.find((one) => position >= one.position && position <= one.position + one.length)
  return stretch ? stretch.offset + position - stretch.position : null
}

function placeOf(node: Node, position: number): ElementPlace[] {
  if (typeof node.attrs.id !== 'string') return []
  const place: ElementPlace = { id: node.attrs.id, text: '', stretches: [] }
  const add = (block: Node, start: number) => {
    if (place.stretches.length) place.text += '\n'
    // A leaf such as a line break has a length of one, as in the text.
    const text = block.textBetween(0, block.content.size, '\n', '\n')
    place.stretches.push({ offset: place.text.length, position: start + 1, length: text.length })
    place.text += text
  }
  if (node.isTextblock) add(node, position)
  else {
    node.descendants((child, offset) => {
      if (child.isTextblock) add(child, position + 1 + offset)
      return !child.isTextblock
    })
  }
  return place.text === '' ? [] : [place]
}
