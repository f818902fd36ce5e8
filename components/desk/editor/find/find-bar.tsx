'use client'

import type { Editor } from '@tiptap/react'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { isCompositionKey } from '@/components/composition-key'
import { Input } from '@/components/desk/controls'
import { BlockTool } from '@/components/desk/editor/blocks/block'
import styles from './find-bar.module.css'
import { type Replaced, useFinding } from './use-finding'

interface Props {
  editor: Editor
  /** What is looked for at first: the selected words. */
  initial: string
  onClose: () => void
}

/** Find and replace in the text and in the fields around it, in a line below the tools of the text. */
export function FindBar({ editor, initial, onClose }: Props) {
  const [words, setWords] = useState(initial)
  const [matchesCase, setMatchesCase] = useState(false)
  const [replacement, setReplacement] = useState('')
  const [done, setDone] = useState<Replaced | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const finding = useFinding(editor, { words, matchesCase })
  const { count } = finding
  useLayoutEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])

  function look(sought: { words?: string; matchesCase?: boolean }): void {
    setDone(null)
    if (sought.words !== undefined) setWords(sought.words)
    if (sought.matchesCase !== undefined) setMatchesCase(sought.matchesCase)
  }
  function replace(): void {
    setDone(null)
    finding.replace(replacement)
  }
  function close(): void {
    finding.end()
    onClose()
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (isCompositionKey(event.nativeEvent)) return
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.target === field.current) finding.go(event.shiftKey ? -1 : 1)
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && editor.isEditable) replace()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <search className={styles.bar} lang="en" dir="ltr" aria-label="Find and replace" onKeyDown={onKeyDown}>
      <Input
        ref={field}
        className={styles.field}
        aria-label="Find"
        placeholder="Find"
        dir="auto"
        value={words}
        onChange={({ target }) => look({ words: target.value })}
      />
      <p className={styles.count} role="status">
        {done ? replacedText(done.count) : countText(words, finding)}
      </p>
      <span className={styles.tools}>
        <BlockTool label="Previous match" onClick={() => finding.go(-1)} disabled={count === 0}>
          ↑
        </BlockTool>
        <BlockTool label="Next match" onClick={() => finding.go(1)} disabled={count === 0}>
          ↓
        </BlockTool>
        <label className={styles.tick}>
          <Input
            type="checkbox"
            checked={matchesCase}
            onChange={({ target }) => look({ matchesCase: target.checked })}
          />
          Match case
        </label>
      </span>
      <span className={styles.close}>
        <BlockTool onClick={close}>Done</BlockTool>
      </span>
      {editor.isEditable ? (
        <div className={styles.replacing}>
          <Input
            className={styles.field}
            aria-label="Replace with"
            placeholder="Replace with"
            dir="auto"
            value={replacement}
            onChange={({ target }) => setReplacement(target.value)}
          />
          <span className={styles.tools}>
            <BlockTool onClick={replace} disabled={count === 0}>
              Replace
            </BlockTool>
            <BlockTool onClick={() => setDone(finding.replaceAll(replacement))} disabled={count === 0}>
              Replace all
            </BlockTool>
            {done ? (
              <BlockTool
                onClick={() => {
                  done.undo()
                  setDone(null)
                  field.current?.focus()
                }}
              >
                Undo
              </BlockTool>
            ) : null}
          </span>
        </div>
      ) : null}
    </search>
  )
}

function replacedText(count: number): string {
  return count === 1 ? 'Replaced once.' : `Replaced ${count} times.`
}

function countText(
  words: string,
  { count, current, where }: Pick<ReturnType<typeof useFinding>, 'count' | 'current' | 'where'>,
): string {
  if (!words.trim()) return ''
  if (count === 0) return 'Not found'
  return `${current + 1} of ${count}${where ? `, in the ${where}` : ''}`
}
