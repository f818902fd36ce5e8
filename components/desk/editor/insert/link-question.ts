import { type Editor, getMarkRange } from '@tiptap/core'
import type { SpanLink } from '@/components/desk/editor/document/marks/link'
import { setLink } from '@/components/desk/editor/linked-address'
import type { StoryQuestion } from './story-dialog'

/**
 * Asks where the selected words lead to, or the link at the caret. Without words the answer brings its own: the
 * headline, or the address. Null where no link can stand.
 */
export function linkQuestion(editor: Editor): StoryQuestion | null {
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
    onChosen: (link, story) => {
      const { state, view } = editor
      const transaction = state.tr
      if (link === null) transaction.removeMark(range.from, range.to, type)
      else if (range.from < range.to) setLink(transaction, range.from, range.to, link)
      else {
        const words = story?.headline || (link.to === 'web' ? link.href : '')
        transaction.insertText(words, range.from)
        setLink(transaction, range.from, range.from + words.length, link)
      }
      view.dispatch(transaction.removeStoredMark(type))
      view.focus()
    },
  }
}
