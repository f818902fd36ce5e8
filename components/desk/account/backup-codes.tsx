'use client'

import { useEffect, useRef } from 'react'
import styles from '@/components/desk/account/account.module.css'
import { Button } from '@/components/desk/button'
import { Choices } from '@/components/desk/dialog'

/** Codes for the day the authenticator is lost; they are shown this once. */
export function BackupCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const words = useRef<HTMLParagraphElement>(null)
  // What was focused is gone; whoever listens hears what took its place.
  useEffect(() => words.current?.focus(), [])
  return (
    <>
      <p ref={words} tabIndex={-1}>
        The second step is on. Keep these backup codes where you keep your passwords. Each lets you in once when your
        authenticator is not at hand; they are not shown again.
      </p>
      <ul className={styles.codes} aria-label="Backup codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Choices>
        <Button look="main" onClick={onKept}>
          I have kept them
        </Button>
      </Choices>
    </>
  )
}
