import { mergeAttributes, Node } from '@tiptap/core'
import type { ClassNames } from './class-names'
import { elementId } from './element-id'

/** First among the elements: what the editor makes when it has to make something. */
export function paragraph(dress: ClassNames) {
  return Node.create({
    name: 'paragraph',
    priority: 1000,
    group: 'element factItem',
    content: 'inline*',
    addAttributes: () => elementId,
    parseHTML: () => [{ tag: 'p' }],
    renderHTML: ({ HTMLAttributes }) => ['p', mergeAttributes({ class: dress.paragraph }, HTMLAttributes), 0],
  })
}
