'use client'

import type { ReactNode } from 'react'
import styles from './toolbar.module.css'

interface Props {
  name: string
  /** "Mod" stands for Ctrl, or Command on a Mac. */
  keys?: string
  first?: boolean
  /** Whether it is left to the menu where the bar is narrow. */
  wide?: boolean
  /** Whether the selection has it already; undefined where the button is not a toggle. */
  pressed?: boolean
  disabled?: boolean
  onClick: () => void
  /** A sign that is shown instead of the name. */
  children?: ReactNode
}

/** A button of the toolbar that leaves the selection of the text as it is. */
export function ToolbarButton({
  name,
  keys,
  first = false,
  wide = false,
  pressed,
  disabled = false,
  onClick,
  children,
}: Props) {
  return (
    <button
      type="button"
      className={wide ? styles.wide : styles.press}
      aria-label={children ? name : undefined}
      aria-keyshortcuts={keys?.replace('Mod', 'Control')}
      aria-pressed={pressed}
      aria-disabled={disabled || undefined}
      title={keys ? `${name} (${keys.replace('Mod', 'Ctrl')})` : undefined}
      tabIndex={first ? 0 : -1}
      // Keeps the focus and the selection in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={disabled ? undefined : onClick}
    >
      {children ?? name}
    </button>
  )
}
