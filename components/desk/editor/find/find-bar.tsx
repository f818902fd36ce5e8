'use client'

import { type Editor, useEditorState } from '@tiptap/react'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { isCompositionKey } from '@/components/desk/composition-key'
import { BlockTool } from '@/components/desk/editor/blocks/block'
import styles from './find-bar.module.css'
import { endFinding, findingIn, goToMatch, replaceAllMatches, replaceMatch, seek } from './find-plugin'

interface Props {
  editor: Editor
  /** What is looked for at first: the selected words. */
  initial: string
  onClose: () => void
}

/** Find and replace, in a line below the tools of the text. */
export function FindBar({ editor, initial, onClose }: Props) {
  const [words, setWords] = useState(initial)
  const [matchesCase, setMatchesCase] = useState(false)
  const [replacement, setReplacement] = useState('')
  const [done, setDone] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const finding = useEditorState({ editor, selector: ({ editor: { state } }) => findingIn(state) })
  useLayoutEffect(() => field.current?.select(), [])
  useEffect(() => {
    setDone('')
    editor.view.dispatch(seek(editor.state, { words, matchesCase }))
  }, [editor, words, matchesCase])
  useEffect(() => () => endIn(editor), [editor])

  const count = finding?.matches.length ?? 0
  const go = (step: 1 | -1) => editor.view.dispatch(goToMatch(editor.state, step))
  function replaceAll(): void {
    editor.view.dispatch(replaceAllMatches(editor.state, replacement))
    setDone(count === 1 ? 'Replaced once.' : `Replaced ${count} times.`)
  }
  function close(): void {
    endIn(editor)
    onClose()
    editor.view.focus()
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (isCompositionKey(event.nativeEvent)) return
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.target === field.current) go(event.shiftKey ? -1 : 1)
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && editor.isEditable)
      editor.view.dispatch(replaceMatch(editor.state, replacement))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <search className={styles.bar} lang="en" dir="ltr" aria-label="Find and replace" onKeyDown={onKeyDown}>
      <input
        ref={field}
        className={styles.field}
        aria-label="Find"
        placeholder="Find"
        dir="auto"
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <p className={styles.count} role="status">
        {done || countText(words, count, finding?.current ?? -1)}
      </p>
      <span className={styles.tools}>
        <BlockTool label="Previous match" onClick={() => go(-1)} disabled={count === 0}>
          ↑
        </BlockTool>
        <BlockTool label="Next match" onClick={() => go(1)} disabled={count === 0}>
          ↓
        </BlockTool>
        <label className={styles.tick}>
          <input type="checkbox" checked={matchesCase} onChange={({ target }) => setMatchesCase(target.checked)} />
          Match case
        </label>
      </span>
      <span className={styles.close}>
        <BlockTool onClick={close}>Done</BlockTool>
      </span>
      {editor.isEditable ? (
        <div className={styles.replacing}>
          <input
            className={styles.field}
            aria-label="Replace with"
            placeholder="Replace with"
            dir="auto"
            value={replacement}
            onChange={({ target }) => setReplacement(target.value)}
          />
          <span className={styles.tools}>
            <BlockTool
              onClick={() => editor.view.dispatch(replaceMatch(editor.state, replacement))}
              disabled={count === 0}
            >
              Replace
            </BlockTool>
            <BlockTool onClick={replaceAll} disabled={count === 0}>
              Replace all
            </BlockTool>
          </span>
        </div>
      ) : null}
    </search>
  )
}

function endIn(editor: Editor): void {
  if (!editor.isDestroyed && findingIn(editor.state)) editor.view.dispatch(endFinding(editor.state))
}

function countText(words: string, count: number, current: number): string {
  if (!words.trim()) return ''
  return count === 0 ? 'Not found' : `${current + 1} of ${count}`
}
