'use client'

import { type CSSProperties, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/desk/button'
import styles from './preview-widths.module.css'

const WIDTHS = [
  { name: 'Phone', px: 360 },
  { name: 'Tablet', px: 768 },
  { name: 'Desktop', px: 1280 },
] as const

interface Props {
  /** The address of the page that is previewed. */
  src: string
  /** What is previewed: "The story". */
  what: string
}

/** A preview at the widths of a phone, a tablet and a desktop, scaled down where there is less space. */
export function PreviewWidths({ src, what }: Props) {
  const [chosen, setChosen] = useState<(typeof WIDTHS)[number]>(WIDTHS[0])
  const [room, setRoom] = useState<number>(chosen.px)
  const stage = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = stage.current
    if (!element) return
    const watch = new ResizeObserver(() => setRoom(element.clientWidth))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  const scale = Math.min(1, room / chosen.px)
  return (
    <section className={styles.preview} aria-label="Preview">
      <fieldset className={styles.choice}>
        <legend className="visually-hidden">Width</legend>
        {WIDTHS.map((width) => (
          <Button
            key={width.name}
            look="quiet"
            className={styles.width}
            aria-pressed={width.name === chosen.name}
            onClick={() => setChosen(width)}
          >
            {width.name}
          </Button>
        ))}
        <span className={styles.note} role="status">
          {chosen.px} pixels wide{scale < 1 ? `, shown at ${Math.round(scale * 100)} %` : ''}
        </span>
      </fieldset>
      <div ref={stage} className={styles.stage}>
        <iframe
          className={styles.frame}
          src={src}
          title={`${what} at the width of a ${chosen.name.toLowerCase()}`}
          style={{ '--width': `${chosen.px}px`, '--scale': scale } as CSSProperties}
        />
      </div>
    </section>
  )
}
