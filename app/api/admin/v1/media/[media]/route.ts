import { apiRoute } from '@/app/_admin-api/api-route'
import { mediaAnswer } from '@/app/_admin-api/media-answers'
import { mailNotifications } from '@/app/_desk/notification-mail'
import { describePictureAs } from '@/db/library/description'
import { picturesByIds } from '@/db/pictures/pictures'

export const GET = apiRoute('getMedia', async ({ db, id }) => {
  const picture = (await picturesByIds(db, [id])).get(id)
  return picture ? mediaAnswer(picture) : null
})

export const PATCH = apiRoute('describeMedia', async ({ db, editor, id, now, body }) => {
  const outcome = await describePictureAs(db, { id, words: body, editor, now })
  mailNotifications()
  return outcome === null || 'problems' in outcome ? outcome : mediaAnswer(outcome)
})
