import type { Picture, PictureFile } from '@/lib/pictures/picture'
import styles from './picture.module.css'

interface Props {
  picture: Picture
  /** The displayed width, as in the `sizes` attribute. */
  sizes: string
  /** Whether it is visible without scrolling. */
  priority?: boolean
}

export function ResponsivePicture({ picture, sizes, priority = false }: Props) {
  const plain = filesOf(picture, 'jpeg')
  const fallback = plain.findLast(({ widthPx }) => widthPx <= FALLBACK_WIDTH_PX) ?? plain[0] ?? picture.files.at(-1)
  if (!fallback) return null
  return (
    <picture className={styles.picture}>
      {(['avif', 'webp'] as const).map((format) => {
        const files = filesOf(picture, format)
        return files.length ? (
          <source key={format} type={`image/${format}`} srcSet={srcSet(files)} sizes={sizes} />
        ) : null
      })}
      <img
        src={fallback.path}
        srcSet={plain.length > 1 ? srcSet(plain) : undefined}
        sizes={plain.length > 1 ? sizes : undefined}
        width={picture.widthPx}
        height={picture.heightPx}
        alt={picture.alt}
        loading={priority ? 'eager' : 'lazy'}
        fetchPriority={priority ? 'high' : 'auto'}
        decoding="async"
      />
    </picture>
  )
}

/** For browsers without srcset: wide enough for any column, light enough for a phone. */
const FALLBACK_WIDTH_PX = 1200

function filesOf(picture: Picture, format: PictureFile['format']): PictureFile[] {
  return picture.files.filter((file) => file.format === format)
}

function srcSet(files: PictureFile[]): string {
  return files.map(({ path, widthPx }) => `${path} ${widthPx}w`).join(', ')
}
