import { deskRoute } from '@/app/_desk/desk-route'
import { describedBy } from '@/app/_desk/picture-description'
import { pictureRecord } from '@/db/library/library'
import * as endpoints from '@/lib/desk/pictures/endpoints'

export const GET = deskRoute(endpoints.readPicture, 'see pictures', async ({ db, param, now }) => {
  const record = await pictureRecord(db, { id: Number(param('picture')), now })
  return record && { record }
})

export const PUT = deskRoute(
  endpoints.describePicture,
  'describe picture',
  async ({ db, editor, param, input, now }) => {
    const outcome = await describedBy(db, { id: Number(param('picture')), words: input, editor, now })
    return outcome === null || 'problems' in outcome ? outcome : { picture: outcome }
  },
)
