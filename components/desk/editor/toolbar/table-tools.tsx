'use client'

import type { Command } from '@tiptap/pm/state'
import { addColumnAfter, addColumnBefore, addRowAfter, addRowBefore, deleteColumn, deleteRow } from '@tiptap/pm/tables'
import type { Editor } from '@tiptap/react'
import styles from './toolbar.module.css'
import { ToolbarButton } from './toolbar-button'

const TOOLS: [string, Command][] = [
  ['Row above', addRowBefore],
  ['Row below', addRowAfter],
  ['Column before', addColumnBefore],
  ['Column after', addColumnAfter],
  ['Delete row', deleteRow],
  ['Delete column', deleteColumn],
]

/** The tools of the table that the caret is in. */
export function TableTools({ editor }: { editor: Editor }) {
  return (
    <div className={styles.group}>
      {TOOLS.map(([name, command]) => (
        <ToolbarButton
          key={name}
          name={name}
          onClick={() => {
            command(editor.state, editor.view.dispatch)
            editor.commands.focus()
          }}
        />
      ))}
      <ToolbarButton name="Delete table" onClick={() => editor.chain().focus().deleteNode('table').run()} />
    </div>
  )
}
