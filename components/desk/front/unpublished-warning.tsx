'use client'

import { useEffect, useState } from 'react'
import { nearInstant } from '@/lib/desk/near-instant'
import { useFrontDesk } from './front-context'
import styles from './front-desk.module.css'

/** After this long, changes that readers do not have are probably forgotten. */
const FORGOTTEN_AFTER_MS = 5 * 60_000
const LOOK_EVERY_MS = 10_000

/** Says that readers do not have the changes yet; loudly once that has been so for some minutes. */
export function UnpublishedWarning() {
  const { front } = useFrontDesk()
  const [, look] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => look((count) => count + 1), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  const { unpublishedSince, savedBy } = front.view
  if (unpublishedSince === null) return null
  const now = front.now()
  const since = nearInstant(new Date(unpublishedSince), { now, timeZone: front.timeZone })
  const isForgotten = now.getTime() - unpublishedSince >= FORGOTTEN_AFTER_MS
  return (
    <p className={isForgotten ? styles.forgotten : styles.unpublished} role={isForgotten ? 'alert' : undefined}>
      {isForgotten
        ? `Readers still have the former front. Changes since ${since}, last by ${savedBy}, are not published.`
        : `Changes since ${since}, last by ${savedBy}, are not published yet.`}
    </p>
  )
}
