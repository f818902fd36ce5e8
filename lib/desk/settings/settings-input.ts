import { z } from 'zod'

const line = z.string().trim().max(200)
const named = line.min(1, 'Give it a name.')
/** Empty: made from the name. */
const address = line

/** What an admin says about the paper. */
export const paperSchema = z.strictObject({
  name: line.min(1, 'The paper needs a name.'),
  tagline: line,
  language: line.regex(/^[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*$/, 'Use a language tag, such as en, hi or pt-BR.'),
  timeZone: line.refine(isTimeZone, 'This is not a time zone; choose one, such as Europe/Lisbon.'),
  legalName: line,
  email: z.union([z.literal(''), z.email('This is not an e-mail address.')]),
  address: line,
  foundedYear: z
    .string()
    .trim()
    .regex(/^(?:\d{4})?$/, 'Give the year in four digits, or leave it empty.'),
})

/** How stories leave the paper's own pages. */
export const distributionSchema = z.strictObject({
  feedText: z.enum(['full', 'summary']),
  aiCrawlers: z.strictObject({ training: z.boolean(), search: z.boolean(), visiting: z.boolean() }),
})

/** A section, or a topic: what it is called and where it stands. */
export const sectionSchema = z.strictObject({ name: named, slug: address, parent: z.string().regex(/^\d*$/) })
export const renameSchema = z.strictObject({ name: named, slug: address })
export const topicSchema = renameSchema

/** An author as readers know them. */
export const authorSchema = z.strictObject({
  name: named,
  slug: address,
  role: line,
  bio: z.string().trim().max(2000),
})

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone !== ''
  } catch {
    return false
  }
}
