import { mergeAttributes, Node } from '@tiptap/core'
import type { ClassNames } from './class-names'
import { elementId } from './element-id'

/** What the commands of tables go by. Tiptap asks every extension about every node, so each has to look whose it is. */
function only(name: string, tableRole: string) {
  return (extension: { name: string }) => (extension.name === name ? { tableRole } : {})
}

/** A rectangle of cells whose first row is its header. Cells never span; the attributes are what the commands expect. */
export function table(classNames: ClassNames) {
  return Node.create({
    name: 'table',
    group: 'element',
    content: 'tableRow*',
    isolating: true,
    addAttributes: () => ({
      ...elementId,
      caption: {
        default: null,
        parseHTML: (dom) =>
          dom.getAttribute('data-caption') ?? dom.querySelector('caption')?.textContent?.trim() ?? null,
        renderHTML: ({ caption }) => (caption === null ? {} : { 'data-caption': caption }),
      },
    }),
    parseHTML: () => [{ tag: 'table' }, { tag: 'caption', ignore: true }],
    renderHTML: ({ HTMLAttributes }) => [
      'table',
      mergeAttributes({ class: classNames.table }, HTMLAttributes),
      ['tbody', 0],
    ],
    extendNodeSchema: only('table', 'table'),
  })
}

export const tableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
  extendNodeSchema: only('tableRow', 'row'),
})

const unspanned = {
  colspan: { default: 1, rendered: false },
  rowspan: { default: 1, rendered: false },
  colwidth: { default: null, rendered: false },
}

export const tableCell = Node.create({
  name: 'tableCell',
  content: 'inline*',
  isolating: true,
  addAttributes: () => unspanned,
  parseHTML: () => [{ tag: 'td', attrs: {} }],
  renderHTML: () => ['td', 0],
  extendNodeSchema: only('tableCell', 'cell'),
})

export const tableHeader = Node.create({
  name: 'tableHeader',
  content: 'inline*',
  isolating: true,
  addAttributes: () => unspanned,
  parseHTML: () => [{ tag: 'th', attrs: {} }],
  renderHTML: () => ['th', { scope: 'col' }, 0],
  extendNodeSchema: only('tableHeader', 'header_cell'),
})
