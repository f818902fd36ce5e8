import { mergeAttributes, Node } from '@tiptap/core'
import { DEEPEST_ITEM } from '@/lib/article/body'
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

/**
 * One line of words. The items of a list and those of the lists within them stand one after another, as in a body: each
 * knows how deep it is. `numbered` says whether the list that a deeper item stands in has numbers.
 */
export const listItem = Node.create({
  name: 'listItem',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({
    depth: {
      default: 0,
      parseHTML: (dom) => Math.min(wholeNumber(dom.getAttribute('data-depth')), DEEPEST_ITEM),
      // Screen readers say the level, counted from 1.
      renderHTML: ({ depth }) => (depth > 0 ? { 'data-depth': depth, 'aria-level': depth + 1 } : {}),
    },
    numbered: {
      default: false,
      parseHTML: (dom) => dom.hasAttribute('data-numbered'),
      renderHTML: ({ depth, numbered }) => (depth > 0 && numbered ? { 'data-numbered': '' } : {}),
    },
    /** The number of the first item of that list, the same for each of its items; null for 1. */
    start: {
      default: null,
      parseHTML: (dom) => wholeNumber(dom.getAttribute('data-start')) || null,
      renderHTML: ({ depth, numbered, start }) =>
        depth > 0 && numbered && start !== null ? { 'data-start': start } : {},
    },
  }),
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
})

function wholeNumber(written: string | null): number {
  return /^\d{1,3}$/.test(written ?? '') ? Number(written) : 0
}

function firstNumber(list: HTMLElement): number | null {
  const given = list.tagName === 'OL' ? (list.getAttribute('start') ?? '') : ''
  return /^\d{1,6}$/.test(given) && given !== '1' ? Number(given) : null
}
