import type { Picture } from '@/lib/pictures/picture'

/** The crops of pictures for other sites, each as large as the largest size that one of them requires. */
export const CROPS = {
  '16x9': { widthPx: 1200, heightPx: 675 }, // Google, Article structured data: image in 16x9, 4x3 and 1x1
  '4x3': { widthPx: 1200, heightPx: 900 },
  '1x1': { widthPx: 1200, heightPx: 1200 },
  social: { widthPx: 1200, heightPx: 630 }, // Open Graph and X: the large card
} as const
export type CropShape = keyof typeof CROPS

/** One crop of a picture: its path, its size, and the part of the picture that it shows. */
export interface Crop {
  path: string
  widthPx: number
  heightPx: number
  /** In pixels of the whole picture. */
  area: { left: number; top: number; width: number; height: number }
}

type Cropped = Pick<Picture, 'widthPx' | 'heightPx' | 'focus' | 'original'>

/** The largest part of the picture in this shape, as centred on the focal point as the edges allow; never enlarged. */
export function cropOf({ widthPx, heightPx, focus, original }: Cropped, shape: CropShape): Crop {
  const target = CROPS[shape]
  const scale = Math.min(widthPx / target.widthPx, heightPx / target.heightPx)
  const width = Math.max(1, Math.min(widthPx, Math.round(target.widthPx * scale)))
  const height = Math.max(1, Math.min(heightPx, Math.round(target.heightPx * scale)))
  const shrink = Math.min(1, target.widthPx / width)
  const [x, y] = [percent(focus.x), percent(focus.y)]
  return {
    path: `/media/${stemOf(original)}-${shape}-${x}x${y}.jpg`,
    widthPx: Math.max(1, Math.round(width * shrink)),
    heightPx: Math.max(1, Math.round(height * shrink)),
    area: {
      left: within((x / 100) * widthPx - width / 2, widthPx - width),
      top: within((y / 100) * heightPx - height / 2, heightPx - height),
      width,
      height,
    },
  }
}

export interface CropName {
  /** The hash with which the name of the original begins. */
  stem: string
  shape: CropShape
  focus: { x: number; y: number }
}

/** The parts of a crop's file name; null when `name` is not the name of a crop. */
export function parseCropName(name: string): CropName | null {
  const match = /^([0-9a-f]{16})-(16x9|4x3|1x1|social)-(\d{1,2}|100)x(\d{1,2}|100)\.jpg$/.exec(name)
  if (!match) return null
  const [, stem = '', shape, x, y] = match
  if (`${Number(x)}x${Number(y)}` !== `${x}x${y}`) return null
  return { stem, shape: shape as CropShape, focus: { x: Number(x) / 100, y: Number(y) / 100 } }
}

/** Whether social networks and search engines show the picture large: its social crop reaches the full width. */
export function isSuitableForSharing(picture: Cropped): boolean {
  return cropOf(picture, 'social').widthPx === CROPS.social.widthPx
}

/** The hash with which the file names of a picture begin. */
function stemOf(original: string): string {
  return original.replace(/^.*\//, '').replace(/\.[a-z0-9]+$/, '')
}

/** Rounded to whole percent, so that an unnoticeable move of the point does not make another file. */
function percent(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 100)
}

function within(start: number, most: number): number {
  return Math.round(Math.min(Math.max(start, 0), Math.max(0, most)))
}
