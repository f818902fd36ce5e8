import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { isCompositionKey } from '@/components/composition-key'

/** The open query of the slash menu: its range in the text, and the words typed after the slash. */
export interface SlashQuery {
  from: number
  to: number
  words: string
}

const key = new PluginKey<SlashQuery | null>('slashQuery')

/** The key handler of the open menu; true when it handled the key. */
export interface SlashKeys {
  handle: (event: KeyboardEvent) => boolean
}

/** Opens a query at a slash typed at the start of a paragraph or after a space, until the caret leaves it. */
export const Slash = Extension.create<SlashKeys>({
  name: 'slash',
  // Before the keymap of the text: Enter chooses an option.
  priority: 2000,
  addOptions: () => ({ handle: () => false }),
  addProseMirrorPlugins() {
    return [slashPlugin(this.options)]
  },
})

export function slashPlugin(keys: SlashKeys): Plugin<SlashQuery | null> {
  return new Plugin<SlashQuery | null>({
    key,
    state: {
      init: () => null,
      apply: (transaction, before, _, after) => {
        const meta: 'open' | 'close' | undefined = transaction.getMeta(key)
        if (meta === 'close') return null
        if (meta === 'open') return readQuery(after, after.selection.from - 1)
        return before && readQuery(after, transaction.mapping.map(before.from, -1))
      },
    },
    props: {
      handleTextInput: (view, from, to, text) => {
        if (text !== '/') return false
        // Not the selection, which may be one key behind the text.
        const $from = view.state.doc.resolve(from)
        const before = $from.parent.textBetween(0, $from.parentOffset)
        if ($from.parent.type.name !== 'paragraph' || $from.depth > 1 || !/(?:^|\s)$/.test(before)) return false
        const typed = view.state.tr.insertText('/', from, to)
        typed.setSelection(TextSelection.create(typed.doc, from + 1))
        view.dispatch(typed.setMeta(key, 'open').scrollIntoView())
        return true
      },
      handleKeyDown: (view, event) =>
        key.getState(view.state) !== null && !isCompositionKey(event) && keys.handle(event),
    },
  })
}

/** The open query; null when there is none. */
export function slashQuery(state: EditorState): SlashQuery | null {
  return key.getState(state) ?? null
}

export function closeSlash(transaction: Transaction): Transaction {
  return transaction.setMeta(key, 'close')
}

function readQuery(state: EditorState, from: number): SlashQuery | null {
  const { $head, empty } = state.selection
  if (!empty || from < $head.start() || from >= $head.pos) return null
  const typed = $head.parent.textBetween(from - $head.start(), $head.parentOffset)
  const words = typed.slice(1)
  // Two spaces, or many words: the editor is writing a sentence and wants no menu.
  if (!typed.startsWith('/') || /\s\s|^\s/.test(words) || words.length > 24) return null
  return { from, to: $head.pos, words }
}
