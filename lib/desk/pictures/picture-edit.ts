import { z } from 'zod'
import { isWebAddress } from '@/lib/addresses/web-address'
import { textLine } from '@/lib/desk/text-input'
import { RIGHTS_CATEGORIES } from '@/lib/pictures/use-rights'
import { cleanAddress } from '@/lib/text/clean-address'

const words = textLine(5000)
const webAddress = z
  .string()
  .overwrite(cleanAddress)
  .refine((typed) => typed === '' || isWebAddress(typed), 'Write the whole address, beginning with https://.')
const MOST_KEYWORDS = 60
const LONGEST_KEYWORD = 100

const keywordsSchema = z
  .array(textLine(LONGEST_KEYWORD))
  .max(MOST_KEYWORDS, `Use at most ${MOST_KEYWORDS} keywords.`)
  .overwrite((typed) => [...new Set(typed)].filter((word) => word !== ''))
const share = z.number().min(0).max(1)

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

export type PictureEdit = z.infer<typeof pictureEditSchema>
