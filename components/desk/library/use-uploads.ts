'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Picture } from '@/lib/pictures/picture'
import { sendPicture } from './send-picture'

/** A file on its way into the library. */
export interface Upload {
  key: number
  name: string
  file: File
  /** How far it is: from 0 to 1 while it is sent, 1 while it is made ready. */
  share: number
  state: 'waiting' | 'sending' | 'done' | 'refused'
  /** Only when it is done. */
  picture: Picture | null
  isDuplicate: boolean
  /** What the editor must know of it, or why it was refused. */
  words: string
}

/** One is sent while the other is made ready. */
const AT_ONCE = 2

/** Sends pictures to the library, two at once, and tells how far each is. `onDone` is called for each that is there. */
export function useUploads(onDone?: (picture: Picture) => void) {
  const [uploads, setUploads] = useState<Upload[]>([])
  const numbers = useRef(0)
  const running = useRef(new Set<number>())
  const done = useRef(onDone)
  done.current = onDone
  const change = useCallback((key: number, part: Partial<Upload>) => {
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)))
  }, [])
  const send = useCallback(
    async ({ key, file }: Upload, isCopy = false) => {
      running.current.add(key)
      change(key, { state: 'sending', share: 0, words: '', isDuplicate: false })
      const response = await sendPicture(file, { isCopy, onProgress: (share) => change(key, { share }) })
      running.current.delete(key)
      if (!response.ok) {
        return change(key, { state: 'refused', words: response.problems.map(({ message }) => message).join(' ') })
      }
      const { picture, notices, isDuplicate } = response.answer
      change(key, { state: 'done', picture, isDuplicate, words: notices.join(' ') })
      done.current?.(picture)
    },
    [change],
  )
  useEffect(() => {
    const free = AT_ONCE - running.current.size
    const next = uploads.filter(({ key, state }) => state === 'waiting' && !running.current.has(key))
    for (const upload of next.slice(0, Math.max(0, free))) void send(upload)
  }, [uploads, send])
  const add = useCallback((files: readonly File[]) => {
    const added = files.map((file): Upload => {
      numbers.current += 1
      return {
        key: numbers.current,
        name: file.name,
        file,
        share: 0,
        state: 'waiting',
        picture: null,
        isDuplicate: false,
        words: '',
      }
    })
    setUploads((all) => [...all, ...added])
  }, [])
  return { uploads, add, again: send, isBusy: uploads.some(({ state }) => state === 'waiting' || state === 'sending') }
}
