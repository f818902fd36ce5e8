import { z } from 'zod'
import { draftBodySchema } from '@/lib/article/body'
import { MANUSCRIPT_FIELDS, manuscriptSchema } from '@/lib/article/manuscript'

const IN_BODY = 'body:'

/** What one person wrote at a place where the text keeps what another person wrote. */
export const setAsideSchema = z
  .strictObject({
    /** A field of the manuscript, or `body:` and the id of an element. */
    place: z.string().max(60),
    /** The value of the field, or the element. */
    value: z.unknown(),
    /** The id of the element before it in its writer's text; null for none, and for fields. */
    afterId: z.string().max(40).nullable(),
  })
  .refine(({ place, value }) => fits(place, value), 'what was set aside does not fit its place')

export type SetAside = z.infer<typeof setAsideSchema>

/** The `place` that names the element `id`. */
export function elementPlace(id: string): string {
  return `${IN_BODY}${id}`
}

/** The id of the element that `place` names; null for a field. */
export function elementIdIn(place: string): string | null {
  return place.startsWith(IN_BODY) ? place.slice(IN_BODY.length) : null
}

function fits(place: string, value: unknown): boolean {
  if (elementIdIn(place) !== null) return draftBodySchema.safeParse([value]).success
  const field = MANUSCRIPT_FIELDS.find((name) => name === place)
  return field !== undefined && manuscriptSchema.shape[field].safeParse(value).success
}
