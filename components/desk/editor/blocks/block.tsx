'use client'

import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { type FocusEvent, type KeyboardEvent, type ReactNode, useState } from 'react'
import { isCompositionKey } from '@/components/composition-key'
import { moveElement } from '@/components/desk/editor/document/insert-element'
import styles from './block.module.css'

interface Props {
  view: Pick<NodeViewProps, 'editor' | 'getPos' | 'selected' | 'deleteNode'>
  /** What it is, said to those who do not see it. */
  name: string
  /** Further tools of this kind of element. */
  tools?: ReactNode
  children: ReactNode
}

/**
 * Around an element that is one piece to the caret: as readers see it, with its tools while it is chosen. The keys of
 * its fields are those of the text: undo and redo are the story's, Escape goes back to the text.
 */
export function Block({ view: { editor, getPos, selected, deleteNode }, name, tools, children }: Props) {
  const [within, setWithin] = useState(false)
  const chosen = (selected || within) && editor.isEditable

  const choose = () => focusBlock({ editor, getPos })

  function move(direction: 'up' | 'down'): void {
    choose()
    const transaction = editor.state.tr
    if (moveElement(transaction, direction)) editor.view.dispatch(transaction)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isCompositionKey(event.nativeEvent)) return
    const mod = event.ctrlKey || event.metaKey
    if (event.key === 'Escape') choose()
    else if (mod && event.key.toLowerCase() === 'z' && !event.shiftKey) editor.commands.undo()
    else if (mod && ['z', 'y'].includes(event.key.toLowerCase())) editor.commands.redo()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <NodeViewWrapper
      className={styles.block}
      data-chosen={chosen || undefined}
      role="group"
      aria-label={name}
      onFocus={() => setWithin(true)}
      // Once the focus has arrived: a tool that goes away while the focus is on its way takes it along.
      onBlur={({ currentTarget }: FocusEvent) =>
        setTimeout(() => setWithin(currentTarget.contains(document.activeElement)))
      }
      onKeyDown={onKeyDown}
    >
      <div contentEditable={false} data-drag-handle>
        {children}
        {chosen ? (
          <div className={styles.tools} lang="en" dir="ltr">
            {tools}
            <BlockTool onClick={() => move('up')}>Move up</BlockTool>
            <BlockTool onClick={() => move('down')}>Move down</BlockTool>
            <BlockTool
              onClick={() => {
                deleteNode()
                editor.commands.focus()
              }}
            >
              Remove
            </BlockTool>
          </div>
        ) : null}
      </div>
    </NodeViewWrapper>
  )
}

/** Selects the block and gives its text the focus, as when a button in the block goes away with what it acted on. */
export function focusBlock({ editor, getPos }: Pick<NodeViewProps, 'editor' | 'getPos'>): void {
  const position = getPos()
  if (position !== undefined) editor.chain().setNodeSelection(position).focus().run()
}

interface ToolProps {
  /** Said in place of the words, where those alone do not tell what they act on. */
  label?: string
  disabled?: boolean
  onClick: () => void
  children: ReactNode
}

export function BlockTool({ label, disabled, onClick, children }: ToolProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={label}
      aria-disabled={disabled || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={disabled ? undefined : onClick}
    >
      {children}
    </button>
  )
}

/** What an editor should know about an element, in words. */
export function BlockNotice({ children, problem = false }: { children: ReactNode; problem?: boolean }) {
  return (
    <p className={problem ? styles.problem : styles.remark} lang="en" dir="ltr">
      {children}
    </p>
  )
}
