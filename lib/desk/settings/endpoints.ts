import { z } from 'zod'
import { emptyAnswer, noInput } from '@/lib/desk/answers'
import { endpoint } from '@/lib/desk/endpoint'
import { distributionSchema, linksSchema, paperSchema, timelinesSchema } from '@/lib/desk/settings/settings-input'

export const savePaper = endpoint('PUT', '/api/desk/settings/paper', {
  logs: 'settings changed',
  input: paperSchema,
  answer: emptyAnswer,
})

export const saveDistribution = endpoint('PUT', '/api/desk/settings/distribution', {
  logs: 'settings changed',
  input: distributionSchema,
  answer: emptyAnswer,
})

export const saveTimelines = endpoint('PUT', '/api/desk/settings/timelines', {
  logs: 'settings changed',
  input: timelinesSchema,
  answer: emptyAnswer,
})

export const saveLinks = endpoint('PUT', '/api/desk/settings/links', {
  logs: 'settings changed',
  input: linksSchema,
  answer: emptyAnswer,
})

const MARK_MAX_BYTES = 10 * 1024 ** 2
const marks = z.strictObject({ icon: z.string().nullable(), logo: z.string().nullable() })

/** Takes a square picture as the icon of the paper; the answer is where the marks are. */
export const uploadIcon = endpoint('POST', '/api/desk/settings/icon', {
  logs: 'settings changed',
  input: noInput,
  maxFileBytes: MARK_MAX_BYTES,
  answer: marks,
})

/** Takes a picture as the logo of the paper. */
export const uploadLogo = endpoint('POST', '/api/desk/settings/logo', {
  logs: 'settings changed',
  input: noInput,
  maxFileBytes: MARK_MAX_BYTES,
  answer: marks,
})

/** Puts the drawing that comes with the site in the place of an icon or a logo. */
export const removeMark = endpoint('POST', '/api/desk/settings/remove-mark', {
  logs: 'settings changed',
  input: z.strictObject({ kind: z.enum(['icon', 'logo']) }),
  answer: marks,
})
