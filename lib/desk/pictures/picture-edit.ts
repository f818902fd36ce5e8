import { z } from 'zod'
import { isWebAddress } from '@/lib/addresses/web-address'

const words = z.string().max(5000)
const webAddress = z
  .string()
  .trim()
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
