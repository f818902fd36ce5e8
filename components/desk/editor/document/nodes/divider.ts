import { mergeAttributes, Node } from '@tiptap/core'
import type { Dress } from './dress'
import { elementId } from './element-id'

export function divider(dress: Dress) {
  return Node.create({
    name: 'divider',
    group: 'element',
    addAttributes: () => elementId,
    parseHTML: () => [{ tag: 'hr' }],
    renderHTML: ({ HTMLAttributes }) => ['hr', mergeAttributes({ class: dress.divider }, HTMLAttributes)],
  })
}
