'use client'

import { type Editor, useEditorState } from '@tiptap/react'
import { type KeyboardEvent, useRef } from 'react'
import { isCompositionKey } from '@/components/desk/composition-key'
import { type TextBlockKind, textBlockKind } from '@/components/desk/editor/document/convert-blocks'
import type { Insertion } from '@/components/desk/editor/insert/insertion'
import { TableTools } from './table-tools'
import styles from './toolbar.module.css'
import { ToolbarButton } from './toolbar-button'

interface Props {
  editor: Editor
  onInsert: (kind: Insertion) => void
  onLink: () => void
  onShortcuts: () => void
}

const KINDS: { kind: TextBlockKind; name: string; keys: string }[] = [
  { kind: 'heading', name: 'Heading', keys: 'Mod+Alt+2' },
  { kind: 'subheading', name: 'Subheading', keys: 'Mod+Alt+3' },
  { kind: 'list', name: 'List', keys: 'Mod+Shift+8' },
  { kind: 'numbered-list', name: 'Numbered list', keys: 'Mod+Shift+7' },
  { kind: 'quote', name: 'Quote', keys: 'Mod+Shift+9' },
  { kind: 'pull-quote', name: 'Pull quote', keys: 'Mod+Shift+0' },
]

const ELEMENTS: { kind: Insertion; name: string }[] = [
  { kind: 'also-read', name: 'Also read' },
  { kind: 'related-news', name: 'Related news' },
  { kind: 'image', name: 'Image' },
  { kind: 'library', name: 'From the library' },
  { kind: 'gallery', name: 'Gallery' },
  { kind: 'table', name: 'Table' },
  { kind: 'fact-box', name: 'Fact box' },
  { kind: 'embed', name: 'Embed' },
  { kind: 'divider', name: 'Divider' },
]

/** One stop of the Tab key (ARIA toolbar pattern): arrows, Home and End move within it, Escape returns to the text. */
export function Toolbar({ editor, onInsert, onLink, onShortcuts }: Props) {
  const bar = useRef<HTMLDivElement>(null)
  const state = useEditorState({ editor, selector: (snapshot) => toolbarState(snapshot.editor) })

  function onKeyDown(event: KeyboardEvent): void {
    if (isCompositionKey(event.nativeEvent)) return
    const buttons = [...(bar.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])]
    const index = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const next = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: buttons.length - 1 }[event.key]
    if (event.key === 'Escape') editor.commands.focus()
    else if (next !== undefined) buttons.at(next % buttons.length)?.focus()
    else return
    event.preventDefault()
  }

  /** Tab reaches the button that was focused last. */
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
        <ToolbarButton
          first
          name="Bold"
          keys="Mod+B"
          pressed={state.bold}
          onClick={() => editor.chain().focus().toggleMark('bold').run()}
        >
          <b>B</b>
        </ToolbarButton>
        <ToolbarButton
          name="Italic"
          keys="Mod+I"
          pressed={state.italic}
          onClick={() => editor.chain().focus().toggleMark('italic').run()}
        >
          <i className={styles.italic}>I</i>
        </ToolbarButton>
        <ToolbarButton
          name="Code"
          keys="Mod+E"
          pressed={state.code}
          onClick={() => editor.chain().focus().toggleMark('code').run()}
        >
          <span className={styles.code}>{'<>'}</span>
        </ToolbarButton>
        <ToolbarButton
          name="Superscript"
          keys="Mod+."
          pressed={state.superscript}
          onClick={() => editor.chain().focus().unsetMark('subscript').toggleMark('superscript').run()}
        >
          x<sup>2</sup>
        </ToolbarButton>
        <ToolbarButton
          name="Subscript"
          keys="Mod+,"
          pressed={state.subscript}
          onClick={() => editor.chain().focus().unsetMark('superscript').toggleMark('subscript').run()}
        >
          x<sub>2</sub>
        </ToolbarButton>
        <ToolbarButton name="Link" keys="Mod+K" pressed={state.link} onClick={onLink} />
      </div>
      <div className={styles.group}>
        {KINDS.map(({ kind, name, keys }) => (
          <ToolbarButton
            key={kind}
            name={name}
            keys={keys}
            pressed={state.kind === kind}
            onClick={() => onInsert(kind)}
          />
        ))}
      </div>
      <div className={styles.group}>
        {ELEMENTS.map(({ kind, name }) => (
          <ToolbarButton key={kind} name={name} onClick={() => onInsert(kind)} />
        ))}
      </div>
      <div className={styles.group}>
        <ToolbarButton
          name="Undo"
          keys="Mod+Z"
          disabled={!state.canUndo}
          onClick={() => editor.chain().focus().undo().run()}
        />
        <ToolbarButton
          name="Redo"
          keys="Mod+Shift+Z"
          disabled={!state.canRedo}
          onClick={() => editor.chain().focus().redo().run()}
        />
        <ToolbarButton name="Keys" keys="Mod+/" onClick={onShortcuts} />
      </div>
      {state.inTable ? <TableTools editor={editor} /> : null}
    </div>
  )
}

function toolbarState(editor: Editor) {
  const { $from } = editor.state.selection
  const block = $from.depth > 0 ? $from.node($from.node(1).type.name === 'factBox' && $from.depth > 1 ? 2 : 1) : null
  return {
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    code: editor.isActive('code'),
    superscript: editor.isActive('superscript'),
    subscript: editor.isActive('subscript'),
    link: editor.isActive('link'),
    kind: block ? textBlockKind(block) : null,
    inTable: block?.type.name === 'table',
    canUndo: editor.can().undo(),
    canRedo: editor.can().redo(),
  }
}
