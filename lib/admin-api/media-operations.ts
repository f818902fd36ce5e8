import {
  mediaChangeSchema,
  mediaListQuerySchema,
  mediaListSchema,
  mediaSchema,
  uploadedMediaSchema,
  uploadQuerySchema,
} from '@/lib/admin-api/media-schemas'
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
    body: nothing,
    query: uploadQuerySchema,
    maxFileBytes: FILE_BYTES,
    isBodyOptional: false,
    status: 201,
    answer: uploadedMediaSchema,
    logs: 'picture added',
  }),
  listMedia: operation('GET', '/api/admin/v1/media', {
    summary:
      'The pictures of the library, 48 a page, the last added first; narrowed by words and what is known of them.',
    scope: 'read',
    action: 'see pictures',
    body: nothing,
    query: mediaListQuerySchema,
    answer: mediaListSchema,
  }),
  getMedia: operation('GET', '/api/admin/v1/media/[media]', {
    summary: 'A picture with what is said of it and its files.',
    scope: 'read',
    action: 'describe picture',
    query: nothing,
    body: nothing,
    answer: mediaSchema,
  }),
  describeMedia: operation('PATCH', '/api/admin/v1/media/[media]', {
    summary: 'Changes what is said of a picture, wherever it is shown; what is left out stays.',
    description:
      'With version, the change is made only while nobody else has changed what is said of the picture; otherwise the answer is 409 with both versions.',
    scope: 'media',
    action: 'describe picture',
    query: nothing,
    body: mediaChangeSchema,
    answer: mediaSchema,
    conflict: 'media',
    logs: 'picture described',
  }),
} as const satisfies Record<string, Operation>
