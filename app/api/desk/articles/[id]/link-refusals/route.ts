import { articleRoute } from '@/app/_desk/desk-route'
import { refuseTarget } from '@/db/linking/link-pairs'
import * as endpoints from '@/lib/desk/articles/link-endpoints'

export const POST = articleRoute(
  endpoints.refuseLink,
  'save article',
  async ({ db, editor, id, input: { target, isRefused }, now }) =>
    (await refuseTarget(db, { sourceId: id, targetId: target, isRefused, by: editor, now })) ?? {},
)
