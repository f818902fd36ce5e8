import { mergeAttributes, Node } from '@tiptap/core'
import type { ClassNames } from './class-names'
import { elementId } from './element-id'

export function list(classNames: ClassNames) {
  return Node.create({
    name: 'list',
    group: 'element factItem',
    content: 'listItem*',
    addAttributes: () => ({ ...elementId, ordered: { default: false, rendered: false } }),
    parseHTML: () => [
      { tag: 'ul', attrs: { ordered: false } },
      { tag: 'ol', attrs: { ordered: true } },
    ],
    renderHTML: ({ node, HTMLAttributes }) =>
      node.attrs.ordered
        ? ['ol', mergeAttributes({ class: classNames.ordered }, HTMLAttributes), 0]
        : ['ul', mergeAttributes({ class: classNames.unordered }, HTMLAttributes), 0],
  })
}

/** One line of words; lists of the paper are flat. */
export const listItem = Node.create({
  name: 'listItem',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
})
