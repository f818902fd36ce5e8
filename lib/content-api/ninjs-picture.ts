import { heightAt } from '@/lib/content-api/picture-json'
import { absoluteUrl, type Publisher } from '@/lib/content-api/publisher'
import type { ReaderFigure } from '@/lib/linking/reader-body'
import { type CropShape, cropOf } from '@/lib/pictures/crops'
import type { Picture, PictureFile } from '@/lib/pictures/picture'

const SHAPES: [shape: CropShape, aspectRatio: string][] = [
  ['16x9', '16:9'],
  ['4x3', '4:3'],
  ['1x1', '1:1'],
  ['social', '40:21'],
]
const MEDIA_TYPES: Record<PictureFile['format'], string> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpeg: 'image/jpeg',
}

/** A picture of a story as an associated news object of ninjs 3.1; `place` counts the pictures of the story from 1. */
export function ninjsPicture({ picture, caption, credit }: ReaderFigure, place: number, publisher: Publisher) {
  const { rights, alt } = picture
  const file = largest(picture)
  return {
    name: `picture-${place}`,
    rel: place === 1 ? 'main picture' : 'picture',
    uri: absoluteUrl(publisher, file ? file.path : cropOf(picture, '16x9').path),
    type: 'picture' as const,
    descriptions: [...described('caption', caption), ...described('alternative text', alt)],
    ...(rights.creator && { by: rights.creator }),
    ...(credit && { infoSources: [{ name: credit, role: 'credit line' }] }),
    ...(rights.copyright && { copyrightNotice: rights.copyright }),
    ...(rights.licenceUrl && { rightsInfo: { linkedRights: rights.licenceUrl } }),
    renditions: renditions(picture, publisher),
  }
}

function described(role: string, value: string) {
  return value ? [{ role, contentType: 'text/plain', value }] : []
}

/** Every file and crop; the point of interest is the focal point in pixels of the file. */
function renditions(picture: Picture, publisher: Publisher) {
  const files = picture.files.map((file) => {
    const height = heightAt(picture, file.widthPx)
    return {
      name: `${file.format}-${file.widthPx}`,
      href: absoluteUrl(publisher, file.path),
      contentType: MEDIA_TYPES[file.format],
      width: file.widthPx,
      height,
      poi: { x: Math.round(picture.focus.x * file.widthPx), y: Math.round(picture.focus.y * height) },
    }
  })
  const crops = SHAPES.map(([shape, aspectRatio]) => {
    const crop = cropOf(picture, shape)
    return {
      name: shape,
      href: absoluteUrl(publisher, crop.path),
      contentType: 'image/jpeg',
      width: crop.widthPx,
      height: crop.heightPx,
      aspectRatio,
    }
  })
  return [...files, ...crops]
}

/** The largest JPEG file, which every program can read. */
function largest({ files }: Picture): PictureFile | undefined {
  return files.filter(({ format }) => format === 'jpeg').at(-1) ?? files.at(-1)
}
