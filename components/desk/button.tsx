'use client'

import { type ComponentProps, type MouseEvent, useState } from 'react'
import { useHydrated } from '@/components/desk/use-hydrated'
import styles from './button.module.css'

/** main: the primary action; plain: other actions; quiet: looks like text; danger: readers or colleagues lose something. */
export type ButtonLook = 'main' | 'plain' | 'quiet' | 'danger'

interface Props extends Omit<ComponentProps<'button'>, 'onClick'> {
  look?: ButtonLook
  /** What it does. Until a returned promise is settled the button is busy, so that nothing is done twice. */
  onClick?: (event: MouseEvent<HTMLButtonElement>) => unknown
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
  const [isRunning, setIsRunning] = useState(false)
  const isBusy = busy || isRunning
  const click = async (event: MouseEvent<HTMLButtonElement>) => {
    if (isBusy) return event.preventDefault()
    const done = onClick?.(event)
    if (!(done instanceof Promise)) return
    setIsRunning(true)
    try {
      await done
    } finally {
      setIsRunning(false)
    }
  }
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled || (scripted && !isHydrated)}
      className={[styles.button, styles[look], className].filter(Boolean).join(' ')}
      aria-disabled={isBusy || undefined}
      onClick={(event) => void click(event)}
    />
  )
}

/** A link that looks like a button. */
export function ButtonLink({ look = 'plain', className, ...rest }: ComponentProps<'a'> & { look?: ButtonLook }) {
  return <a {...rest} className={[styles.button, styles[look], className].filter(Boolean).join(' ')} />
}
