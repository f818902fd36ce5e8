import { Caption } from '@/components/article/caption'
import { ResponsivePicture } from '@/components/picture/picture'
import type { ReaderFigure } from '@/lib/linking/reader-body'
import styles from './gallery.module.css'

interface Props {
  caption: string
  figures: ReaderFigure[]
}

export function Gallery({ caption, figures }: Props) {
  return (
    <figure className={styles.gallery}>
      <div className={styles.pictures}>
        {[...figures.entries()].map(([place, figure]) => (
          <figure key={place}>
            <ResponsivePicture picture={figure.picture} sizes="(min-width: 44rem) 19rem, 100vw" />
            <Caption caption={figure.caption} credit={figure.credit} />
          </figure>
        ))}
      </div>
      {caption && <figcaption className={styles.caption}>{caption}</figcaption>}
    </figure>
  )
}
