import { Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { typedSign } from '@/lib/text/typed-signs'

/** Quotation marks, dashes and ellipses as the language of the story writes them. One undo brings back what was typed. */
export const TypedSigns = Extension.create<{ language: () => string }>({
  name: 'typedSigns',
  // Behind the rules that make marks and blocks of what is typed.
  priority: 50,
  addOptions: () => ({ language: () => 'en' }),
  addProseMirrorPlugins() {
    return [typedSignsPlugin(this.options.language)]
  },
})

export function typedSignsPlugin(language: () => string): Plugin {
  return new Plugin({
    props: {
      handleTextInput: (view, from, to, text) => typeSign(view, { from, to, text }, language()),
    },
  })
}

function typeSign(
  view: EditorView,
  { from, to, text }: { from: number; to: number; text: string },
  language: string,
): boolean {
  const { state } = view
  const $from = state.doc.resolve(from)
  const code = state.schema.marks.code
  const isCode = code && (code.isInSet(state.storedMarks ?? $from.marks()) || $from.parent.type.spec.code)
  if (text.length !== 1 || isCode) return false
  const sign = typedSign($from.parent.textBetween(0, $from.parentOffset), text, language)
  if (!sign) return false
  const typed = state.tr.insertText(text, from, to)
  typed.setSelection(TextSelection.create(typed.doc, from + 1))
  view.dispatch(typed.scrollIntoView())
  const end = from + 1
  const changed = view.state.tr.insertText(sign.words, end - sign.length, end)
  changed.setSelection(TextSelection.create(changed.doc, end - sign.length + sign.words.length))
  view.dispatch(closeHistory(changed))
  // What is typed next is undone by itself, too.
  view.dispatch(closeHistory(view.state.tr))
  return true
}
