'use client'

import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef } from 'react'
import { isCompositionKey } from '@/components/composition-key'
import styles from './frame.module.css'

interface Props {
  /** From which width on the current page stands in the line; undefined when it is none of them. */
  here: string | undefined
  /** The parts that do not fit into the line, as items of a list. */
  children: ReactNode
}

/** The parts of the desk that do not fit into the line of the navigation. It closes by Escape, and once one leaves it. */
export function MoreParts({ here, children }: Props) {
  const menu = useRef<HTMLDetailsElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isCompositionKey(event.nativeEvent) || !menu.current?.open) return
    menu.current.open = false
    menu.current.querySelector('summary')?.focus()
  }
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (menu.current && !menu.current.contains(relatedTarget)) menu.current.open = false
  }
  return (
    <details ref={menu} className={styles.more} onKeyDown={onKeyDown} onBlur={onBlur}>
      <summary className={styles.part} data-here={here}>
        More
      </summary>
      <ul className={styles.menu}>{children}</ul>
    </details>
  )
}
