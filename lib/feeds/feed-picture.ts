import type { Picture } from '@/lib/pictures/picture'

/** One file of a picture, because feed readers cannot choose among several. */
export interface FeedPicture {
  url: string
  alt: string
  caption: string
  credit: string
  widthPx: number
  heightPx: number
}

/** Sharp enough for any column of a feed reader, light enough for a phone. */
const MAX_WIDTH_PX = 1200

/** The JPEG of `picture` that a feed shows; null when it has none. */
export function feedPicture(
  { picture, caption, credit }: { picture: Picture; caption: string; credit: string },
  siteUrl: string,
): FeedPicture | null {
  const files = picture.files.filter(({ format }) => format === 'jpeg')
  const file = files.findLast(({ widthPx }) => widthPx <= MAX_WIDTH_PX) ?? files[0]
  if (!file) return null
  return {
    url: siteUrl + file.path,
    alt: picture.alt,
    caption,
    credit,
    widthPx: file.widthPx,
    heightPx: Math.round((file.widthPx * picture.heightPx) / picture.widthPx),
  }
}
