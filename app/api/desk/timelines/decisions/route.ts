import { deskRoute } from '@/app/_desk/desk-route'
import { timelineDecisions } from '@/db/timelines/desk-views'
import * as endpoints from '@/lib/desk/timelines/endpoints'

export const GET = deskRoute(endpoints.listTimelineDecisions, 'arrange timelines', async ({ db, now }) =>
  timelineDecisions(db, { now }),
)
