'use client'

import { useCallback, useEffect, useId, useRef, useState } from 'react'
import { useAnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { Button } from '@/components/desk/button'
import { Input } from '@/components/desk/controls'
import { deskRequest } from '@/components/desk/desk-request'
import { deskServices } from '@/components/desk/editor/desk-services'
import { useFindable } from '@/components/desk/editor/find/findable-fields'
import { Field } from '@/components/desk/field'
import { PicturePicker } from '@/components/desk/library/picture-picker'
import { PictureDetails } from '@/components/desk/picture/picture-details'
import { PictureFileButton } from '@/components/desk/picture/picture-file-button'
import { Problems } from '@/components/desk/problems'
import { isWritable } from '@/components/desk/room/session/session-article'
import { useArticle, useManuscript, useSession, useSessionState } from '@/components/desk/room/session/session-context'
import { ResponsivePicture } from '@/components/picture/picture'
import type { Problem } from '@/lib/desk/refusal'
import type { Picture } from '@/lib/pictures/picture'
import styles from './lead-image.module.css'

/** The picture above the text, with its alt text, caption and credit. */
export function LeadImage({ initialPicture }: { initialPicture: Picture | null }) {
  const session = useSession()
  const chosen = useManuscript(({ leadMediaId }) => leadMediaId)
  const editable = useArticle(isWritable)
  const [picture, setPicture] = useState(initialPicture)
  const [problems, setProblems] = useState<Problem[]>([])
  const [busy, setBusy] = useState(false)
  const [isPicking, setIsPicking] = useState(false)
  const answers = useAnswersInOrder()
  useEffect(() => {
    if (chosen === null || picture?.id === chosen) return
    void answers
      .read(() => deskRequest('GET /api/desk/pictures', { input: { ids: `${chosen}` } }))
      .then((response) => {
        if (response?.ok) setPicture(response.answer.pictures[0] ?? null)
      })
    return () => answers.drop()
  }, [chosen, picture?.id, answers])
  // Its words may be changed where it stands in the text, too.
  const elsewhere = useSessionState(({ describedPicture }) => describedPicture)
  useEffect(() => {
    if (elsewhere) setPicture((shown) => (shown?.id === elsewhere.id ? elsewhere : shown))
  }, [elsewhere])
  const described = useCallback(
    (words: Picture) => {
      setPicture(words)
      session.noticeDescribedPicture(words)
    },
    [session],
  )
  const take = (taken: Picture) => {
    setPicture(taken)
    session.change({ leadMediaId: taken.id })
  }
  const upload = async (file: File) => {
    setBusy(true)
    setProblems([])
    const response = await deskRequest('POST /api/desk/pictures', { file })
    setBusy(false)
    if (!response.ok) return setProblems(response.problems)
    setProblems(response.answer.notices.map((message) => ({ field: '', message })))
    take(response.answer.picture)
  }
  const shown = chosen !== null && picture?.id === chosen ? picture : null
  if (!editable && !shown) return null
  return (
    <figure className={styles.lead} lang="en" dir="ltr">
      {shown ? <ResponsivePicture picture={shown} sizes="(min-width: 64rem) 36rem, 100vw" priority /> : null}
      {shown && editable ? <LeadImageText key={shown.id} picture={shown} onPicture={described} /> : null}
      {editable ? (
        <p className={styles.tools}>
          {shown ? <PictureDetails key={shown.id} picture={shown} describe={describe} onDescribed={described} /> : null}
          <PictureFileButton
            id="room-leadMediaId"
            look="quiet"
            busy={busy}
            onFiles={([file]) => file && void upload(file)}
          >
            {chosen === null ? 'Add a lead image' : 'Replace the lead image'}
          </PictureFileButton>
          <Button look="quiet" onClick={() => setIsPicking(true)}>
            Choose from the library
          </Button>
          {chosen !== null ? (
            <Button look="quiet" onClick={() => session.change({ leadMediaId: null })}>
              Remove the lead image
            </Button>
          ) : null}
        </p>
      ) : null}
      <Problems problems={problems} />
      {isPicking ? (
        <PicturePicker
          title="Choose a lead image"
          onChosen={([picked]) => {
            setIsPicking(false)
            setProblems([])
            if (picked) take(picked)
          }}
          onClose={() => setIsPicking(false)}
        />
      ) : null}
    </figure>
  )
}

const { describe, pictures } = deskServices(null)

const SAVE_DELAY_MS = 800

const WORDS = ['alt', 'caption', 'credit'] as const

type Words = Pick<Picture, (typeof WORDS)[number]>

/** Alt text, caption and credit of the picture, in every story that shows it; saved after a pause in typing. */
function LeadImageText({ picture, onPicture }: { picture: Picture; onPicture: (picture: Picture) => void }) {
  const [words, setWords] = useState<Words>({ alt: picture.alt, caption: picture.caption, credit: picture.credit })
  const [problems, setProblems] = useState<Problem[]>([])
  const written = useRef<{ words: Words; kept: Words; refused?: Words }>({ words, kept: words })
  written.current.words = words
  const answers = useAnswersInOrder()
  const id = useId()
  // What changed elsewhere is shown, unless something is being typed here.
  useEffect(() => {
    const { words: shown, kept } = written.current
    if (shown !== kept) return
    const changed = { alt: picture.alt, caption: picture.caption, credit: picture.credit }
    written.current.kept = changed
    setWords(changed)
  }, [picture.alt, picture.caption, picture.credit])
  const keep = useCallback(async () => {
    const { words: sent, kept, refused } = written.current
    const changed = changedWords(sent, kept)
    // What was refused is sent again only once something else is typed.
    if (!changed || sent === refused) return
    written.current.kept = sent
    // It cannot wait for an earlier one: the page may be on its way out.
    const isNewest = answers.begin()
    const response = await deskRequest('PUT /api/desk/pictures/[picture]', {
      params: { picture: picture.id },
      input: changed,
      keepalive: true,
    })
    setProblems(response.ok ? [] : response.problems)
    // What was typed since is on its way too, and is not taken back by this answer.
    if (response.ok) return isNewest() ? onPicture(response.answer.picture) : undefined
    written.current.refused = sent
    const [stored] = await pictures([picture.id]).catch(() => [])
    written.current.kept = stored ? { alt: stored.alt, caption: stored.caption, credit: stored.credit } : kept
  }, [picture.id, onPicture, answers])
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change restarts the delay
  useEffect(() => {
    const timer = setTimeout(() => void keep(), SAVE_DELAY_MS)
    return () => clearTimeout(timer)
  }, [words, keep])
  // Saves what was typed last also when the component or the page goes before the delay is over.
  useEffect(() => {
    const keepNow = () => void keep()
    window.addEventListener('pagehide', keepNow)
    return () => {
      window.removeEventListener('pagehide', keepNow)
      keepNow()
    }
  }, [keep])
  const caption = useRef<HTMLInputElement>(null)
  const change = (part: Partial<Words>) => setWords((before) => ({ ...before, ...part }))
  useFindable({
    id: 'room-leadCaption',
    name: 'caption of the lead image',
    value: words.caption,
    write: (found) => change({ caption: found }),
    element: caption,
  })
  return (
    <fieldset id="room-leadWords" className={styles.words} aria-labelledby={`${id}name`} onBlur={() => void keep()}>
      <legend className="visually-hidden" id={`${id}name`}>
        Words of the lead image
      </legend>
      <Field label="Alt text" hint="What the picture shows, for those who do not see it.">
        <Input type="text" value={words.alt} onChange={(event) => change({ alt: event.target.value })} />
      </Field>
      <Field label="Caption">
        <Input
          ref={caption}
          type="text"
          value={words.caption}
          onChange={(event) => change({ caption: event.target.value })}
        />
      </Field>
      <Field label="Credit">
        <Input type="text" value={words.credit} onChange={(event) => change({ credit: event.target.value })} />
      </Field>
      <Problems problems={problems} />
    </fieldset>
  )
}

/** The words that differ from those that are kept, with what stood there before; null when none does. */
function changedWords(words: Words, kept: Words) {
  const changed = WORDS.filter((field) => words[field] !== kept[field])
  if (!changed.length) return null
  const of = (from: Words) => Object.fromEntries(changed.map((field) => [field, from[field]]))
  return { ...of(words), was: of(kept) }
}
