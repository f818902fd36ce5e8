import { deskRoute } from '@/app/_desk/desk-route'
import { mergeTopics } from '@/db/editing/merge-names'
import * as endpoints from '@/lib/desk/paper/endpoints'

export const POST = deskRoute(endpoints.mergeTopics, 'manage topics', async ({ db, editor, input, param, now }) =>
  mergeTopics(db, { from: Number(param('topic')), into: input.into, by: editor, now }),
)
