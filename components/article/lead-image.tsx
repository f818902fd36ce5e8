import { Caption } from '@/components/article/caption'
import { ResponsivePicture } from '@/components/picture/picture'
import type { Picture } from '@/lib/pictures/picture'
import styles from './lead-image.module.css'

export function LeadImage({ picture }: { picture: Picture }) {
  return (
    <figure className={styles.lead} data-part="lead-picture">
      <ResponsivePicture
        picture={picture}
        sizes="(min-width: 80rem) 61.5rem, (min-width: 70rem) calc(100vw - 18.5rem), 100vw"
        priority
      />
      <Caption caption={picture.caption} credit={picture.credit} />
    </figure>
  )
}
