import { mergeAttributes, Node } from '@tiptap/core'
import type { ClassNames } from './class-names'
import { elementId } from './element-id'

/** `entryTime` says in words when an entry of a live story was written. */
export function heading(classNames: ClassNames, entryTime: (at: number) => string) {
  return Node.create({
    name: 'heading',
    group: 'element',
    content: 'inline*',
    defining: true,
    addAttributes: () => ({
      ...elementId,
      level: { default: 2, rendered: false },
      at: {
        default: null,
        keepOnSplit: false,
        parseHTML: (dom) => (/^\d{1,15}$/.test(dom.dataset.at ?? '') ? Number(dom.dataset.at) : null),
        renderHTML: ({ at }) => (at === null ? {} : { 'data-at': at, 'data-time': entryTime(at) }),
      },
    }),
    parseHTML: () => [
      { tag: 'h2', attrs: { level: 2 } },
      { tag: 'h3', attrs: { level: 3 } },
    ],
    renderHTML: ({ node, HTMLAttributes }) => {
      const tag = node.attrs.level === 3 ? 'h3' : 'h2'
      return [tag, mergeAttributes({ class: classNames[tag] }, HTMLAttributes), 0]
    },
  })
}
