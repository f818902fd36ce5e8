import { deskRoute } from '@/app/_desk/desk-route'
import { undoMerge } from '@/db/timelines/merges'
import * as endpoints from '@/lib/desk/timelines/endpoints'

export const POST = deskRoute(endpoints.undoTimelineMerge, 'arrange timelines', async ({ db, param, now }) =>
  undoMerge(db, { id: Number(param('merge')), now }),
)
