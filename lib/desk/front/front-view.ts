import { z } from 'zod'
import { epochMs, rowId } from '@/lib/desk/answers'
import { foundStorySchema } from '@/lib/desk/archive/found-story'
import { pictureSchema } from '@/lib/desk/pictures/picture'
import { arrangementSchema } from '@/lib/front/arrangement'

/** A story as the front-page desk shows it. */
export const frontStorySchema = foundStorySchema.extend({
  /** Publishing it along with the front names the version that the editor saw. */
  version: z.int(),
  /** Its lead picture; null without one. */
  picture: pictureSchema.nullable(),
  /** The other fronts on which readers find it: the name of a section, or null for the front page. */
  elsewhere: z.array(z.string().nullable()),
  /** How often readers opened it since the start of an hour. */
  reads: z.strictObject({ count: z.int(), since: epochMs }),
})

/** A published or planned edition of a front. */
export const listedEditionSchema = z.strictObject({
  id: rowId,
  startsAt: epochMs,
  publishedAt: epochMs,
  publishedBy: z.string(),
  isPlanned: z.boolean(),
  isLive: z.boolean(),
  /** Which pictures of its cards do not go out with a planned one, and why, in sentences. */
  withheld: z.array(z.string()),
})

/** The line of breaking news that is up. */
export const raisedStripSchema = z.strictObject({
  label: z.string(),
  /** Empty for the headline of its story. */
  text: z.string(),
  articleId: rowId.nullable(),
  link: z.string().nullable(),
  endsAt: epochMs.nullable(),
  raisedBy: z.string(),
})

/** Everything that the desk of one front shows. */
export const frontViewSchema = z.strictObject({
  /** The version of the draft, which publishing names. */
  version: z.int(),
  savedBy: z.string(),
  savedAt: epochMs.nullable(),
  /** Since when the draft differs from what readers have; null while it is the same. */
  unpublishedSince: epochMs.nullable(),
  arrangement: arrangementSchema,
  /** What the site puts into the places that are left free, by the stories that are public now. */
  fill: z.strictObject({
    lead: rowId.nullable(),
    seconds: z.array(rowId),
    bands: z.array(z.strictObject({ name: z.string(), stories: z.array(rowId) })),
  }),
  /** The stories that the editor keeps for later, the last kept first. */
  clipboard: z.array(rowId),
  /** Every story that is named above, in any order. One that has left the store is missing. */
  stories: z.array(frontStorySchema),
  editions: z.array(listedEditionSchema),
  /** null on the front of a section, and while none is up. */
  strip: raisedStripSchema.nullable(),
})

export type FrontStory = z.infer<typeof frontStorySchema>
export type FrontView = z.infer<typeof frontViewSchema>
export type ShownEdition = z.infer<typeof listedEditionSchema>
export type RaisedStrip = z.infer<typeof raisedStripSchema>
