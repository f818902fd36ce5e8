import { z } from 'zod'
import { epochMs, rowId } from '@/lib/desk/answers'
import { PICTURE_EVENT_KINDS, USE_STATES } from '@/lib/pictures/picture-use'

/** A place in which a picture stands. */
export const picturePlaceSchema = z.strictObject({
  kind: z.enum(['story', 'front', 'author', 'page']),
  /** Of the story, the section (0 for the front page), the author or the standing page. */
  id: z.int().nonnegative(),
  /** Its headline or name; empty for a story without one. */
  name: z.string(),
  /** deleted: in a draft that was deleted and can be recovered. */
  state: z.enum([...USE_STATES, 'deleted']),
})

export type PicturePlace = z.infer<typeof picturePlaceSchema>

/** One thing that happened to a picture. */
export const pictureEventSchema = z.strictObject({
  id: rowId,
  kind: z.enum(PICTURE_EVENT_KINDS),
  /** null on a front, and when the story was deleted for good. */
  articleId: rowId.nullable(),
  /** The headline or the name of the front, as it was then. */
  place: z.string(),
  happenedAt: epochMs,
  by: z.string(),
  /** The picture that took its place; null for none. */
  replacedById: rowId.nullable(),
})

export type PictureEvent = z.infer<typeof pictureEventSchema>
