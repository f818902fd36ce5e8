'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { Choices, Dialog } from '@/components/desk/dialog'
import { Field } from '@/components/desk/field'
import { Problems } from '@/components/desk/problems'
import type { Picture } from '@/lib/article/article'
import type { LibraryPicture } from '@/lib/desk/pictures/library-picture'
import type { Problem } from '@/lib/desk/refusal'
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
  const { pictures, problems } = useLibrarySearch(words)
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
        <input type="search" value={words} autoComplete="off" onChange={(event) => setWords(event.target.value)} />
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
      <p role="status">{pictures && !offered.length ? 'No picture of the library is like that.' : ''}</p>
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

/** The pictures that match the words, the newest first; null until there is an answer. */
function useLibrarySearch(words: string): { pictures: LibraryPicture[] | null; problems: Problem[] } {
  const [pictures, setPictures] = useState<LibraryPicture[] | null>(null)
  const [problems, setProblems] = useState<Problem[]>([])
  useEffect(() => {
    const abort = new AbortController()
    const look = async () => {
      const input = words.trim() ? { q: words.trim() } : {}
      const response = await deskRequest('GET /api/desk/pictures/library', { input, signal: abort.signal })
      if (abort.signal.aborted) return
      setProblems(response.ok ? [] : response.problems)
      if (response.ok) setPictures(response.answer.pictures)
    }
    const timer = setTimeout(() => void look(), words ? SEARCH_DELAY_MS : 0)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [words])
  return { pictures, problems }
}
