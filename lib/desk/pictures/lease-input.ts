import { z } from 'zod'
import { textLine } from '@/lib/desk/text-input'
import { LEASE_KINDS } from '@/lib/pictures/use-rights'

const MAX_LEASE_NOTE_LENGTH = 500

/** A day as a field of the browser gives it; an empty one is no bound. */
const day = z
  .string()
  .refine((typed) => typed === '' || isDay(typed), 'Choose a day.')
  .transform((typed) => typed || null)

/** A span in which a picture may be used, or may not be; both days included, empty for no bound. */
export const leaseInputSchema = z.strictObject({
  kind: z.enum(LEASE_KINDS),
  fromDay: day,
  untilDay: day,
  note: textLine(MAX_LEASE_NOTE_LENGTH),
})

function isDay(typed: string): boolean {
  if (!/^[12]\d{3}-\d\d-\d\d$/.test(typed)) return false
  const at = new Date(`${typed}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === typed
}
