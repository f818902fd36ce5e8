import { deskRoute } from '@/app/_desk/desk-route'
import { mergeTimelines } from '@/db/timelines/merges'
import * as endpoints from '@/lib/desk/timelines/endpoints'

export const POST = deskRoute(
  endpoints.mergeTimelines,
  'arrange timelines',
  async ({ db, editor, input, param, now }) =>
    mergeTimelines(db, { id: Number(param('timeline')), into: input.into, by: editor, now }),
)
