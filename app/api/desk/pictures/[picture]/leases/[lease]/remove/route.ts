import { deskRoute } from '@/app/_desk/desk-route'
import { mailNotifications } from '@/app/_desk/notification-mail'
import { endLease } from '@/db/library/leases'
import { pictureRecord } from '@/db/library/library'
import * as endpoints from '@/lib/desk/pictures/endpoints'

export const POST = deskRoute(
  endpoints.removePictureLease,
  'decide on pictures',
  async ({ db, editor, param, now }) => {
    const [id, lease] = [Number(param('picture')), Number(param('lease'))]
    const outcome = await endLease(db, { id, lease, by: editor, now })
    mailNotifications()
    const record = outcome && (await pictureRecord(db, { id, editor, now }))
    return record && { record }
  },
)
