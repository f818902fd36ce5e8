import { z } from 'zod'
import { emptyAnswer, epochMs, noInput, rowId } from '@/lib/desk/answers'
import { idListSchema } from '@/lib/desk/archive/id-list'
import { endpoint } from '@/lib/desk/endpoint'
import { leaseInputSchema } from '@/lib/desk/pictures/lease-input'
import { libraryPictureSchema, pictureRecordSchema } from '@/lib/desk/pictures/library-picture'
import { pictureSchema } from '@/lib/desk/pictures/picture'
import { pictureEditSchema, pictureSeenSchema } from '@/lib/desk/pictures/picture-edit'

const MAX_FILE_BYTES = 50 * 1024 ** 2

const uploaded = z.strictObject({
  picture: pictureSchema,
  /** Sentences about what of the file is not shown, or that the library had it. */
  notices: z.array(z.string()),
  isDuplicate: z.boolean(),
})

/** Adds a picture, with the words of its file; one that the library has already is offered instead. */
export const uploadPicture = endpoint('POST', '/api/desk/pictures', {
  logs: 'picture added',
  input: noInput,
  maxFileBytes: MAX_FILE_BYTES,
  answer: uploaded,
})

/** Adds a picture although the library has the same file, to have other words and rights. */
export const addPictureCopy = endpoint('POST', '/api/desk/pictures/copies', {
  logs: 'picture added',
  input: noInput,
  maxFileBytes: MAX_FILE_BYTES,
  answer: uploaded,
})

/** A page of the library, for choosing a picture; the parameters are those of its address. */
export const searchLibrary = endpoint('GET', '/api/desk/pictures/library', {
  input: z.record(z.string(), z.string()),
  answer: z.strictObject({ pictures: z.array(libraryPictureSchema), total: z.int().nonnegative() }),
})

/** Everything about one picture. */
export const readPicture = endpoint('GET', '/api/desk/pictures/[picture]', {
  input: noInput,
  answer: z.strictObject({ record: pictureRecordSchema }),
})

/** The file as it was sent, with all of its metadata. */
export const downloadOriginal = endpoint('GET', '/api/desk/pictures/[picture]/original', {
  input: noInput,
  // The answer is a file, not JSON.
  answer: z.unknown(),
})

/** Puts another picture in its place, wherever it stands. */
export const replacePicture = endpoint('POST', '/api/desk/pictures/[picture]/replace', {
  logs: 'picture replaced everywhere',
  input: z.strictObject({ with: rowId }),
  answer: z.strictObject({ places: z.int().nonnegative() }),
})

/** Throws it away; refused while it stands anywhere. */
export const throwAwayPicture = endpoint('POST', '/api/desk/pictures/[picture]/throw-away', {
  logs: 'picture thrown away',
  input: noInput,
  answer: emptyAnswer,
})

/** Takes it out of the bin. */
export const recoverPicture = endpoint('POST', '/api/desk/pictures/[picture]/recover', {
  logs: 'picture recovered',
  input: noInput,
  answer: emptyAnswer,
})

const binned = z.strictObject({ count: z.int().nonnegative() })

/** Empties the bin of the pictures that were in it at `until`, the instant at which the editor saw the list. */
export const emptyPictureBin = endpoint('POST', '/api/desk/pictures/bin/empty', {
  logs: 'picture bin emptied',
  input: z.strictObject({ until: epochMs }),
  answer: binned,
})

/** Undoes the emptying at this instant: its pictures are in the bin again. */
export const undoPictureEmptying = endpoint('POST', '/api/desk/pictures/bin/undo', {
  logs: 'picture bin restored',
  input: z.strictObject({ emptiedAt: epochMs }),
  answer: binned,
})

/** Adds a span in which it may be used, or may not be. */
export const addPictureLease = endpoint('POST', '/api/desk/pictures/[picture]/leases', {
  logs: 'picture rights changed',
  input: leaseInputSchema,
  answer: z.strictObject({ record: pictureRecordSchema }),
})

/** Removes such a span. */
export const removePictureLease = endpoint('POST', '/api/desk/pictures/[picture]/leases/[lease]/remove', {
  logs: 'picture rights changed',
  input: noInput,
  answer: z.strictObject({ record: pictureRecordSchema }),
})

/** The pictures of these ids, in that order; those that are gone are left out. */
export const picturesByIds = endpoint('GET', '/api/desk/pictures', {
  input: z.object({ ids: idListSchema }),
  answer: z.strictObject({ pictures: z.array(pictureSchema) }),
})

/**
 * Changes what is said of a picture, for every story that shows it. Refused where somebody else changed a field since it
 * was as in `was`.
 */
export const describePicture = endpoint('PUT', '/api/desk/pictures/[picture]', {
  logs: 'picture described',
  input: pictureEditSchema.extend({ was: pictureSeenSchema.optional() }),
  answer: z.strictObject({ picture: pictureSchema }),
})
