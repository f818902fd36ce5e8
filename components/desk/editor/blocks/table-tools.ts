import type { Command } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
} from '@tiptap/pm/tables'
import type { EditorView } from '@tiptap/pm/view'
import { isCompositionKey } from '@/components/composition-key'
import block from './block.module.css'

const TOOLS: [string, Command][] = [
  ['Row above', addRowBefore],
  ['Row below', addRowAfter],
  ['Column before', addColumnBefore],
  ['Column after', addColumnAfter],
  ['Delete row', deleteRow],
  ['Delete column', deleteColumn],
  ['Delete table', deleteTable],
]

/** The tools of a table, which stand with it while the caret is in it. Escape goes back to the caret. */
export function tableTools(view: EditorView): HTMLElement {
  const tools = document.createElement('div')
  tools.className = block.tools ?? ''
  tools.dataset.tableTools = ''
  tools.contentEditable = 'false'
  tools.lang = 'en'
  tools.dir = 'ltr'
  tools.setAttribute('role', 'group')
  tools.setAttribute('aria-label', 'Tools of the table')
  for (const [name, command] of TOOLS) {
    const tool = document.createElement('button')
    tool.type = 'button'
    tool.className = block.tool ?? ''
    tool.textContent = name
    // The caret stays where the tool is to act.
    tool.addEventListener('mousedown', (event) => event.preventDefault())
    tool.addEventListener('click', () => {
      command(view.state, view.dispatch)
      view.focus()
    })
    tools.append(tool)
  }
  tools.addEventListener('keydown', (event) => {
    if (isCompositionKey(event) || event.key !== 'Escape') return
    event.preventDefault()
    view.focus()
  })
  return tools
}
