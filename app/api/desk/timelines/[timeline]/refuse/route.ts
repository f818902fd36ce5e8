import { deskRoute } from '@/app/_desk/desk-route'
import { refuseTimeline } from '@/db/timelines/refusals'
import * as endpoints from '@/lib/desk/timelines/endpoints'

export const POST = deskRoute(endpoints.refuseTimeline, 'arrange timelines', async ({ db, editor, param, now }) =>
  refuseTimeline(db, { id: Number(param('timeline')), by: editor, now }),
)
