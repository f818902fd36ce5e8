'use client'

import { useEffect, useRef, useState } from 'react'
import { useAnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { useStoryEditor } from '@/components/desk/editor/story-editor-context'
import { PictureDetails } from '@/components/desk/picture/picture-details'
import type { Picture } from '@/lib/pictures/picture'
import { isBlank } from '@/lib/text/visible-text'
import { BlockNotice } from './block'
import { InlineField } from './inline-field'

/** How long typing has to rest before the words are kept. */
const SAVE_DELAY_MS = 600

/** The text for those who do not see a picture. It belongs to the picture, in whatever story it stands. */
export function AltTextField({ picture }: { picture: Picture }) {
  const { services, pictures, editable } = useStoryEditor()
  const [alt, setAlt] = useState(picture.alt)
  const [problem, setProblem] = useState('')
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; words: string } | null>(null)

  const answers = useAnswersInOrder()
  const keep = useRef(async (words: string) => {
    if (waiting.current) clearTimeout(waiting.current.timer)
    waiting.current = null
    try {
      // What was typed since is on its way too, and is not taken back by this answer.
      const described = await answers.newestChange(() => services.describe(picture.id, { alt: words.trim() }))
      if (described) pictures.set(described)
      setProblem('')
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  })
  // It may be changed elsewhere, such as where the same picture leads the story.
  useEffect(() => {
    if (!waiting.current) setAlt(picture.alt)
  }, [picture.alt])
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
    waiting.current = { words, timer: setTimeout(() => void keep.current(words), SAVE_DELAY_MS) }
  }

  return (
    <>
      <InlineField
        label="Alt text"
        value={alt}
        required
        hint="What the picture shows, for those who do not see it"
        onChange={write}
        onBlur={() => waiting.current && void keep.current(waiting.current.words)}
      />
      {problem ? <BlockNotice problem>{problem}</BlockNotice> : null}
      {!isBlank(alt) ? null : (
        <BlockNotice problem>A picture needs an alt text before the story is published.</BlockNotice>
      )}
      {editable ? (
        <p lang="en" dir="ltr">
          <PictureDetails picture={picture} describe={services.describe} onDescribed={(said) => pictures.set(said)} />
        </p>
      ) : null}
    </>
  )
}
