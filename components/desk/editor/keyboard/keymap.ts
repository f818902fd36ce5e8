import { Extension } from '@tiptap/core'
import { redo, undo } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { type Command, type EditorState, NodeSelection, Plugin, Selection, TextSelection } from '@tiptap/pm/state'
import { addRowAfter, goToNextCell, isInTable } from '@tiptap/pm/tables'
import { isCompositionKey } from '@/components/composition-key'
import { convertBlocks, type TextBlockKind } from '@/components/desk/editor/document/convert-blocks'
import { caretAfter, moveElement } from '@/components/desk/editor/document/insert-element'
import { isNested, nestItems } from '@/components/desk/editor/document/nested-items'

/** The keyboard shortcuts of the text, and what Enter, Backspace and Tab do in each element. */
export const StoryKeymap = Extension.create({
  name: 'storyKeymap',
  addKeyboardShortcuts() {
    const run = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch, this.editor.view)
    return {
      Enter: run(enter),
      'Shift-Enter': () => run(enter)() || this.editor.commands.enter(),
      'Mod-Enter': run(leaveElement),
      Backspace: run(backspace),
      Tab: run(tab(1)),
      'Shift-Tab': run(tab(-1)),
      'Alt-Shift-ArrowUp': run(moveCommand('up')),
      'Alt-Shift-ArrowDown': run(moveCommand('down')),
      'Mod-Alt-0': run(convertCommand('paragraph')),
      'Mod-Alt-2': run(convertCommand('heading')),
      'Mod-Alt-3': run(convertCommand('subheading')),
      'Mod-Shift-7': run(convertCommand('numbered-list')),
      'Mod-Shift-8': run(convertCommand('list')),
      'Mod-Shift-9': run(convertCommand('quote')),
      'Mod-Shift-0': run(convertCommand('pull-quote')),
    }
  },
  addProseMirrorPlugins: () => [typeAfterAtom, historyKeys],
})

/** Text typed while an atom is selected starts a paragraph after it, instead of replacing it. */
const typeAfterAtom = new Plugin({
  props: {
    handleTextInput: (view, _from, _to, text) => {
      const { selection } = view.state
      if (!(selection instanceof NodeSelection) || !selection.node.isAtom) return false
      const paragraph = view.state.schema.node('paragraph', null, view.state.schema.text(text))
      const transaction = view.state.tr.insert(selection.to, paragraph)
      view.dispatch(transaction.setSelection(TextSelection.create(transaction.doc, selection.to + 1 + text.length)))
      return true
    },
  },
})

/**
 * Undo and redo, whatever case the key is reported in. With nothing to undo or redo they do nothing: the browser has a
 * history of its own, which knows other changes.
 */
const historyKeys = new Plugin({
  props: {
    handleKeyDown: (view, event) => {
      const command = isCompositionKey(event) ? null : historyCommand(event)
      command?.(view.state, view.dispatch)
      return command !== null
    },
    handleDOMEvents: {
      // From the menu of the browser, and by shaking a phone.
      beforeinput: (view, event) => {
        if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false
        event.preventDefault()
        const command = event.inputType === 'historyUndo' ? undo : redo
        command(view.state, view.dispatch)
        return true
      },
    },
  },
})

function historyCommand({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Command | null {
  if (!(ctrlKey || metaKey) || altKey) return null
  switch (key.toLowerCase()) {
    case 'z':
      return shiftKey ? redo : undo
    case 'y':
      return redo
    default:
      return null
  }
}

export function convertCommand(kind: TextBlockKind): Command {
  return (state, dispatch) => {
    const transaction = state.tr
    if (!convertBlocks(transaction, kind)) return false
    dispatch?.(transaction.scrollIntoView())
    return true
  }
}

export function moveCommand(direction: 'up' | 'down'): Command {
  return (state, dispatch) => {
    const transaction = state.tr
    // At the edge of the story the key does nothing: its default would change the selection.
    if (moveElement(transaction, direction)) dispatch?.(transaction)
    return true
  }
}

/** The text block with the caret; null when something is selected. */
function caretBlock({ selection }: EditorState): Node | null {
  return selection instanceof TextSelection && selection.empty ? selection.$head.parent : null
}

export const enter: Command = (state, dispatch) => {
  const block = caretBlock(state)
  const { $head } = state.selection
  const isEmpty = block?.content.size === 0
  switch (block?.type.name) {
    case 'listItem':
      if (!isEmpty) return false
      return isNested(block) ? nestItems(-1)(state, dispatch) : convertCommand('paragraph')(state, dispatch)
    case 'quoteWords':
    case 'pullWords':
      return isEmpty ? convertCommand('paragraph')(state, dispatch) : toAttribution(state, dispatch)
    case 'attribution':
    case 'pullAttribution': {
      const transaction = state.tr
      if (isEmpty) transaction.delete($head.before(), $head.after())
      dispatch?.(newParagraphAt(transaction, transaction.mapping.map($head.after(1))))
      return true
    }
    case 'factTitle': {
      dispatch?.(newParagraphAt(state.tr, $head.after()))
      return true
    }
    case 'paragraph':
      return isEmpty && leaveFactBox(state, dispatch)
    case 'tableCell':
    case 'tableHeader':
      return toCellBelow(state, dispatch)
    default:
      return false
  }
}

/** At the end of a quote, to its attribution; in the middle, splits the quote. */
const toAttribution: Command = (state, dispatch) => {
  const { $head } = state.selection
  const quote = $head.node(1)
  const transaction = state.tr
  if ($head.parentOffset < $head.parent.content.size) {
    const rest = $head.parent.cut($head.parentOffset)
    const second = quote.type.create(null, [rest, ...quote.children.slice(1)])
    transaction.insert($head.after(1), second)
    transaction.delete($head.pos, $head.after(1) - 1)
    const at = transaction.mapping.map($head.after(1), -1)
    dispatch?.(transaction.setSelection(Selection.near(transaction.doc.resolve(at + 1))))
    return true
  }
  if (quote.childCount === 1) {
    const name = quote.type.name === 'quote' ? 'attribution' : 'pullAttribution'
    transaction.insert($head.after(), state.schema.node(name))
  }
  transaction.setSelection(TextSelection.create(transaction.doc, $head.after() + 1))
  dispatch?.(transaction.scrollIntoView())
  return true
}

/** An empty paragraph that ends a fact box moves out of it. */
const leaveFactBox: Command = (state, dispatch) => {
  const { $head } = state.selection
  if ($head.depth !== 2 || $head.node(1).type.name !== 'factBox') return false
  if ($head.index(1) < $head.node(1).childCount - 1 || $head.node(1).childCount < 3) return false
  const transaction = state.tr.delete($head.before(), $head.after())
  dispatch?.(newParagraphAt(transaction, transaction.mapping.map($head.after(1))))
  return true
}

const leaveElement: Command = (state, dispatch) => {
  const { $to } = state.selection
  dispatch?.(newParagraphAt(state.tr, $to.depth > 0 ? $to.after(1) : $to.pos))
  return true
}

function newParagraphAt(transaction: EditorState['tr'], position: number): EditorState['tr'] {
  const following = transaction.doc.nodeAt(position)
  if (following?.type.name === 'paragraph' && following.content.size === 0) return caretAfter(transaction, position)
  transaction.insert(position, transaction.doc.type.schema.node('paragraph'))
  return caretAfter(transaction, position)
}

/** To the same column of the next row; from the last row to a paragraph after the table. */
const toCellBelow: Command = (state, dispatch) => {
  const { $head } = state.selection
  const [table, line, column] = [$head.node(1), $head.index(1), $head.index(2)]
  if (line === table.childCount - 1) return leaveElement(state, dispatch)
  const next = state.doc.resolve($head.after(2) + 1)
  const transaction = state.tr
  transaction.setSelection(TextSelection.create(transaction.doc, next.posAtIndex(column) + 1))
  dispatch?.(transaction.scrollIntoView())
  return true
}

function tab(direction: 1 | -1): Command {
  return (state, dispatch, view) => {
    if (!isInTable(state)) return nestItems(direction)(state, dispatch)
    if (goToNextCell(direction)(state, dispatch)) return true
    if (direction === -1 || !view) return true
    addRowAfter(state, dispatch)
    return goToNextCell(1)(view.state, dispatch)
  }
}

export const backspace: Command = (state, dispatch) => {
  const block = caretBlock(state)
  const { $head } = state.selection
  if (!block || $head.parentOffset > 0) return false
  switch (block.type.name) {
    case 'heading':
    case 'quoteWords':
    case 'pullWords':
      return convertCommand('paragraph')(state, dispatch)
    case 'listItem':
      if (isNested(block)) return nestItems(-1)(state, dispatch)
      return $head.index(-1) === 0 && convertCommand('paragraph')(state, dispatch)
    case 'attribution':
    case 'pullAttribution': {
      const transaction = state.tr
      if (block.content.size === 0) transaction.delete($head.before(), $head.after())
      transaction.setSelection(TextSelection.create(transaction.doc, $head.before() - 1))
      dispatch?.(transaction)
      return true
    }
    case 'factTitle': {
      const box = $head.node(1)
      if (box.textContent !== '') return true
      const paragraph = state.schema.node('paragraph', { id: box.attrs.id })
      const transaction = state.tr.replaceWith($head.before(1), $head.after(1), paragraph)
      dispatch?.(transaction.setSelection(TextSelection.create(transaction.doc, $head.before(1) + 1)))
      return true
    }
    default:
      return false
  }
}
