import type { Editor } from '@tiptap/react'

/** Puts the caret into the node at `position`, or selects it when it has no text, and scrolls to it. */
export function focusNode(editor: Editor, position: number): void {
  const node = editor.state.doc.nodeAt(position)
  if (!node) return
  if (node.isAtom) editor.chain().setNodeSelection(position).focus().scrollIntoView().run()
  else
    editor
      .chain()
      .setTextSelection(position + 1)
      .focus()
      .scrollIntoView()
      .run()
}
