import { z } from 'zod'
import { isWebAddress } from '@/lib/addresses/web-address'
import { textLine } from '@/lib/desk/text-input'
import { RIGHTS_CATEGORIES } from '@/lib/pictures/use-rights'
import { cleanAddress } from '@/lib/text/clean-address'

/** Of each of the things that are said of a picture. */
export const MAX_CAPTION_LENGTH = 5000
const words = textLine(MAX_CAPTION_LENGTH)
const webAddress = z
  .string()
  .overwrite(cleanAddress)
  .refine((typed) => typed === '' || isWebAddress(typed), 'Write the whole address, beginning with https://.')
const MAX_KEYWORDS = 60
const MAX_KEYWORD_LENGTH = 100
const MAX_KEYWORDS_SEEN = 10_000
const MAX_SEEN_LENGTH = 100_000

const keywordsSchema = z
  .array(textLine(MAX_KEYWORD_LENGTH))
  .max(MAX_KEYWORDS, `Use at most ${MAX_KEYWORDS} keywords.`)
  .overwrite((typed) => [...new Set(typed)].filter((word) => word !== ''))
const share = z.number().min(0).max(1)
const seen = textLine(MAX_SEEN_LENGTH)

/** What is said of a picture at the desk; what is left out stays. The focal point is a share of width and height. */
export const pictureEditSchema = z
  .strictObject({
    alt: words,
    caption: words,
    credit: words,
    place: words,
    keywords: keywordsSchema,
    /** null takes back what was said. */
    rightsCategory: z.enum(RIGHTS_CATEGORIES).nullable(),
    restrictions: words,
    focalX: share,
    focalY: share,
    creator: words,
    copyright: words,
    licenceUrl: webAddress,
    acquireUrl: webAddress,
  })
  .partial()

/** What an editor saw in the fields that they change; a file may have brought more than can be typed. */
export const pictureSeenSchema = z
  .strictObject({
    alt: seen,
    caption: seen,
    credit: seen,
    creator: seen,
    copyright: seen,
    place: seen,
    restrictions: seen,
    licenceUrl: seen,
    acquireUrl: seen,
    keywords: z.array(seen).max(MAX_KEYWORDS_SEEN),
    rightsCategory: z.enum(RIGHTS_CATEGORIES).nullable(),
    focalX: share,
    focalY: share,
  })
  .partial()

export type PictureEdit = z.infer<typeof pictureEditSchema>
