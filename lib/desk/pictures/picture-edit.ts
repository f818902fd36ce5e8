import { z } from 'zod'
import { isWebAddress } from '@/lib/addresses/web-address'
import { textLine } from '@/lib/desk/text-input'
import { cleanAddress } from '@/lib/text/clean-address'

const words = textLine(5000)
const webAddress = z
  .string()
  .overwrite(cleanAddress)
  .refine((typed) => typed === '' || isWebAddress(typed), 'Write the whole address, beginning with https://.')
const share = z.number().min(0).max(1)

/** What is said of a picture at the desk; what is left out stays. The focal point is a share of width and height. */
export const pictureEditSchema = z
  .strictObject({
    alt: words,
    caption: words,
    credit: words,
    focalX: share,
    focalY: share,
    creator: words,
    copyright: words,
    licenceUrl: webAddress,
    acquireUrl: webAddress,
  })
  .partial()

export type PictureEdit = z.infer<typeof pictureEditSchema>
