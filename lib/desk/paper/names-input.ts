import { z } from 'zod'
import { isWebAddress } from '@/lib/addresses/web-address'
import { rowId } from '@/lib/desk/answers'
import { nameLine, textLine, textLines } from '@/lib/desk/text-input'
import { cleanAddress } from '@/lib/text/clean-address'

const MOST_LINKS = 10

const named = nameLine(200, 'Give it a name.')
/** Empty: made from the name. One that a thing has must come through as it is; see `chosenSlug`. */
const address = z.string().trim().max(200)
const description = textLine(500)

export const sectionInput = z.strictObject({ name: named, slug: address, description: description.default('') })

/** The id of the section above it, as a form sends it; empty at the top. */
export const newSectionInput = sectionInput.extend({ parent: z.string().regex(/^\d*$/) })

export const topicInput = z.strictObject({
  name: named,
  slug: address.default(''),
  description: description.default(''),
})

/** An author as readers know them, and the account to which the name belongs. */
export const authorInput = z.strictObject({
  name: named,
  slug: address.default(''),
  role: textLine(200).default(''),
  bio: textLines(2000).default(''),
  email: z.union([z.literal(''), z.email('This is not an e-mail address.')]).default(''),
  links: z
    .array(
      z.strictObject({
        name: nameLine(100, 'Say what the link leads to, such as Mastodon.'),
        url: z
          .string()
          .max(2000)
          .overwrite(cleanAddress)
          .refine(isWebAddress, 'Write the whole address, beginning with https://.'),
      }),
    )
    .max(MOST_LINKS, `Use at most ${MOST_LINKS} links.`)
    .default([]),
  portraitId: rowId.nullable().default(null),
  userId: z.string().max(100).nullable().default(null),
})

/** Which one holds the stories afterwards. */
export const mergerInput = z.strictObject({ into: rowId })

/** Which names are listed: those that contain these words, and from which page on. */
export const namesQuery = z.object({
  q: z.string().max(200).default(''),
  page: z.coerce.number<number | string>().int().min(1).max(100_000).default(1),
})
