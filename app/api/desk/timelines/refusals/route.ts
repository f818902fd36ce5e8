import { deskRoute } from '@/app/_desk/desk-route'
import { refuseProposal } from '@/db/timelines/refusals'
import * as endpoints from '@/lib/desk/timelines/endpoints'

export const POST = deskRoute(
  endpoints.refuseTimelineProposal,
  'arrange timelines',
  async ({ db, editor, input, now }) => refuseProposal(db, { storyIds: input.stories, by: editor, now }),
)
