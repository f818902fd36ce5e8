import { Caption } from '@/components/article/caption'
import { ResponsivePicture } from '@/components/picture/picture'
import type { ReaderFigure } from '@/lib/linking/reader-body'
import styles from './gallery.module.css'

interface Props {
  caption: string
  figures: ReaderFigure[]
}

/**
 * Neither a `figure`, of whose figures programs that look for the text keep one, nor a `div`, which they drop when it
 * holds more pictures than words.
 */
export function Gallery({ caption, figures }: Props) {
  return (
    <section className={styles.gallery} data-element="gallery">
      <section className={styles.pictures}>
        {[...figures.entries()].map(([place, figure]) => (
          <figure key={place} data-picture={figure.picture.id}>
            <ResponsivePicture picture={figure.picture} sizes="(min-width: 44rem) 19rem, 100vw" />
            <Caption caption={figure.caption} credit={figure.credit} />
          </figure>
        ))}
      </section>
      {caption && <p className={styles.caption}>{caption}</p>}
    </section>
  )
}
