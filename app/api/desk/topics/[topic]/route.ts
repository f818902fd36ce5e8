import { deskRoute } from '@/app/_desk/desk-route'
import { changeTopic } from '@/db/paper/topic-changes'
import * as endpoints from '@/lib/desk/paper/endpoints'

export const PUT = deskRoute(endpoints.changeTopic, 'manage topics', async ({ db, input: changes, param, now }) =>
  changeTopic(db, { id: Number(param('topic')), changes, now }),
)
