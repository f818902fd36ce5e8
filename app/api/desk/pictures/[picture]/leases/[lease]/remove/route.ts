import { deskRoute } from '@/app/_desk/desk-route'
import { pictureRecord } from '@/db/library/library'
import { removeLease } from '@/db/pictures/use-rights'
import * as endpoints from '@/lib/desk/pictures/endpoints'

export const POST = deskRoute(
  endpoints.removePictureLease,
  'decide on pictures',
  async ({ db, editor, param, now }) => {
    const [id, lease] = [Number(param('picture')), Number(param('lease'))]
    const outcome = await removeLease(db, { id, lease, now })
    const record = outcome && (await pictureRecord(db, { id, editor, now }))
    return record && { record }
  },
)
