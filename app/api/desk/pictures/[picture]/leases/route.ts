import { deskRoute } from '@/app/_desk/desk-route'
import { pictureRecord } from '@/db/library/library'
import { addLease } from '@/db/pictures/use-rights'
import * as endpoints from '@/lib/desk/pictures/endpoints'

export const POST = deskRoute(
  endpoints.addPictureLease,
  'decide on pictures',
  async ({ db, editor, param, input, now }) => {
    const id = Number(param('picture'))
    const outcome = await addLease(db, { id, lease: input, by: editor, now })
    if (!outcome || 'problems' in outcome) return outcome
    const record = await pictureRecord(db, { id, editor, now })
    return record && { record }
  },
)
