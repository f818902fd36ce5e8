import { Extension } from '@tiptap/core'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import { tableEditing } from '@tiptap/pm/tables'

/** Keeps tables rectangles whose first row, and no other, is the header. */
export const Tables = Extension.create({
  name: 'tables',
  addProseMirrorPlugins: () => [tableEditing(), headerPlugin()],
})

export function headerPlugin(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, before, after) => {
      if (!transactions.some(({ docChanged }) => docChanged)) return null
      const known = new Set(before.doc.children)
      const mended = after.tr
      after.doc.forEach((node, position) => {
        if (node.type.name === 'table' && !known.has(node)) mend(mended, position)
      })
      return mended.docChanged ? mended : null
    },
  })
}

function mend(transaction: Transaction, position: number): void {
  const { tableHeader, tableCell } = transaction.doc.type.schema.nodes
  transaction.doc.nodeAt(position)?.forEach((row, rowOffset, line) => {
    const wanted = line === 0 ? tableHeader : tableCell
    row.forEach((cell, cellOffset) => {
      // Positions hold: the type of a cell does not change its size.
      if (cell.type !== wanted) transaction.setNodeMarkup(position + 1 + rowOffset + 1 + cellOffset, wanted)
    })
  })
}
