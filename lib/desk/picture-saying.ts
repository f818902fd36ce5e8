import type { Picture, PictureRights } from '@/lib/article/article'

/** What is said of a picture at the desk; what is left out stays. The focal point is a share of width and height. */
export type PictureSaying = Partial<
  Pick<Picture, 'alt' | 'caption' | 'credit'> & PictureRights & { focalX: number; focalY: number }
>
