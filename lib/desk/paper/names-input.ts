import { z } from 'zod'
import { isWebAddress, MAX_WEB_ADDRESS_LENGTH } from '@/lib/addresses/web-address'
import { rowId } from '@/lib/desk/answers'
import {
  MAX_DESCRIPTION_LENGTH,
  MAX_EMAIL_LENGTH,
  MAX_INTRODUCTION_LENGTH,
  MAX_LABEL_LENGTH,
  MAX_NAME_LENGTH,
  MAX_SLUG_LENGTH,
} from '@/lib/desk/field-lengths'
import { nameLine, textLine, textLines } from '@/lib/desk/text-input'
import { cleanAddress } from '@/lib/text/clean-address'

const MAX_LINKS = 10

const named = nameLine(MAX_NAME_LENGTH, 'Give it a name.')
/** Empty: made from the name. One that a thing has must come through as it is; see `chosenSlug`. */
const address = z.string().trim().max(MAX_SLUG_LENGTH)
const description = textLine(MAX_DESCRIPTION_LENGTH)

export const sectionInput = z.strictObject({ name: named, slug: address, description: description.default('') })

/** The id of the section above it, as a form sends it; empty at the top. */
const parent = z.string().regex(/^\d{0,15}$/)

export const newSectionInput = sectionInput.extend({ parent })

/** What changes of a section; what is left out stays as it is. */
export const sectionChanges = z.strictObject({ name: named, slug: address, description, parent }).partial()

export const topicInput = z.strictObject({
  name: named,
  slug: address.default(''),
  description: description.default(''),
})

/** What changes of a topic; what is left out stays as it is. */
export const topicChanges = z.strictObject({ name: named, slug: address, description }).partial()

const author = z.strictObject({
  name: named,
  slug: address,
  role: textLine(MAX_NAME_LENGTH),
  bio: textLines(MAX_INTRODUCTION_LENGTH),
  email: z.union([
    z.literal(''),
    z.email('This is not an e-mail address.').max(MAX_EMAIL_LENGTH, 'This e-mail address is too long.'),
  ]),
  links: z
    .array(
      z.strictObject({
        name: nameLine(MAX_LABEL_LENGTH, 'Say what the link leads to, such as Mastodon.'),
        url: z
          .string()
          .max(MAX_WEB_ADDRESS_LENGTH)
          .overwrite(cleanAddress)
          .refine(isWebAddress, 'Write the whole address, beginning with https://.'),
      }),
    )
    .max(MAX_LINKS, `Use at most ${MAX_LINKS} links.`),
  portraitId: rowId.nullable(),
  userId: z.string().max(100).nullable(),
})

/** An author as readers know them, and the account to which the name belongs. */
export const authorInput = author
  .partial()
  .required({ name: true })
  .extend({ slug: address.default('') })

/** What changes of an author; what is left out stays as it is. */
export const authorChanges = author.partial()

/** Which one holds the stories afterwards. */
export const mergerInput = z.strictObject({ into: rowId })

/** Which names are listed: those that contain these words, and from which page on. */
export const namesQuery = z.object({
  q: z.string().max(200).default(''),
  page: z.coerce.number<number | string>().int().min(1).max(100_000).default(1),
})
