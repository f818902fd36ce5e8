import { mergeAttributes, Node } from '@tiptap/core'
import type { ClassNames } from './class-names'
import { elementId } from './element-id'

export function list(classNames: ClassNames) {
  return Node.create({
    name: 'list',
    group: 'element factItem',
    content: 'listItem*',
    addAttributes: () => ({
      ...elementId,
      ordered: { default: false, rendered: false },
      /** The number of the first item; null for 1, and in a list without numbers. */
      start: {
        default: null,
        parseHTML: (dom) => firstNumber(dom),
        renderHTML: ({ start }) => (start === null ? {} : { start }),
      },
    }),
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

function firstNumber(list: HTMLElement): number | null {
  const given = list.tagName === 'OL' ? (list.getAttribute('start') ?? '') : ''
  return /^\d{1,6}$/.test(given) && given !== '1' ? Number(given) : null
}
