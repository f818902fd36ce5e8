import type { NodeViewProps } from '@tiptap/react'
import { caretAfter } from '@/components/desk/editor/document/insert-element'
import styles from './automatic-notice.module.css'
import { BlockTool, focusBlock } from './block'

/** Says that the site placed a block by itself, with ways to keep it and to take it out; nothing for any other block. */
export function AutomaticNotice({ view }: { view: NodeViewProps }) {
  const { editor, node, getPos } = view
  if (node.attrs.automatic !== true) return null

  function keep(): void {
    view.updateAttributes({ automatic: null })
    focusBlock(view)
  }

  function takeOut(): void {
    const position = getPos()
    if (position === undefined) return
    const transaction = editor.state.tr.delete(position, position + node.nodeSize)
    editor.view.dispatch(caretAfter(transaction, Math.min(position, transaction.doc.content.size)))
    editor.view.focus()
  }

  return (
    <div className={styles.notice} lang="en" dir="ltr">
      <span>Placed by the site</span>
      {editor.isEditable ? (
        <>
          <BlockTool label="Keep this block" onClick={keep}>
            Keep
          </BlockTool>
          <BlockTool label="Take out this block" onClick={takeOut}>
            Take out
          </BlockTool>
        </>
      ) : null}
    </div>
  )
}
