'use client'

import { useEffect, useRef } from 'react'
import styles from '@/components/desk/account/account.module.css'
import { Button } from '@/components/desk/button'
import { Choices } from '@/components/desk/dialog'

/** Backup codes for a lost authenticator; they are shown once. */
export function BackupCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const words = useRef<HTMLParagraphElement>(null)
  // The focused element is gone; screen readers announce what replaced it.
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
