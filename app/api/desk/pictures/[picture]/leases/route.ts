import { deskRoute } from '@/app/_desk/desk-route'
import { mailNotifications } from '@/app/_desk/notification-mail'
import { grantLease } from '@/db/library/leases'
import { pictureRecord } from '@/db/library/library'
import * as endpoints from '@/lib/desk/pictures/endpoints'

export const POST = deskRoute(
  endpoints.addPictureLease,
  'decide on pictures',
  async ({ db, editor, param, input, now }) => {
    const id = Number(param('picture'))
    const outcome = await grantLease(db, { id, lease: input, by: editor, now })
    if (!outcome || 'problems' in outcome) return outcome
    mailNotifications()
    const record = await pictureRecord(db, { id, editor, now })
    return record && { record }
  },
)
