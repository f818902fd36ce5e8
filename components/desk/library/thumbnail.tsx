import { ResponsivePicture } from '@/components/picture/picture'
import type { Picture } from '@/lib/pictures/picture'
import styles from './library.module.css'

/** A small view of a picture; its words stand beside it. */
export function Thumbnail({ picture }: { picture: Picture }) {
  return (
    <span className={styles.thumbnail}>
      <ResponsivePicture picture={{ ...picture, alt: '' }} sizes="12rem" />
    </span>
  )
}

/** What a picture is called at the desk: by its alt text, its caption, the name of its file, or its number. */
export function pictureName(picture: Pick<Picture, 'id' | 'alt' | 'caption'>, fileName = ''): string {
  return picture.alt.trim() || picture.caption.trim() || fileName || `Picture ${picture.id}`
}
