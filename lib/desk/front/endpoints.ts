import { z } from 'zod'
import { MAX_WEB_ADDRESS_LENGTH } from '@/lib/addresses/web-address'
import { emptyAnswer, epochMs, noInput, rowId } from '@/lib/desk/answers'
import { endpoint } from '@/lib/desk/endpoint'
import { frontStorySchema, frontViewSchema } from '@/lib/desk/front/front-view'
import { textLine } from '@/lib/desk/text-input'
import { arrangementChangeSchema } from '@/lib/front/arrangement-change'
import { LABEL_MAX_LENGTH, STRIP_MAX_LENGTH } from '@/lib/front/edition'
import { cleanAddress } from '@/lib/text/clean-address'

/** More stories at once than an election night has. */
const MAX_ALONG = 40

/** The id of the section whose front it is; null for the front page. */
const section = rowId.nullable()

/** The front of a section, or of the paper without one, as editors arrange it. */
export const readFront = endpoint('GET', '/api/desk/front', {
  input: z.object({ section: z.coerce.number<number | string>().int().positive().optional() }),
  answer: frontViewSchema,
})

/**
 * Stories that match words, best first; without words the newest. In the order `reads`, those come first that readers
 * opened most, and without words only those that were opened in the last 24 hours. `within` is a section, with those
 * below it.
 */
export const findForFront = endpoint('GET', '/api/desk/front/stories', {
  input: z.object({
    q: z.string().default(''),
    order: z.enum(['best', 'reads']).default('best'),
    within: z.coerce.number<number | string>().int().positive().optional(),
    section: z.coerce.number<number | string>().int().positive().optional(),
  }),
  answer: z.strictObject({ stories: z.array(frontStorySchema) }),
})

/** Makes one change of the draft. */
export const changeFront = endpoint('POST', '/api/desk/front/changes', {
  logs: 'front changed',
  input: z.strictObject({ section, change: arrangementChangeSchema }),
  answer: frontViewSchema,
})

/** Makes the draft the same as what readers have. */
export const discardFront = endpoint('POST', '/api/desk/front/discard', {
  logs: 'front changes discarded',
  input: z.strictObject({ section }),
  answer: frontViewSchema,
})

/** Publishes the draft, and stories along with it, at once or at an instant: all of it or nothing. */
export const publishFront = endpoint('POST', '/api/desk/front/publish', {
  logs: 'front edition published',
  input: z.strictObject({
    section,
    /** The draft that the editor saw. */
    version: z.int().nonnegative(),
    at: epochMs.nullable(),
    along: z
      .array(z.strictObject({ id: rowId, version: z.int().positive() }))
      .max(MAX_ALONG, `At most ${MAX_ALONG} stories can go out together.`),
  }),
  answer: frontViewSchema,
})

/** Publishes an earlier edition once more. */
export const restoreEdition = endpoint('POST', '/api/desk/front/editions/[edition]/restore', {
  logs: 'front edition restored',
  input: z.strictObject({ section }),
  answer: frontViewSchema,
})

/** Takes back a planned edition. */
export const cancelEdition = endpoint('POST', '/api/desk/front/editions/[edition]/cancel', {
  logs: 'front edition cancelled',
  input: z.strictObject({ section }),
  answer: frontViewSchema,
})

/** Keeps a story on the editor's clipboard, or takes it off. */
export const keepForFront = endpoint('POST', '/api/desk/front/clipboard', {
  logs: null,
  input: z.strictObject({ section, story: rowId, isKept: z.boolean() }),
  answer: frontViewSchema,
})

/** Raises a line of breaking news in place of the one that is up. */
export const raiseStrip = endpoint('POST', '/api/desk/front/strip', {
  logs: 'front breaking news raised',
  input: z.strictObject({
    label: textLine(LABEL_MAX_LENGTH),
    text: textLine(STRIP_MAX_LENGTH),
    articleId: rowId.nullable(),
    link: z.string().max(MAX_WEB_ADDRESS_LENGTH).overwrite(cleanAddress).nullable(),
    endsAt: epochMs.nullable(),
  }),
  answer: emptyAnswer,
})

export const takeDownStrip = endpoint('POST', '/api/desk/front/strip/take-down', {
  logs: 'front breaking news taken down',
  input: noInput,
  answer: emptyAnswer,
})
