import { mergeAttributes, Node } from '@tiptap/core'
import type { ClassNames } from './class-names'
import { elementId } from './element-id'

export function divider(classNames: ClassNames) {
  return Node.create({
    name: 'divider',
    group: 'element',
    addAttributes: () => elementId,
    parseHTML: () => [{ tag: 'hr' }],
    renderHTML: ({ HTMLAttributes }) => ['hr', mergeAttributes({ class: classNames.divider }, HTMLAttributes)],
  })
}
