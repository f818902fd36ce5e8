import { z } from 'zod'
import { numberSchema } from '@/lib/admin-api/article-schemas'
import { pictureEditSchema } from '@/lib/desk/pictures/picture-edit'
import { RIGHTS_CATEGORIES } from '@/lib/pictures/use-rights'

/** What may be said of a picture with the upload; in an address, numbers are text. */
export const uploadQuerySchema = pictureEditSchema.omit({ keywords: true, rightsCategory: true }).extend({
  rightsCategory: z.enum(RIGHTS_CATEGORIES).optional(),
  focalX: z.coerce.number<number | string>().min(0).max(1).optional(),
  focalY: z.coerce.number<number | string>().min(0).max(1).optional(),
})

export const mediaChangeSchema = pictureEditSchema

export const mediaSchema = z.strictObject({
  id: numberSchema,
  ...{ alt: z.string(), caption: z.string(), credit: z.string() },
  ...{ creator: z.string(), copyright: z.string(), licenceUrl: z.string(), acquireUrl: z.string() },
  ...{ widthPx: z.int(), heightPx: z.int(), focalX: z.number(), focalY: z.number() },
  files: z.array(z.strictObject({ format: z.enum(['avif', 'webp', 'jpeg']), widthPx: z.int(), url: z.url() })),
})

export const uploadedMediaSchema = mediaSchema.extend({
  notices: z.array(z.string()).describe('What of the file is not shown, in sentences.'),
  isDuplicate: z.boolean().describe('Whether the library had this picture already; what is said of it stays.'),
})
