import { listedCorrections } from '@/app/_desk/answers/listed-corrections'
import { articleRoute } from '@/app/_desk/desk-route'
import { correctionsOf } from '@/db/publishing/corrections'
import * as endpoints from '@/lib/desk/articles/correction-endpoints'

export const GET = articleRoute(endpoints.listCorrections, 'read article', async ({ db, id }) =>
  listedCorrections(await correctionsOf(db, id)),
)
