'use client'

import { type Editor, useEditorState } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { endFinding, findingIn, goToMatch, replaceAllMatches, replaceMatch, seek } from './find-plugin'
import { type FindableField, useFindableFields } from './findable-fields'
import { type FieldMatch, fieldWords, placesIn, type Sought } from './matches'

/** Words in a field around the text. */
interface Hit {
  field: FindableField
  at: number
}

/** What was replaced everywhere, and how to take it back. */
export interface Replaced {
  count: number
  undo: () => void
}

/** Looks for words in the fields around a text and in the text, in the order of the page, as if all were one. */
export function useFinding(editor: Editor, sought: Sought) {
  const { words, matchesCase } = sought
  const fields = useFindableFields()
  const inText = useEditorState({ editor, selector: ({ editor: { state } }) => findingIn(state) })
  /** The current match among those in fields; null while it is in the text. */
  const [place, setPlace] = useState<number | null>(null)
  const hits: Hit[] = fields.flatMap((field) => placesIn(field.value, sought).map((at) => ({ field, at })))
  const textCount = inText?.matches.length ?? 0
  const count = hits.length + textCount
  const isInFields = hits.length > 0 && (textCount === 0 || (place !== null && place < hits.length))
  const current = isInFields ? Math.min(place ?? 0, hits.length - 1) : count ? hits.length + (inText?.current ?? 0) : -1
  const hit = isInFields ? hits[current] : undefined
  useEffect(() => {
    setPlace(null)
    editor.view.dispatch(seek(editor.state, { words, matchesCase }))
  }, [editor, words, matchesCase])
  useEffect(() => () => endIn(editor), [editor])
  const element = hit?.field.element
  useEffect(() => {
    const field = element?.current
    field?.setAttribute('data-found', '')
    return () => field?.removeAttribute('data-found')
  }, [element])

  const goTo = (next: number) => {
    if (next < hits.length) {
      setPlace(next)
      hits[next]?.field.element.current?.scrollIntoView({ block: 'center' })
      return
    }
    setPlace(null)
    editor.view.dispatch(goToMatch(editor.state, next - hits.length))
  }
  /** Where another place could be written, what was found in this one stays. */
  const replaceIn = ({ field, at }: Hit, replacement: string) => {
    const after = field.value.slice(0, at) + replacement + field.value.slice(at + words.length)
    field.write?.(after)
    // On to the next one, but not into what was just put in.
    const before = hits.filter((one) => one.field.id !== field.id && hits.indexOf(one) < current).length
    setPlace(before + placesIn(after, sought).filter((found) => found < at + replacement.length).length)
  }
  return {
    count,
    current,
    /** The field in which the current match stands; undefined in the text. */
    where: hit?.field.name,
    go: (step: 1 | -1) => {
      if (count) goTo((current + step + count) % count)
    },
    replace: (replacement: string) => {
      if (hit) replaceIn(hit, replacement)
      else editor.view.dispatch(replaceMatch(editor.state, replacement))
    },
    replaceAll: (replacement: string): Replaced => {
      const written = [...new Set(hits.map(({ field }) => field))].filter(({ write }) => write)
      const changes = written.map((field) => ({ field, after: replacedIn(field.value, sought, replacement) }))
      for (const { field, after } of changes) field.write?.(after)
      if (textCount) editor.view.dispatch(replaceAllMatches(editor.state, replacement))
      const replaced = hits.filter(({ field }) => field.write).length + textCount
      const undo = () => {
        for (const { field } of changes) field.write?.(field.value)
        if (textCount) editor.commands.undo()
      }
      return { count: replaced, undo }
    },
    /** Stops looking, and leaves the focus where the current match stands. */
    end: () => {
      const match = hit ? undefined : inText?.matches[inText.current]
      const part = match?.inField ? fieldOf(editor, match.from, match.inField) : null
      endIn(editor)
      const target = hit ? hit.field.element.current : part
      if (!target) return editor.view.focus()
      const at = hit?.at ?? match?.inField?.at ?? 0
      target.focus()
      target.setSelectionRange(at, at + words.length)
    },
  }
}

function endIn(editor: Editor): void {
  if (!editor.isDestroyed && findingIn(editor.state)) editor.view.dispatch(endFinding(editor.state))
}

function replacedIn(value: string, sought: Sought, replacement: string): string {
  return placesIn(value, sought).reduceRight(
    (text, at) => text.slice(0, at) + replacement + text.slice(at + sought.words.length),
    value,
  )
}

/** The input on the page that holds the words of a field of the node at `position`; null when none does. */
function fieldOf(editor: Editor, position: number, field: FieldMatch): HTMLInputElement | HTMLTextAreaElement | null {
  const [node, dom] = [editor.state.doc.nodeAt(position), editor.view.nodeDOM(position)]
  if (!node || !(dom instanceof Element)) return null
  const words = fieldWords(node, field)
  const inputs = dom.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea, input')
  return [...inputs].find(({ value }) => value === words) ?? null
}
