import { absoluteUrl, type Publisher } from '@/lib/content-api/publisher'
import type { Answer } from '@/lib/content-api/schemas'
import { type CropShape, cropOf } from '@/lib/pictures/crops'
import type { Picture } from '@/lib/pictures/picture'

const SHAPES: CropShape[] = ['16x9', '4x3', '1x1', 'social']

/** A picture with all its files: uncropped in each format and width, and cropped to each shape around its focal point. */
export function pictureJson(picture: Picture, publisher: Publisher): Answer<'Picture'> {
  const { id, alt, caption, credit, rights, widthPx, heightPx, focus, files } = picture
  return {
    id,
    alt,
    caption,
    credit,
    creator: rights.creator,
    copyright: rights.copyright,
    licenceUrl: rights.licenceUrl || null,
    acquireUrl: rights.acquireUrl || null,
    width: widthPx,
    height: heightPx,
    focus,
    files: files.map((file) => ({
      url: absoluteUrl(publisher, file.path),
      format: file.format,
      width: file.widthPx,
      height: heightAt(picture, file.widthPx),
    })),
    crops: SHAPES.map((shape) => {
      const crop = cropOf(picture, shape)
      return { shape, url: absoluteUrl(publisher, crop.path), width: crop.widthPx, height: crop.heightPx }
    }),
  }
}

/** The height of a file of the picture that is `width` pixels wide. */
export function heightAt({ widthPx, heightPx }: Pick<Picture, 'widthPx' | 'heightPx'>, width: number): number {
  return Math.max(1, Math.round((heightPx * width) / widthPx))
}
