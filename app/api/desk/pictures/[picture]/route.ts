import { deskRoute } from '@/app/_desk/desk-route'
import { mailNotifications } from '@/app/_desk/notification-mail'
import { describePictureAs } from '@/db/library/description'
import { pictureRecord } from '@/db/library/library'
import * as endpoints from '@/lib/desk/pictures/endpoints'

export const GET = deskRoute(endpoints.readPicture, 'see pictures', async ({ db, editor, param, now }) => {
  const record = await pictureRecord(db, { id: Number(param('picture')), editor, now })
  return record && { record }
})

export const PUT = deskRoute(
  endpoints.describePicture,
  'describe picture',
  async ({ db, editor, param, input, now }) => {
    const { was, ...words } = input
    const outcome = await describePictureAs(db, { id: Number(param('picture')), words, was, editor, now })
    mailNotifications()
    return outcome === null || 'problems' in outcome ? outcome : { picture: outcome }
  },
)
