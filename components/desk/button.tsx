'use client'

import type { ComponentProps } from 'react'
import { useHydrated } from '@/components/desk/use-hydrated'
import styles from './button.module.css'

/** main: the one thing to do here; plain: the others; quiet: words that act; danger: what readers or colleagues lose by. */
export type ButtonLook = 'main' | 'plain' | 'quiet' | 'danger'

interface Props extends ComponentProps<'button'> {
  look?: ButtonLook
  /** While its work is under way a button keeps the focus, and does nothing. */
  busy?: boolean
  /** Whether a script does its work, so that it sleeps until scripts run; a form's own button needs none. */
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

/** A link that looks like the button it stands beside. */
export function ButtonLink({ look = 'plain', className, ...rest }: ComponentProps<'a'> & { look?: ButtonLook }) {
  return <a {...rest} className={[styles.button, styles[look], className].filter(Boolean).join(' ')} />
}
