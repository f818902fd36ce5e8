import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** Marks the table that the caret is in: its tools stand with it. */
export const TableChoice = Extension.create({
  name: 'tableChoice',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations: ({ doc, selection: { $from } }) => {
          const table = $from.depth > 0 ? $from.node(1) : null
          if (table?.type.name !== 'table') return null
          const start = $from.before(1)
          return DecorationSet.create(doc, [Decoration.node(start, start + table.nodeSize, { 'data-chosen': '' })])
        },
      },
    }),
  ],
})
