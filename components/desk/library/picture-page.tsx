'use client'

import { useState } from 'react'
import { useAnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { FocalPoint, type Point } from '@/components/desk/picture/focal-point'
import type { PictureRecord } from '@/lib/desk/pictures/library-picture'
import { PictureActions } from './picture-actions'
import { type MovedPoint, PictureForm } from './picture-form'
import { PictureHistory } from './picture-history'
import { PictureLeases } from './picture-leases'
import styles from './picture-page.module.css'
import { PicturePlaces } from './picture-places'
import { pictureName } from './thumbnail'

interface Props {
  initialRecord: PictureRecord
  /** Whether the editor decides on rights, replaces and throws away. */
  mayDecide: boolean
  timeZone: string
}

/** Everything about one picture: words, crops, rights, where it stands and what became of it. */
export function PicturePage({ initialRecord, mayDecide, timeZone }: Props) {
  const [record, setRecord] = useState(initialRecord)
  const answers = useAnswersInOrder()
  const { picture, verdict, fileName, takenOn, addedBy, addedAt, deletedAt } = record
  const [moved, setMoved] = useState<MovedPoint | null>(null)
  const point = moved?.point ?? { x: hundredths(picture.focus.x), y: hundredths(picture.focus.y) }
  const move = (to: Point) => setMoved({ point: to, from: moved?.from ?? picture.focus })
  const added = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }).format(addedAt)
  return (
    <>
      <header className={styles.head}>
        <p>
          <a href="/admin/pictures">Pictures</a>
        </p>
        <h1>{pictureName(picture, fileName)}</h1>
        {deletedAt === null ? null : <p className={styles.forbidden}>This picture is in the bin.</p>}
        {verdict.kind === 'free' ? null : (
          <p className={verdict.kind === 'blocked' ? styles.forbidden : styles.heed}>{verdict.why}</p>
        )}
      </header>
      <div className={styles.page}>
        <div className={styles.side}>
          <FocalPoint picture={picture} point={point} onPoint={move} />
          <p className={styles.facts}>
            {picture.widthPx} × {picture.heightPx} pixels as shown{fileName ? ` · ${fileName}` : ''}
            {takenOn ? ` · taken ${takenOn}` : ''} · added {added}
            {addedBy ? ` by ${addedBy}` : ''} · <a href={`/api/desk/pictures/${picture.id}/original`}>Original file</a>
          </p>
          <PictureActions answers={answers} record={record} mayDecide={mayDecide} onRecord={setRecord} />
        </div>
        <div className={styles.main}>
          <PictureForm
            answers={answers}
            record={record}
            moved={moved}
            onRecord={(now, isSaved) => {
              setRecord(now)
              setMoved(isSaved || !moved ? null : { ...moved, from: now.picture.focus })
            }}
          />
          <PictureLeases answers={answers} record={record} mayDecide={mayDecide} onRecord={setRecord} />
          <PicturePlaces places={record.places} uses={record.uses} />
          <PictureHistory history={record.history} timeZone={timeZone} />
        </div>
      </div>
    </>
  )
}

function hundredths(share: number): number {
  return Math.round(share * 100)
}
