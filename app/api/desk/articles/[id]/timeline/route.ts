import { articleRoute } from '@/app/_desk/desk-route'
import { storyTimeline } from '@/db/timelines/story-view'
import { can } from '@/lib/accounts/permissions'
import * as endpoints from '@/lib/desk/timelines/endpoints'

export const GET = articleRoute(endpoints.articleTimeline, 'read article', ({ db, editor, id, now }) =>
  storyTimeline(db, { id, proposes: can(editor, 'arrange timelines'), now }),
)
