import { deskRoute } from '@/app/_desk/desk-route'
import { takeRefusalBack } from '@/db/timelines/refusals'
import * as endpoints from '@/lib/desk/timelines/endpoints'

export const POST = deskRoute(endpoints.takeTimelineRefusalBack, 'arrange timelines', async ({ db, param, now }) =>
  takeRefusalBack(db, { id: Number(param('refusal')), now }),
)
