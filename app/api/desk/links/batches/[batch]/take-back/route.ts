import { deskRoute } from '@/app/_desk/desk-route'
import { takeBackBatch } from '@/db/back-links/batches'
import * as endpoints from '@/lib/desk/links/endpoints'

export const POST = deskRoute(endpoints.takeBackLinks, 'tend links', async ({ db, editor, param, now }) =>
  takeBackBatch(db, { id: Number(param('batch')), by: editor, now }),
)
