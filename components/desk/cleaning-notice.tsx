'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/desk/button'
import { CLEANED, forgetWaitingWords, waitingWords } from '@/components/desk/tell-of-cleaning'
import styles from './cleaning-notice.module.css'

/** What was taken out of the text that was typed or pasted last, until an editor has read it. */
export function CleaningNotice() {
  const [words, setWords] = useState('')
  useEffect(() => {
    const show = () => setWords(waitingWords())
    const showNew = (event: Event) => setWords(event instanceof CustomEvent ? String(event.detail) : '')
    show()
    window.addEventListener(CLEANED, showNew)
    return () => window.removeEventListener(CLEANED, showNew)
  }, [])
  return (
    <div className={styles.place} role="status">
      {words ? (
        <p className={styles.notice}>
          {words}{' '}
          <Button
            look="quiet"
            onClick={() => {
              setWords('')
              forgetWaitingWords()
            }}
          >
            Understood
          </Button>
        </p>
      ) : null}
    </div>
  )
}
