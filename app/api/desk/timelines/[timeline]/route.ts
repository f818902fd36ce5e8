import { deskRoute } from '@/app/_desk/desk-route'
import { openedTimeline } from '@/db/timelines/desk-views'
import { changeTimeline } from '@/db/timelines/timeline-changes'
import * as endpoints from '@/lib/desk/timelines/endpoints'

export const GET = deskRoute(endpoints.openTimeline, 'arrange timelines', async ({ db, param, now }) =>
  openedTimeline(db, { id: Number(param('timeline')), now }),
)

export const PUT = deskRoute(
  endpoints.changeTimeline,
  'arrange timelines',
  async ({ db, input: changes, param, now }) => changeTimeline(db, { id: Number(param('timeline')), changes, now }),
)
