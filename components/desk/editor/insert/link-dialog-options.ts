import { type Editor, getMarkRange } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { SpanLink } from '@/components/desk/editor/document/marks/link'
import { setLink } from '@/components/desk/editor/insert/autolink'
import { withReferencesLater } from '@/components/desk/editor/paste/pasted-references'
import type { StoryDialogOptions } from './story-dialog-options'

/**
 * Options of the dialog that links the selected text, or changes the link at the caret. Where no text is selected, the
 * headline of the chosen story or the address is inserted as the link text. Null where the schema allows no link.
 */
export function linkDialogOptions(editor: Editor): StoryDialogOptions | null {
  const type = editor.schema.marks.link
  const { $from, $to } = editor.state.selection
  if (!type || !$from.parent.inlineContent || !$from.parent.type.allowsMarkType(type) || !$to.parent.inlineContent) {
    return null
  }
  const range = (editor.state.selection.empty && getMarkRange($from, type)) || { from: $from.pos, to: $to.pos }
  const mark = editor.state.doc.nodeAt(range.from)?.marks.find((one) => one.type === type)
  const present = mark ? ({ ...mark.attrs } as SpanLink) : null
  return {
    kind: 'link',
    present,
    onChosen: (link, words) => {
      const { state, view } = editor
      const transaction = state.tr
      if (link === null) transaction.removeMark(range.from, range.to, type)
      else if (range.from < range.to) setLink(transaction, range.from, range.to, link)
      else {
        transaction.insertText(words, range.from)
        setLink(transaction, range.from, range.from + words.length, link)
      }
      // What is typed next goes on behind the link.
      const end = link === null || range.from < range.to ? range.to : range.from + words.length
      transaction.setSelection(TextSelection.create(transaction.doc, end)).removeStoredMark(type)
      view.dispatch(link?.to === 'web' ? withReferencesLater(transaction) : transaction)
      view.focus()
    },
  }
}
