import { z } from 'zod'
import { instantIn, instantOut, numberSchema, slugSchema } from '@/lib/admin-api/article-schemas'
import { textLine } from '@/lib/desk/text-input'
import { arrangementSchema } from '@/lib/front/arrangement'
import { arrangementChangeSchema } from '@/lib/front/arrangement-change'
import { cleanAddress } from '@/lib/text/clean-address'

const whichFront = slugSchema.nullable().describe('The slug of a section; null or left out for the front page.')

export const editionSchema = z.strictObject({
  id: numberSchema,
  startsAt: instantOut,
  publishedAt: instantOut,
  publishedBy: z.string(),
  isPlanned: z.boolean(),
  isLive: z.boolean(),
  withheld: z.array(z.string()).describe('Which pictures of its cards do not go out with a planned one, in sentences.'),
})

/** A front as editors arrange it. */
export const frontSchema = z.strictObject({
  section: z.string().nullable(),
  version: z.int().nonnegative().describe('The version of the draft, which publishing names.'),
  savedBy: z.string(),
  savedAt: instantOut.nullable(),
  unpublishedSince: instantOut.nullable(),
  arrangement: arrangementSchema.describe('What is placed; the instants of a card are in milliseconds since 1970.'),
  editions: z.array(editionSchema),
  strip: z
    .strictObject({
      label: z.string(),
      text: z.string(),
      article: numberSchema.nullable(),
      link: z.string().nullable(),
      endsAt: instantOut.nullable(),
      raisedBy: z.string(),
    })
    .nullable(),
})

export const frontQuerySchema = z.strictObject({ section: slugSchema.optional() })

export const frontChangeSchema = z.strictObject({
  section: whichFront.optional(),
  change: arrangementChangeSchema,
})

export const frontVersionSchema = z.strictObject({ version: z.int().nonnegative() })

export const newEditionSchema = z.strictObject({
  section: whichFront.optional(),
  version: z.int().nonnegative().describe('The version of the draft that was seen.'),
  at: instantIn.nullable().optional().describe('When readers get it; null or left out for at once.'),
  along: z
    .array(z.strictObject({ id: numberSchema, version: z.int().positive() }))
    .max(40)
    .optional()
    .describe('Stories that go out together with the edition: all of it or nothing.'),
})

export const madeEditionSchema = z.strictObject({ id: numberSchema })
export const whichFrontSchema = z.strictObject({ section: whichFront.optional() })

export const stripSchema = z.strictObject({
  label: textLine(40),
  text: textLine(200).describe('Empty for the headline of the story.'),
  article: numberSchema.nullable().optional(),
  link: z.string().max(2000).overwrite(cleanAddress).nullable().optional(),
  endsAt: instantIn.nullable().optional(),
})
