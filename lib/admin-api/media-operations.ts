import { mediaChangeSchema, mediaSchema, uploadedMediaSchema, uploadQuerySchema } from '@/lib/admin-api/media-schemas'
import { nothing, type Operation, operation } from '@/lib/admin-api/operation'

const FILE_BYTES = 50 * 1024 ** 2

/** The operations on pictures. */
export const MEDIA_OPERATIONS = {
  uploadMedia: operation('POST', '/api/admin/v1/media', {
    summary: 'Adds a picture, as the body itself or as the first file of a form.',
    description:
      'What is said of the picture stands in the query or in fields of the form before the file. Rights and credit that are left out come from its metadata.',
    scope: 'media',
    action: 'upload picture',
    ...{ body: nothing },
    query: uploadQuerySchema,
    maxFileBytes: FILE_BYTES,
    isBodyOptional: false,
    status: 201,
    answer: uploadedMediaSchema,
    logs: 'picture added',
  }),
  getMedia: operation('GET', '/api/admin/v1/media/[media]', {
    summary: 'A picture with what is said of it and its files.',
    scope: 'read',
    action: 'describe picture',
    ...{ query: nothing, body: nothing },
    answer: mediaSchema,
  }),
  describeMedia: operation('PATCH', '/api/admin/v1/media/[media]', {
    summary: 'Changes what is said of a picture, wherever it is shown.',
    scope: 'media',
    action: 'describe picture',
    ...{ query: nothing },
    body: mediaChangeSchema,
    answer: mediaSchema,
    logs: 'picture described',
  }),
} as const satisfies Record<string, Operation>
