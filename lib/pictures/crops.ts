import type { Picture } from '@/lib/article/article'

/** The shapes in which pictures leave the paper, each as wide as the largest that anybody asks for. */
export const CROPS = {
  '16x9': { widthPx: 1200, heightPx: 675 }, // Google, Article structured data: image in 16x9, 4x3 and 1x1
  '4x3': { widthPx: 1200, heightPx: 900 },
  '1x1': { widthPx: 1200, heightPx: 1200 },
  social: { widthPx: 1200, heightPx: 630 }, // Open Graph and X: the large card
} as const
export type CropShape = keyof typeof CROPS

/** One crop of a picture: where it is served, how large it is, and which part of the picture it shows. */
export interface Crop {
  path: string
  widthPx: number
  heightPx: number
  /** In pixels of the picture as its widthPx and heightPx have them. */
  area: { left: number; top: number; width: number; height: number }
}

type Cropped = Pick<Picture, 'widthPx' | 'heightPx' | 'focus' | 'original'>

/** The largest part of the picture in this shape, as near to the focal point's middle as its edges allow; never enlarged. */
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
  /** What the original's name begins with. */
  stem: string
  shape: CropShape
  focus: { x: number; y: number }
}

/** What the name of a file below the media folder says, were it a crop; null when it is none. */
export function parseCropName(name: string): CropName | null {
  const match = /^([0-9a-f]{16})-(16x9|4x3|1x1|social)-(\d{1,2}|100)x(\d{1,2}|100)\.jpg$/.exec(name)
  if (!match) return null
  const [, stem = '', shape, x, y] = match
  if (`${Number(x)}x${Number(y)}` !== `${x}x${y}`) return null
  return { stem, shape: shape as CropShape, focus: { x: Number(x) / 100, y: Number(y) / 100 } }
}

/** Whether social networks and search engines show the picture large: its social crop has its full width. */
export function isSuitableForSharing(picture: Cropped): boolean {
  return cropOf(picture, 'social').widthPx === CROPS.social.widthPx
}

/** The hash with which the files of a picture begin. */
function stemOf(original: string): string {
  return original.replace(/^.*\//, '').replace(/\.[a-z0-9]+$/, '')
}

/** So coarse that a hand which did not move the point does not make another file. */
function percent(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 100)
}

function within(start: number, most: number): number {
  return Math.round(Math.min(Math.max(start, 0), Math.max(0, most)))
}
