import { mergeAttributes, Node } from '@tiptap/core'
import type { ClassNames } from './class-names'
import { elementId } from './element-id'

/** First among the elements: what the editor makes when it has to make something. */
export function paragraph(classNames: ClassNames) {
  return Node.create({
    name: 'paragraph',
    priority: 1000,
    group: 'element factItem',
    content: 'inline*',
    addAttributes: () => elementId,
    parseHTML: () => [{ tag: 'p' }],
    renderHTML: ({ HTMLAttributes }) => ['p', mergeAttributes({ class: classNames.paragraph }, HTMLAttributes), 0],
  })
}
