'use client'

import type { ComponentProps } from 'react'
import { useHydrated } from '@/components/desk/use-hydrated'
import styles from './button.module.css'

/** main: the primary action; plain: other actions; quiet: looks like text; danger: readers or colleagues lose something. */
export type ButtonLook = 'main' | 'plain' | 'quiet' | 'danger'

interface Props extends ComponentProps<'button'> {
  look?: ButtonLook
  /** While its work is running the button keeps the focus and ignores clicks. */
  busy?: boolean
  /** Whether a submit button needs scripts, so that it is disabled until the page is hydrated. */
  scripted?: boolean
}

export function Button({
  look = 'plain',
  busy = false,
  type = 'button',
  scripted = type === 'button',
  disabled,
  className,
  onClick,
  ...rest
}: Props) {
  const isHydrated = useHydrated()
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled || (scripted && !isHydrated)}
      className={[styles.button, styles[look], className].filter(Boolean).join(' ')}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    />
  )
}

/** A link that looks like a button. */
export function ButtonLink({ look = 'plain', className, ...rest }: ComponentProps<'a'> & { look?: ButtonLook }) {
  return <a {...rest} className={[styles.button, styles[look], className].filter(Boolean).join(' ')} />
}
