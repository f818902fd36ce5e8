import type { Editor } from '@tiptap/react'
import { textBlockKind } from '@/components/desk/editor/document/convert-blocks'
import { SPAN_MARKS } from '@/lib/article/body'

/** What the tools of the text show of the selection. */
export function toolbarState(editor: Editor) {
  const { $from } = editor.state.selection
  const block = $from.depth > 0 ? $from.node($from.node(1).type.name === 'factBox' && $from.depth > 1 ? 2 : 1) : null
  return {
    marks: SPAN_MARKS.filter((mark) => editor.isActive(mark)),
    link: editor.isActive('link'),
    kind: block ? textBlockKind(block, $from.parent) : null,
    inList: $from.parent.type.name === 'listItem',
    canUndo: editor.can().undo(),
    canRedo: editor.can().redo(),
  }
}
