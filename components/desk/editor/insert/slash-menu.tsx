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

/**
 * The elements that can be inserted, below the slash that was typed. The focus stays in the text, which names the active
 * option (aria-activedescendant).
 */
export function SlashMenu({ editor, keys, onChoose }: Props) {
  const query = useEditorState({ editor, selector: ({ editor: { state } }) => slashQuery(state) })
  const choices = query ? insertionsFor(query.words) : []
  const [active, setActive] = useState(0)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const words = query?.words
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query starts at the first option
  useEffect(() => setActive(0), [words])

  function choose(kind: Insertion | undefined): void {
    const current = slashQuery(editor.state)
    if (!current || !kind) return
    editor.view.dispatch(closeSlash(editor.state.tr.delete(current.from, current.to)))
    onChoose(kind)
  }

  keys.handle = (event) => {
    // A key may arrive before the letters typed before it are rendered, so the query is read from the editor.
    const current = slashQuery(editor.state)
    const matches = current ? insertionsFor(current.words) : []
    const index = current?.words === words ? active : 0
    if (!matches.length) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setActive((index + step + matches.length) % matches.length)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(matches[index]?.kind)
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
        {query ? statusText(choices.length) : ''}
      </p>
      {query && isOpen ? (
        <div
          ref={list}
          className={styles.menu}
          style={positionAt(editor, query.from)}
          role="listbox"
          id={`${id}list`}
          aria-label="Put in"
          tabIndex={-1}
        >
          {choices.map(({ kind, name, hint, keys: typed }, index) => (
            <button
              key={kind}
              type="button"
              tabIndex={-1}
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
            </button>
          ))}
        </div>
      ) : null}
    </>
  )
}

function statusText(count: number): string {
  if (count === 0) return 'Nothing of that name can be put in.'
  return count === 1 ? '1 choice. Enter puts it in.' : `${count} choices. Arrows choose, Enter puts in.`
}

const MENU_PX = { width: 340, height: 330 }

/** Below the slash, or above it near the bottom of the window. */
function positionAt(editor: Editor, position: number): React.CSSProperties {
  const { left, top, bottom } = editor.view.coordsAtPos(position)
  const isLow = bottom + MENU_PX.height > window.innerHeight && top > window.innerHeight / 2
  return {
    left: Math.max(8, Math.min(left, window.innerWidth - MENU_PX.width - 8)),
    ...(isLow ? { bottom: window.innerHeight - top + 6 } : { top: bottom + 6 }),
  }
}
