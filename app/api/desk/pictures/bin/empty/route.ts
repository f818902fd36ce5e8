import { deskRoute } from '@/app/_desk/desk-route'
import { emptyPictureBin } from '@/db/library/emptied-bins'
import * as endpoints from '@/lib/desk/pictures/endpoints'

export const POST = deskRoute(endpoints.emptyPictureBin, 'decide on pictures', async ({ db, editor, input, now }) => ({
  count: await emptyPictureBin(db, { until: new Date(input.until), by: editor, now }),
}))
