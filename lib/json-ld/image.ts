import type { ImageObject } from 'schema-dts'
import { creatorNames } from '@/lib/article/creators'
import { creatorJsonLd } from '@/lib/json-ld/creator'
import type { Publication } from '@/lib/json-ld/publication'
import { type CropShape, cropOf } from '@/lib/pictures/crops'
import type { Picture } from '@/lib/pictures/picture'

/** Google, Article structured data: the least number of pixels, width times height. */
const MIN_PIXELS = 50_000

const SHAPES: CropShape[] = ['16x9', '4x3', '1x1']

/**
 * A picture in 16:9, 4:3 and 1:1, each around its focal point and with its rights (Google, image licence metadata);
 * unknown rights are left out, and so is a shape too small for search engines.
 */
export function pictureJsonLd(publication: Publication, picture: Picture): ImageObject[] {
  return SHAPES.map((shape) => cropOf(picture, shape))
    .filter(({ widthPx, heightPx }) => widthPx * heightPx >= MIN_PIXELS)
    .map(({ path, widthPx, heightPx }) => ({
      '@type': 'ImageObject',
      url: publication.siteUrl + path,
      contentUrl: publication.siteUrl + path,
      ...size(widthPx, heightPx),
      ...(picture.caption && { caption: picture.caption }),
      ...rightsJsonLd(publication, picture),
    }))
}

function rightsJsonLd({ settings }: Publication, { credit, rights }: Picture) {
  const { creator, copyright, licenceUrl, acquireUrl } = rights
  const papers = [settings.name, settings.organisation.legalName]
  const creators = creatorNames(creator).map((name) => creatorJsonLd(name, papers))
  return {
    ...(creators.length > 0 && { creator: creators.length === 1 ? creators[0] : creators }),
    ...(credit && { creditText: credit }),
    ...(copyright && { copyrightNotice: copyright }),
    ...(licenceUrl && { license: licenceUrl }),
    ...(acquireUrl && { acquireLicensePage: acquireUrl }),
  }
}

/** Width and height as search engines read them: bare numbers, for which schema-dts has no type. */
export function size(widthPx: number, heightPx: number): { width: string; height: string } {
  return { width: widthPx, height: heightPx } as unknown as { width: string; height: string }
}
