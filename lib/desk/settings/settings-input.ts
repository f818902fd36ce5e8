import { z } from 'zod'
import { MAX_NAME_LENGTH } from '@/lib/desk/field-lengths'
import { nameLine, textLine } from '@/lib/desk/text-input'
import { BACK_LINKS, MAX_BACK_LINKS_PER_DAY } from '@/lib/linking/back-links/back-link-rule'
import { OPEN_SLOTS } from '@/lib/linking/placement/open-slots'
import { FOUND_TIMELINES } from '@/lib/linking/timelines/found-timelines'
import { isLanguageTag, languageProblem } from '@/lib/paper/language'
import { isTimeZone } from '@/lib/time/time-zone'

const line = textLine(MAX_NAME_LENGTH)

/** What an admin says about the paper. */
export const paperSchema = z.strictObject({
  name: nameLine(MAX_NAME_LENGTH, 'The paper needs a name.'),
  tagline: line,
  language: line.refine(isLanguageTag, { error: ({ input }) => languageProblem(String(input)) }),
  timeZone: line.refine(isTimeZone, 'This is not a time zone; choose one, such as Europe/Lisbon.'),
  legalName: line,
  email: z.union([z.literal(''), z.email('This is not an e-mail address.')]),
  address: line,
  foundedYear: z
    .string()
    .trim()
    .regex(/^(?:\d{4})?$/, 'Give the year in four digits, or leave it empty.'),
})

/** What publishing does with places for links that are still open, and with links from older stories. */
export const linksSchema = z.strictObject({
  openSlots: z.enum(OPEN_SLOTS),
  checksOutsideLinks: z.boolean(),
  backLinks: z.enum(BACK_LINKS),
  backLinksPerDay: z
    .int('Give the limit as a whole number.')
    .min(1, 'The limit is one link a day at least.')
    .max(MAX_BACK_LINKS_PER_DAY, `The limit is ${MAX_BACK_LINKS_PER_DAY} links a day at most.`),
})

/** What becomes of timelines that the site finds. */
export const timelinesSchema = z.strictObject({ foundTimelines: z.enum(FOUND_TIMELINES) })

/** How stories leave the paper's own pages. */
export const distributionSchema = z.strictObject({
  feedText: z.enum(['full', 'summary']),
  aiCrawlers: z.strictObject({ training: z.boolean(), search: z.boolean(), visiting: z.boolean() }),
})
