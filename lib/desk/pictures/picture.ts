import { z } from 'zod'
import { rowId } from '@/lib/desk/answers'
import type { Picture } from '@/lib/pictures/picture'

/** A picture with everything the desk needs to show and describe it. */
export const pictureSchema: z.ZodType<Picture> = z.strictObject({
  id: rowId,
  alt: z.string(),
  caption: z.string(),
  credit: z.string(),
  rights: z.strictObject({
    creator: z.string(),
    copyright: z.string(),
    licenceUrl: z.string(),
    acquireUrl: z.string(),
  }),
  widthPx: z.int(),
  heightPx: z.int(),
  focus: z.strictObject({ x: z.number(), y: z.number() }),
  original: z.string(),
  files: z.array(z.strictObject({ format: z.enum(['avif', 'webp', 'jpeg']), widthPx: z.int(), path: z.string() })),
})
