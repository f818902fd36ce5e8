import { z } from 'zod'
import { deskRoute } from '@/app/_desk/desk-route'
import { describePicture } from '@/db/pictures/media'
import { isShownToReaders } from '@/db/reading/picture-showing'
import { can } from '@/lib/accounts/permissions'
import { isWebAddress } from '@/lib/addresses/web-address'
import { refuse } from '@/lib/desk/refusal'

const words = z.string().max(5000)
const share = z.number().min(0).max(1)
const webAddress = z
  .string()
  .trim()
  .refine((typed) => typed === '' || isWebAddress(typed), 'Write the whole address, beginning with https://.')
const description = z
  .strictObject({
    ...{ alt: words, caption: words, credit: words, focalX: share, focalY: share },
    ...{ creator: words, copyright: words, licenceUrl: webAddress, acquireUrl: webAddress },
  })
  .partial()

export const PUT = deskRoute('describe picture', description, async ({ db, editor, params, input, now }) => {
  const id = Number(params.picture)
  if (!can(editor, 'change published article') && (await isShownToReaders(db, { id, now }))) {
    return refuse('picture', 'Readers see this picture already. Ask an editor to change its words.')
  }
  const picture = await describePicture(db, { id, words: input, now })
  return picture && { picture }
})
