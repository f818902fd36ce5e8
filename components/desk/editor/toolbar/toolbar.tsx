'use client'

import { type Editor, useEditorState } from '@tiptap/react'
import { type KeyboardEvent, useRef } from 'react'
import { isCompositionKey } from '@/components/composition-key'
import { nestItems } from '@/components/desk/editor/document/nested-items'
import type { Insertion } from '@/components/desk/editor/insert/insertion'
import { BlocksMenu, type MenuEntry } from './blocks-menu'
import styles from './toolbar.module.css'
import { ToolbarButton } from './toolbar-button'
import { ELEMENTS, KINDS, MARKS } from './toolbar-entries'
import { toolbarState } from './toolbar-state'

interface Props {
  editor: Editor
  onInsert: (kind: Insertion) => void
  onLink: () => void
  onFind: () => void
  onShortcuts: () => void
}

/**
 * One row, whatever the width: marks, link, the two blocks of links and one menu for everything else. It is one stop of
 * the Tab key (ARIA toolbar pattern): arrows, Home and End move within it, Escape returns to the text.
 */
export function Toolbar({ editor, onInsert, onLink, onFind, onShortcuts }: Props) {
  const bar = useRef<HTMLDivElement>(null)
  const state = useEditorState({ editor, selector: (snapshot) => toolbarState(snapshot.editor) })
  const nest = (direction: 1 | -1) => {
    nestItems(direction)(editor.state, editor.view.dispatch)
    editor.view.focus()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isCompositionKey(event.nativeEvent)) return
    const buttons = [...(bar.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])].filter(isShown)
    const index = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const next = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: buttons.length - 1 }[event.key]
    if (event.key === 'Escape') editor.commands.focus()
    else if (next !== undefined) buttons.at(next % buttons.length)?.focus()
    else return
    event.preventDefault()
  }

  /** Tab reaches the button that was focused last. */
  function onFocus({ target }: { target: Element }): void {
    if (target.closest('[role="menu"]')) return
    for (const button of bar.current?.querySelectorAll('button') ?? []) {
      button.tabIndex = button === target ? 0 : -1
    }
  }

  const groups: MenuEntry[][] = [
    KINDS.map(({ kind, name, keys }) => ({
      name,
      keys,
      isChosen: state.kind === kind,
      onChoose: () => onInsert(kind),
    })),
    ...(state.inList
      ? [
          [
            { name: 'One level deeper', keys: 'Tab', onChoose: () => nest(1) },
            { name: 'One level back', keys: 'Shift Tab', onChoose: () => nest(-1) },
          ],
        ]
      : []),
    ELEMENTS.map(({ kind, name, isInBar = false }) => ({ name, isInBar, onChoose: () => onInsert(kind) })),
    [
      { name: 'Find and replace', keys: 'Mod F', onChoose: onFind },
      { name: 'Keys', keys: 'Mod /', onChoose: onShortcuts },
    ],
  ]
  return (
    <div
      ref={bar}
      className={styles.bar}
      role="toolbar"
      aria-label="Tools of the text"
      aria-orientation="horizontal"
      data-toolbar
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      {MARKS.map(({ mark, name, keys, shown, without }, place) => (
        <ToolbarButton
          key={mark}
          first={place === 0}
          name={name}
          keys={keys}
          pressed={state.marks.includes(mark)}
          onClick={() => {
            const chain = editor.chain().focus()
            if (without) chain.unsetMark(without)
            chain.toggleMark(mark).run()
          }}
        >
          {shown}
        </ToolbarButton>
      ))}
      <ToolbarButton name="Link" keys="Mod+K" pressed={state.link} onClick={onLink} />
      <BlocksMenu groups={groups} tabIndex={-1} onLeave={() => editor.view.focus()} />
      {ELEMENTS.filter(({ isInBar }) => isInBar).map(({ kind, name }) => (
        <ToolbarButton key={kind} wide name={name} onClick={() => onInsert(kind)} />
      ))}
      <span className={styles.space} />
      <ToolbarButton
        name="Undo"
        keys="Mod+Z"
        disabled={!state.canUndo}
        onClick={() => editor.chain().focus().undo().run()}
      >
        ↶
      </ToolbarButton>
      <ToolbarButton
        name="Redo"
        keys="Mod+Shift+Z"
        disabled={!state.canRedo}
        onClick={() => editor.chain().focus().redo().run()}
      >
        ↷
      </ToolbarButton>
    </div>
  )
}

function isShown(button: HTMLElement): boolean {
  return button.getClientRects().length > 0 && button.closest('[role="menu"]') === null
}
