import { Caption } from '@/components/article/caption'
import { ResponsivePicture } from '@/components/picture/picture'
import type { ReaderFigure } from '@/lib/linking/reader-body'
import styles from './image-element.module.css'

export function ImageElement({ figure }: { figure: ReaderFigure }) {
  return (
    <figure className={styles.image} data-picture={figure.picture.id}>
      <ResponsivePicture picture={figure.picture} sizes="(min-width: 44rem) 39rem, 100vw" />
      <Caption caption={figure.caption} credit={figure.credit} />
    </figure>
  )
}
