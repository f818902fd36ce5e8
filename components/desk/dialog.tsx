'use client'

import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { Button } from '@/components/desk/button'
import styles from './dialog.module.css'

interface Props {
  title: string
  open: boolean
  /** Called for the button and the Escape key. */
  onClose: () => void
  children: ReactNode
}

/** A modal dialog. When it goes away, the focus keeper of the desk returns the focus to where it was before. */
export function Dialog({ title, open, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  // Before the next key: it belongs to the dialog.
  useLayoutEffect(() => {
    if (open && !dialog.current?.open) {
      dialog.current?.showModal()
      // The first field gets the focus; without one the browser chooses the Close button, which is harmless.
      dialog.current?.querySelector<HTMLElement>('input, select, textarea')?.focus()
    }
    if (!open) dialog.current?.close()
  }, [open])
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // The parent decides when the dialog closes.
        event.preventDefault()
        onClose()
      }}
      // A second Escape closes it regardless.
      onClose={() => {
        if (open) onClose()
      }}
    >
      {open ? (
        <div className={styles.sheet}>
          <header className={styles.head}>
            <h2 className={styles.title} id={titleId}>
              {title}
            </h2>
            <Button look="quiet" onClick={onClose}>
              Close
            </Button>
          </header>
          {children}
        </div>
      ) : null}
    </dialog>
  )
}

/** The row of buttons that ends a dialog or a form. */
export function Choices({ children }: { children: ReactNode }) {
  return <div className={styles.choices}>{children}</div>
}
