import { z } from 'zod'
import { noInput } from '@/lib/desk/answers'
import { idListSchema } from '@/lib/desk/archive/id-list'
import { endpoint } from '@/lib/desk/endpoint'
import { pictureSchema } from '@/lib/desk/pictures/picture'
import { pictureEditSchema } from '@/lib/desk/pictures/picture-edit'

const MAX_FILE_BYTES = 50 * 1024 ** 2

/** Adds a picture of which nothing is said yet. `notices` are sentences about what of the file is not shown. */
export const uploadPicture = endpoint('POST', '/api/desk/pictures', {
  logs: 'picture added',
  input: noInput,
  maxFileBytes: MAX_FILE_BYTES,
  answer: z.strictObject({ picture: pictureSchema, notices: z.array(z.string()) }),
})

/** The pictures of these ids, in that order; those that are gone are left out. */
export const picturesByIds = endpoint('GET', '/api/desk/pictures', {
  input: z.object({ ids: idListSchema }),
  answer: z.strictObject({ pictures: z.array(pictureSchema) }),
})

/** Changes what is said of a picture, for every story that shows it. */
export const describePicture = endpoint('PUT', '/api/desk/pictures/[picture]', {
  logs: 'picture described',
  input: pictureEditSchema,
  answer: z.strictObject({ picture: pictureSchema }),
})
