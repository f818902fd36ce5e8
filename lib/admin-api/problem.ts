import { z } from 'zod'
import { articleSchema } from '@/lib/admin-api/article-schemas'
import { mediaSchema } from '@/lib/admin-api/media-schemas'
import type { Problem } from '@/lib/desk/refusal'

/** Why a request was not carried out (RFC 9457), with what the client can mend. */
export const problemSchema = z.strictObject({
  type: z.string().describe('about:blank: the status says what kind of problem it is.'),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z
    .array(
      z.strictObject({
        pointer: z.string().describe('The field, as a JSON pointer (RFC 6901); empty for the whole.'),
        detail: z.string(),
      }),
    )
    .optional(),
})

/** The answer 409: both versions, the one that the change was based on and the present one. */
export const conflictSchema = problemSchema.extend({
  basedOn: z.strictObject({ version: z.int() }),
  current: z.strictObject({
    version: z.int(),
    savedBy: z.string(),
    savedAt: z.iso.datetime(),
    article: articleSchema,
  }),
})

/** The same of a picture. */
export const mediaConflictSchema = problemSchema.extend({
  basedOn: z.strictObject({ version: z.int() }),
  current: z.strictObject({ version: z.int(), media: mediaSchema }),
})

export type ProblemDocument = z.output<typeof problemSchema>

/** What went wrong, by status, in the fewest words. */
export const PROBLEM_TITLES: Readonly<Record<number, string>> = {
  400: 'The request cannot be understood',
  401: 'No token, or one that is not valid',
  403: 'Not allowed',
  404: 'There is no such thing',
  405: 'The address does not have this method',
  408: 'The request took too long',
  409: 'Somebody else was faster',
  413: 'Too much at once',
  415: 'The body has another media type',
  422: 'The paper refuses this',
  429: 'Too many requests',
  500: 'Something broke on the server',
  501: 'The method is not known',
  503: 'Not now',
  507: 'The disk of the site is full',
}

/** A problem document. `more` are further members, such as those of a conflict. */
export function problemDocument(
  status: number,
  detail: string,
  { errors, ...more }: { errors?: Problem[] } & Record<string, unknown> = {},
): ProblemDocument & Record<string, unknown> {
  return {
    type: 'about:blank',
    title: PROBLEM_TITLES[status] ?? 'The request was not carried out',
    status,
    detail,
    ...(errors && { errors: errors.map(({ field, message }) => ({ pointer: pointerTo(field), detail: message })) }),
    ...more,
  }
}

/** "body.3.text" as the JSON pointer "/body/3/text". */
function pointerTo(field: string): string {
  return field === ''
    ? ''
    : `/${field
        .split('.')
        .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
        .join('/')}`
}
