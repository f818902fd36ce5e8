import { z } from 'zod'
import { deskRoute } from '@/app/desk-route'
import { describePicture } from '@/db/media'

const words = z.string().max(5000)
const share = z.number().min(0).max(1)
const description = z
  .strictObject({ alt: words, caption: words, credit: words, focalX: share, focalY: share })
  .partial()

export const PUT = deskRoute('describe picture', description, async ({ db, params, input, now }) => {
  const picture = await describePicture(db, { id: Number(params.picture), words: input, now })
  return picture && { picture }
})
