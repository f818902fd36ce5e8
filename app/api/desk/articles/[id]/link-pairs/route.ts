import { articleRoute } from '@/app/_desk/desk-route'
import { decidePair } from '@/db/linking/link-pairs'
import * as endpoints from '@/lib/desk/articles/link-endpoints'

export const POST = articleRoute(
  endpoints.pairStories,
  'pair stories',
  async ({ db, editor, id, input: { target, choice }, now }) =>
    (await decidePair(db, { sourceId: id, targetId: target, choice, by: editor, now })) ?? {},
)
