import { z } from 'zod'
import { instantOut, numberSchema, versionSchema } from '@/lib/admin-api/article-schemas'
import { LIBRARY_RIGHTS, LIBRARY_STATES } from '@/lib/desk/pictures/library-query'
import { pictureEditSchema } from '@/lib/desk/pictures/picture-edit'
import { RIGHTS_CATEGORIES } from '@/lib/pictures/use-rights'

/** What may be said of a picture with the upload; in an address, numbers are text. */
export const uploadQuerySchema = pictureEditSchema.omit({ keywords: true, rightsCategory: true }).extend({
  rightsCategory: z.enum(RIGHTS_CATEGORIES).optional(),
  focalX: z.coerce.number<number | string>().min(0).max(1).optional(),
  focalY: z.coerce.number<number | string>().min(0).max(1).optional(),
})

export const mediaChangeSchema = pictureEditSchema.extend({
  version: versionSchema.optional().describe('The version that the change is based on; left out, the present one.'),
})

const day = z.iso.date()

/** Which pictures are listed. */
export const mediaListQuerySchema = z.strictObject({
  q: z
    .string()
    .max(200)
    .default('')
    .describe('Words that must occur in what is said of it or in the name of its file.'),
  state: z.enum(LIBRARY_STATES).optional().describe('Without it, every picture that is not in the bin.'),
  rights: z.enum(LIBRARY_RIGHTS).optional(),
  credit: z.string().max(200).default('').describe('A part of the credit.'),
  from: day.optional().describe('Added on this day of the paper or later.'),
  to: day.optional().describe('Added on this day of the paper or earlier.'),
  page: z.coerce.number<number | string>().int().min(1).max(100_000).default(1),
})

export const mediaSchema = z.strictObject({
  id: numberSchema,
  alt: z.string(),
  caption: z.string(),
  credit: z.string(),
  version: z.int().positive().describe('Rises with each change of what is said of it.'),
  creator: z.string(),
  copyright: z.string(),
  licenceUrl: z.string(),
  acquireUrl: z.string(),
  widthPx: z.int(),
  heightPx: z.int(),
  focalX: z.number(),
  focalY: z.number(),
  place: z.string(),
  keywords: z.array(z.string()),
  rightsCategory: z.enum(RIGHTS_CATEGORIES).nullable(),
  restrictions: z.string(),
  use: z
    .strictObject({ verdict: z.enum(['free', 'warned', 'blocked']), why: z.string() })
    .describe('Whether it may be used today, and what stands against it in a sentence.'),
  uses: z.int().nonnegative().describe('In how many places it stands.'),
  fileName: z.string(),
  takenOn: day.nullable(),
  addedAt: instantOut,
  addedBy: z.string(),
  deletedAt: instantOut.nullable().describe('When it was thrown away; null while it is not.'),
  files: z.array(z.strictObject({ format: z.enum(['avif', 'webp', 'jpeg']), widthPx: z.int(), url: z.url() })),
})

export const mediaListSchema = z.strictObject({
  media: z.array(mediaSchema),
  total: z.int().nonnegative(),
  page: z.int().positive(),
  pages: z.int().nonnegative(),
})

export const uploadedMediaSchema = mediaSchema.extend({
  notices: z.array(z.string()).describe('What of the file is not shown, in sentences.'),
  isDuplicate: z.boolean().describe('Whether the library had this picture already; what is said of it stays.'),
})
