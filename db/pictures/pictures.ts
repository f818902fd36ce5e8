import type { Reader } from '@/db/store/open'
import { media } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import type { Picture, PictureFile } from '@/lib/pictures/picture'
import { blankAsEmpty } from '@/lib/text/blank-as-empty'

/** The columns of media that a picture needs. */
export const pictureColumns = {
  id: media.id,
  alt: media.alt,
  caption: media.caption,
  credit: media.credit,
  creator: media.creator,
  copyright: media.copyright,
  licenceUrl: media.licenceUrl,
  acquireUrl: media.acquireUrl,
  focalX: media.focalX,
  focalY: media.focalY,
  original: media.original,
  widthPx: media.widthPx,
  heightPx: media.heightPx,
  files: media.files,
}

type PictureRow = Pick<typeof media.$inferSelect, keyof typeof pictureColumns>

/** Best compression first, so that a browser uses the first format it supports. */
const FORMATS: PictureFile['format'][] = ['avif', 'webp', 'jpeg']

/** The picture of a row of media, with its files ordered by format, then by width. */
export function pictureFrom({ files, ...row }: PictureRow): Picture {
  const { caption, credit, creator, copyright, licenceUrl, acquireUrl, focalX, focalY, ...rest } = row
  return {
    ...rest,
    caption: blankAsEmpty(caption),
    credit: blankAsEmpty(credit),
    rights: { creator: blankAsEmpty(creator), copyright: blankAsEmpty(copyright), licenceUrl, acquireUrl },
    focus: { x: focalX, y: focalY },
    files: files
      .map(({ format, widthPx, name }) => ({ format, widthPx, path: `/media/${name}` }))
      .sort((a, b) => FORMATS.indexOf(a.format) - FORMATS.indexOf(b.format) || a.widthPx - b.widthPx),
  }
}

/** The pictures with these ids, by id; an id without a row is missing. */
export async function picturesByIds(db: Reader, ids: number[]): Promise<Map<number, Picture>> {
  if (!ids.length) return new Map()
  const rows = await db.select(pictureColumns).from(media).where(isOneOf(media.id, ids))
  return new Map(rows.map((row) => [row.id, pictureFrom(row)]))
}
