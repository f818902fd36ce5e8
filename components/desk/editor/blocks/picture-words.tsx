'use client'

import { useEffect, useRef, useState } from 'react'
import { useEditorRoom } from '@/components/desk/editor/editor-room'
import { PictureDetails } from '@/components/desk/picture/picture-details'
import type { Picture } from '@/lib/article/article'
import { BlockRemark } from './block'
import { FieldLine } from './field-line'

/** How long typing has to rest before the words are kept. */
const RESTING_MS = 600

/** The text for those who do not see a picture. It belongs to the picture, in whatever story it stands. */
export function PictureWords({ picture }: { picture: Picture }) {
  const { services, pictures, editable } = useEditorRoom()
  const [alt, setAlt] = useState(picture.alt)
  const [problem, setProblem] = useState('')
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; words: string } | null>(null)

  const keep = useRef(async (words: string) => {
    if (waiting.current) clearTimeout(waiting.current.timer)
    waiting.current = null
    try {
      pictures.put(await services.describe(picture.id, { alt: words.trim() }))
      setProblem('')
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  })
  // What was typed last is kept, also when the element goes before typing rests.
  useEffect(
    () => () => {
      if (waiting.current) void keep.current(waiting.current.words)
    },
    [],
  )

  function write(words: string): void {
    setAlt(words)
    if (waiting.current) clearTimeout(waiting.current.timer)
    waiting.current = { words, timer: setTimeout(() => void keep.current(words), RESTING_MS) }
  }

  return (
    <>
      <FieldLine
        label="Alt text"
        value={alt}
        required
        hint="What the picture shows, for those who do not see it"
        onChange={write}
        onLeave={() => waiting.current && void keep.current(waiting.current.words)}
      />
      {problem ? <BlockRemark problem>{problem}</BlockRemark> : null}
      {alt.trim() ? null : (
        <BlockRemark problem>A picture needs an alt text before the story is published.</BlockRemark>
      )}
      {editable ? (
        <p lang="en" dir="ltr">
          <PictureDetails picture={picture} describe={services.describe} onDescribed={(said) => pictures.put(said)} />
        </p>
      ) : null}
    </>
  )
}
