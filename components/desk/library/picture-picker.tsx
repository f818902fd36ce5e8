'use client'

import { useEffect, useState } from 'react'
import { isCompositionKey } from '@/components/composition-key'
import { useAnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { Button } from '@/components/desk/button'
import { Input } from '@/components/desk/controls'
import { deskRequest } from '@/components/desk/desk-request'
import { Choices, Dialog } from '@/components/desk/dialog'
import { Field } from '@/components/desk/field'
import { Problems } from '@/components/desk/problems'
import type { LibraryPicture } from '@/lib/desk/pictures/library-picture'
import type { Problem } from '@/lib/desk/refusal'
import type { Picture } from '@/lib/pictures/picture'
import styles from './library.module.css'
import { PictureLine } from './picture-grid'
import { Thumbnail } from './thumbnail'

interface Props {
  /** What is chosen: "Choose a lead image". */
  title: string
  /** Whether several can be chosen. */
  several?: boolean
  /** Pictures that are not offered. */
  exclude?: readonly number[]
  onChosen: (pictures: Picture[]) => void
  onClose: () => void
}

const SEARCH_DELAY_MS = 250

/** Chooses pictures of the library. One that may not be used is shown with the reason and cannot be chosen. */
export function PicturePicker({ title, several = false, exclude = [], onChosen, onClose }: Props) {
  const [words, setWords] = useState('')
  const { pictures, total, problems, showMore, isBusy } = useLibrarySearch(words)
  const [chosen, setChosen] = useState<LibraryPicture[]>([])
  const choose = (listed: LibraryPicture) => {
    if (!several) return onChosen([listed.picture])
    const isChosen = chosen.some(({ picture }) => picture.id === listed.picture.id)
    setChosen(isChosen ? chosen.filter(({ picture }) => picture.id !== listed.picture.id) : [...chosen, listed])
  }
  const offered = pictures?.filter(({ picture }) => !exclude.includes(picture.id)) ?? []
  return (
    <Dialog title={title} open onClose={onClose}>
      <Field label="Search the library" hint="By alt text, caption, credit, place, keyword or the name of the file.">
        <Input
          type="search"
          value={words}
          autoComplete="off"
          onChange={(event) => setWords(event.target.value)}
          // The picker may stand within a form, which Enter would send.
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isCompositionKey(event.nativeEvent)) event.preventDefault()
          }}
        />
      </Field>
      <Problems problems={problems} />
      <ul className={styles.grid} aria-label="Pictures of the library" aria-busy={pictures === null}>
        {offered.map((listed) => (
          <li key={listed.picture.id}>
            <button
              type="button"
              className={styles.tile}
              disabled={listed.verdict.kind === 'blocked'}
              aria-pressed={several ? chosen.some(({ picture }) => picture.id === listed.picture.id) : undefined}
              onClick={() => choose(listed)}
            >
              <Thumbnail picture={listed.picture} />
              <PictureLine listed={listed} />
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{statusOf(pictures, total)}</p>
      {pictures && pictures.length < total ? (
        <Button busy={isBusy} onClick={() => showMore()}>
          Show more
        </Button>
      ) : null}
      {several ? (
        <Choices>
          <Button look="main" disabled={!chosen.length} onClick={() => onChosen(chosen.map(({ picture }) => picture))}>
            {chosen.length > 1 ? `Use these ${chosen.length} pictures` : 'Use this picture'}
          </Button>
        </Choices>
      ) : null}
    </Dialog>
  )
}

function statusOf(pictures: LibraryPicture[] | null, total: number): string {
  if (!pictures) return ''
  if (!pictures.length) return 'No picture of the library is like that.'
  return pictures.length < total ? `The newest ${pictures.length} of ${total} pictures.` : ''
}

/** The pictures that match the words, the newest first, page by page; null until there is an answer. */
function useLibrarySearch(words: string) {
  const [found, setFound] = useState<{ pictures: LibraryPicture[]; total: number; page: number } | null>(null)
  const [problems, setProblems] = useState<Problem[]>([])
  const [isBusy, setIsBusy] = useState(false)
  const answers = useAnswersInOrder()
  useEffect(() => {
    const abort = new AbortController()
    const look = async () => {
      const response = await answers.read(() => pageOf(words, 1, abort.signal))
      if (response === null) return
      setProblems(response.ok ? [] : response.problems)
      if (response.ok) setFound({ ...response.answer, page: 1 })
    }
    const timer = setTimeout(() => void look(), words ? SEARCH_DELAY_MS : 0)
    return () => {
      clearTimeout(timer)
      answers.drop()
      abort.abort()
    }
  }, [words, answers])
  const showMore = async () => {
    if (!found) return
    setIsBusy(true)
    const page = found.page + 1
    const response = await answers.read(() => pageOf(words, page))
    setIsBusy(false)
    if (response === null) return
    setProblems(response.ok ? [] : response.problems)
    if (!response.ok) return
    const known = new Set(found.pictures.map(({ picture }) => picture.id))
    const added = response.answer.pictures.filter(({ picture }) => !known.has(picture.id))
    setFound({ pictures: [...found.pictures, ...added], total: response.answer.total, page })
  }
  return { pictures: found?.pictures ?? null, total: found?.total ?? 0, problems, showMore, isBusy }
}

function pageOf(words: string, page: number, signal?: AbortSignal) {
  const input = { ...(words.trim() && { q: words.trim() }), ...(page > 1 && { page: String(page) }) }
  return deskRequest('GET /api/desk/pictures/library', { input, ...(signal && { signal }) })
}
