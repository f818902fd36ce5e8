import { deskRoute } from '@/app/_desk/desk-route'
import { emptyPageBin } from '@/db/paper/page-bin'
import * as endpoints from '@/lib/desk/pages/endpoints'

export const POST = deskRoute(endpoints.emptyPageBin, 'manage pages', async ({ db, editor, input, now }) => ({
  count: await emptyPageBin(db, { until: new Date(input.until), by: editor, now }),
}))
