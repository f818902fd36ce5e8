import { z } from 'zod'
import { epochMs, rowId } from '@/lib/desk/answers'
import { pictureSchema } from '@/lib/desk/pictures/picture'
import { pictureEventSchema, picturePlaceSchema } from '@/lib/desk/pictures/picture-place'
import { LEASE_KINDS, RIGHTS_CATEGORIES } from '@/lib/pictures/use-rights'

/** Whether it may be used today; `why` is a sentence for editors, empty when it may. */
const verdictSchema = z.strictObject({ kind: z.enum(['free', 'warned', 'blocked']), why: z.string() })

/** A picture as the library lists it. */
export const libraryPictureSchema = z.strictObject({
  picture: pictureSchema,
  /** Each change of what is said of it increases it. */
  version: z.int().positive(),
  place: z.string(),
  keywords: z.array(z.string()),
  rightsCategory: z.enum(RIGHTS_CATEGORIES).nullable(),
  restrictions: z.string(),
  verdict: verdictSchema,
  /** In how many places it stands. */
  uses: z.int().nonnegative(),
  addedAt: epochMs,
  /** Empty when unknown. */
  addedBy: z.string(),
  fileName: z.string(),
  /** "2026-11-24"; null when unknown. */
  takenOn: z.string().nullable(),
  /** When it was thrown away; null while it is not. */
  deletedAt: epochMs.nullable(),
})

export type LibraryPicture = z.infer<typeof libraryPictureSchema>

/** A span in which a picture may be used, or may not be. */
export const pictureLeaseSchema = z.strictObject({
  id: rowId,
  kind: z.enum(LEASE_KINDS),
  fromDay: z.string().nullable(),
  untilDay: z.string().nullable(),
  note: z.string(),
  madeBy: z.string(),
  madeAt: epochMs,
})

export type PictureLease = z.infer<typeof pictureLeaseSchema>

/** Everything that the page of one picture shows. */
export const pictureRecordSchema = libraryPictureSchema.extend({
  leases: z.array(pictureLeaseSchema),
  places: z.array(picturePlaceSchema),
  history: z.array(pictureEventSchema),
})

export type PictureRecord = z.infer<typeof pictureRecordSchema>
