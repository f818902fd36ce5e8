'use client'

import { type Editor, useEditorState } from '@tiptap/react'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { TableTools } from './blocks/table-tools'
import type { Insertion } from './insert/insertion'
import styles from './toolbar.module.css'
import { kindOf, type TextKind } from './turn-into'

interface Props {
  editor: Editor
  onInsert: (kind: Insertion) => void
  onLink: () => void
  onKeys: () => void
}

const KINDS: { kind: TextKind; name: string; keys: string }[] = [
  { kind: 'heading', name: 'Heading', keys: 'Mod+Alt+2' },
  { kind: 'subheading', name: 'Subheading', keys: 'Mod+Alt+3' },
  { kind: 'list', name: 'List', keys: 'Mod+Shift+8' },
  { kind: 'numbered-list', name: 'Numbered list', keys: 'Mod+Shift+7' },
  { kind: 'quote', name: 'Quote', keys: 'Mod+Shift+9' },
  { kind: 'pull-quote', name: 'Pull quote', keys: 'Mod+Shift+0' },
]

const WHOLES: { kind: Insertion; name: string }[] = [
  { kind: 'also-read', name: 'Also read' },
  { kind: 'related-news', name: 'Related news' },
  { kind: 'image', name: 'Image' },
  { kind: 'gallery', name: 'Gallery' },
  { kind: 'table', name: 'Table' },
  { kind: 'fact-box', name: 'Fact box' },
  { kind: 'embed', name: 'Embed' },
  { kind: 'divider', name: 'Divider' },
]

/** One stop of the Tab key; arrows, Home and End move within, Escape goes back to the text. */
export function Toolbar({ editor, onInsert, onLink, onKeys }: Props) {
  const bar = useRef<HTMLDivElement>(null)
  const state = useEditorState({ editor, selector: ({ editor: shown }) => standing(shown) })

  function onKeyDown(event: KeyboardEvent): void {
    const buttons = [...(bar.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])]
    const here = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const next = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: buttons.length - 1 }[event.key]
    if (event.key === 'Escape') editor.commands.focus()
    else if (next !== undefined) buttons.at(next % buttons.length)?.focus()
    else return
    event.preventDefault()
  }

  /** The button that was used last is the one that Tab reaches. */
  function onFocus({ target }: { target: Element }): void {
    for (const button of bar.current?.querySelectorAll('button') ?? []) {
      button.tabIndex = button === target ? 0 : -1
    }
  }

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
      <div className={styles.group}>
        <Press
          first
          name="Bold"
          keys="Mod+B"
          pressed={state.bold}
          onPress={() => editor.chain().focus().toggleMark('bold').run()}
        >
          <b>B</b>
        </Press>
        <Press
          name="Italic"
          keys="Mod+I"
          pressed={state.italic}
          onPress={() => editor.chain().focus().toggleMark('italic').run()}
        >
          <i className={styles.italic}>I</i>
        </Press>
        <Press
          name="Code"
          keys="Mod+E"
          pressed={state.code}
          onPress={() => editor.chain().focus().toggleMark('code').run()}
        >
          <span className={styles.code}>{'<>'}</span>
        </Press>
        <Press name="Link" keys="Mod+K" pressed={state.link} onPress={onLink} />
      </div>
      <div className={styles.group}>
        {KINDS.map(({ kind, name, keys }) => (
          <Press key={kind} name={name} keys={keys} pressed={state.kind === kind} onPress={() => onInsert(kind)} />
        ))}
      </div>
      <div className={styles.group}>
        {WHOLES.map(({ kind, name }) => (
          <Press key={kind} name={name} onPress={() => onInsert(kind)} />
        ))}
      </div>
      <div className={styles.group}>
        <Press name="Undo" keys="Mod+Z" disabled={!state.canUndo} onPress={() => editor.chain().focus().undo().run()} />
        <Press
          name="Redo"
          keys="Mod+Shift+Z"
          disabled={!state.canRedo}
          onPress={() => editor.chain().focus().redo().run()}
        />
        <Press name="Keys" keys="Mod+/" onPress={onKeys} />
      </div>
      {state.inTable ? <TableTools editor={editor} /> : null}
    </div>
  )
}

function standing(editor: Editor) {
  const { $from } = editor.state.selection
  const block = $from.depth > 0 ? $from.node($from.node(1).type.name === 'factBox' && $from.depth > 1 ? 2 : 1) : null
  return {
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    code: editor.isActive('code'),
    link: editor.isActive('link'),
    kind: block ? kindOf(block) : null,
    inTable: block?.type.name === 'table',
    canUndo: editor.can().undo(),
    canRedo: editor.can().redo(),
  }
}

interface PressProps {
  name: string
  /** "Mod" is the key of the system: Ctrl, or Command on a Mac. */
  keys?: string
  first?: boolean
  /** Whether what it does is so already; undefined for what is not a state. */
  pressed?: boolean
  disabled?: boolean
  onPress: () => void
  children?: ReactNode
}

export function Press({ name, keys, first = false, pressed, disabled = false, onPress, children }: PressProps) {
  return (
    <button
      type="button"
      className={styles.press}
      aria-label={children ? name : undefined}
      aria-keyshortcuts={keys?.replace('Mod', 'Control')}
      aria-pressed={pressed}
      aria-disabled={disabled || undefined}
      title={keys ? `${name} (${keys.replace('Mod', 'Ctrl')})` : undefined}
      tabIndex={first ? 0 : -1}
      // The selection of the text stays as it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={disabled ? undefined : onPress}
    >
      {children ?? name}
    </button>
  )
}
