import { mergeAttributes, Node } from '@tiptap/core'
import type { Dress } from './dress'
import { elementId } from './element-id'

export function heading(dress: Dress) {
  return Node.create({
    name: 'heading',
    group: 'element',
    content: 'inline*',
    defining: true,
    addAttributes: () => ({ ...elementId, level: { default: 2, rendered: false } }),
    parseHTML: () => [
      { tag: 'h2', attrs: { level: 2 } },
      { tag: 'h3', attrs: { level: 3 } },
    ],
    renderHTML: ({ node, HTMLAttributes }) => {
      const tag = node.attrs.level === 3 ? 'h3' : 'h2'
      return [tag, mergeAttributes({ class: dress[tag] }, HTMLAttributes), 0]
    },
  })
}
