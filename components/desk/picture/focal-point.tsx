'use client'

import type { KeyboardEvent, MouseEvent } from 'react'
import { isCompositionKey } from '@/components/composition-key'
import { ResponsivePicture } from '@/components/picture/picture'
import { type CropShape, cropOf } from '@/lib/pictures/crops'
import type { Picture } from '@/lib/pictures/picture'
import styles from './focal-point.module.css'

/** A point of a picture in whole hundredths of its width and height, as the names of crops have it. */
export interface Point {
  x: number
  y: number
}

interface Props {
  picture: Picture
  point: Point
  onPoint: (point: Point) => void
}

const STEPS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}
const LARGE_STEP = 10

const SHAPES: { shape: CropShape; name: string }[] = [
  { shape: '16x9', name: '16:9' },
  { shape: '4x3', name: '4:3' },
  { shape: '1x1', name: '1:1' },
]

/** Chooses the focal point of a picture by a click or with the arrow keys, and previews the crops. */
export function FocalPoint({ picture, point, onPoint }: Props) {
  const move = (to: Point) => onPoint({ x: within(to.x), y: within(to.y) })
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    // Clicks by Enter and Space have no position.
    if (event.detail === 0) return
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    move({ x: ((event.clientX - left) / width) * 100, y: ((event.clientY - top) / height) * 100 })
  }
  const steer = (event: KeyboardEvent) => {
    const step = isCompositionKey(event.nativeEvent) ? undefined : STEPS[event.key]
    if (!step) return
    event.preventDefault()
    const size = event.shiftKey ? LARGE_STEP : 1
    move({ x: point.x + step.x * size, y: point.y + step.y * size })
  }
  const focus = { x: point.x / 100, y: point.y / 100 }
  return (
    <div className={styles.focal}>
      <button
        type="button"
        className={styles.picture}
        aria-label="Focal point: arrow keys move it, with Shift by more"
        aria-describedby="focal-point-place"
        onClick={click}
        onKeyDown={steer}
      >
        <ResponsivePicture picture={picture} sizes="(min-width: 40rem) 36rem, 90vw" />
        <span className={styles.point} style={{ left: `${point.x}%`, top: `${point.y}%` }} />
      </button>
      <p className={styles.place} id="focal-point-place" role="status">
        {point.x} % from the left, {point.y} % from the top
      </p>
      <ul className={styles.crops} aria-label="Crops">
        {SHAPES.map(({ shape, name }) => (
          <li key={shape}>
            <Cropped picture={{ ...picture, focus }} shape={shape} />
            {name}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Cropped({ picture, shape }: { picture: Picture; shape: CropShape }) {
  const { widthPx } = picture
  const { left, top, width, height } = cropOf(picture, shape).area
  return (
    <span className={styles.crop} aria-hidden="true" style={{ aspectRatio: `${width} / ${height}` }}>
      <span
        className={styles.shown}
        style={{
          inlineSize: `${(widthPx / width) * 100}%`,
          left: `${(-left / width) * 100}%`,
          top: `${(-top / height) * 100}%`,
        }}
      >
        <ResponsivePicture picture={picture} sizes="(min-width: 40rem) 24rem, 60vw" />
      </span>
    </span>
  )
}

function within(percent: number): number {
  return Math.round(Math.min(100, Math.max(0, percent)))
}
