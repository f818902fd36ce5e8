'use client'

import type { Editor } from '@tiptap/react'
import { useEditorState } from '@tiptap/react'
import { useEffect, useId, useRef, useState } from 'react'
import { type Insertion, insertionsFor } from './insertion'
import styles from './slash-menu.module.css'
import { closeSlash, type SlashKeys, slashQuery } from './slash-query'

interface Props {
  editor: Editor
  keys: SlashKeys
  onChoose: (kind: Insertion) => void
}

/** What can be put in, at the slash that was typed. The focus stays in the text, which names the active choice. */
export function SlashMenu({ editor, keys, onChoose }: Props) {
  const query = useEditorState({ editor, selector: ({ editor: { state } }) => slashQuery(state) })
  const choices = query ? insertionsFor(query.words) : []
  const [active, setActive] = useState(0)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const words = query?.words
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words, other choices
  useEffect(() => setActive(0), [words])

  function choose(kind: Insertion | undefined): void {
    const asked = slashQuery(editor.state)
    if (!asked || !kind) return
    editor.view.dispatch(closeSlash(editor.state.tr.delete(asked.from, asked.to)))
    onChoose(kind)
  }

  keys.handle = (event) => {
    // A key may come before the letters ahead of it are drawn.
    const asked = slashQuery(editor.state)
    const offered = asked ? insertionsFor(asked.words) : []
    const at = asked?.words === words ? active : 0
    if (!offered.length) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setActive((at + step + offered.length) % offered.length)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(offered[at]?.kind)
    else if (event.key === 'Escape') editor.view.dispatch(closeSlash(editor.state.tr))
    else return false
    return true
  }

  const isOpen = query !== null && choices.length > 0
  const option = isOpen ? `${id}${choices[active]?.kind}` : null
  useEffect(() => {
    const { dom } = editor.view
    if (option === null) return
    dom.setAttribute('aria-controls', `${id}list`)
    dom.setAttribute('aria-activedescendant', option)
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
    return () => {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [editor, option, id])

  return (
    <>
      <p className="visually-hidden" role="status">
        {query ? said(choices.length) : ''}
      </p>
      {query && isOpen ? (
        <div
          ref={list}
          className={styles.menu}
          style={placeOf(editor, query.from)}
          role="listbox"
          id={`${id}list`}
          aria-label="Put in"
          tabIndex={-1}
        >
          {choices.map(({ kind, name, hint, keys: typed }, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text, which has the focus
            // biome-ignore lint/a11y/useFocusableInteractive: the text has the focus and names the active option
            <div
              key={kind}
              id={`${id}${kind}`}
              role="option"
              aria-selected={index === active}
              aria-label={name}
              aria-description={hint}
              className={styles.option}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(kind)}
            >
              <span className={styles.name}>{name}</span>
              <span className={styles.hint}>{hint}</span>
              <span className={styles.keys}>{typed}</span>
            </div>
          ))}
        </div>
      ) : null}
    </>
  )
}

function said(count: number): string {
  if (count === 0) return 'Nothing of that name can be put in.'
  return count === 1 ? '1 choice. Enter puts it in.' : `${count} choices. Arrows choose, Enter puts in.`
}

const MENU_PX = { width: 340, height: 330 }

/** Under the slash; above it where the window ends. */
function placeOf(editor: Editor, position: number): React.CSSProperties {
  const { left, top, bottom } = editor.view.coordsAtPos(position)
  const isLow = bottom + MENU_PX.height > window.innerHeight && top > window.innerHeight / 2
  return {
    left: Math.max(8, Math.min(left, window.innerWidth - MENU_PX.width - 8)),
    ...(isLow ? { bottom: window.innerHeight - top + 6 } : { top: bottom + 6 }),
  }
}
