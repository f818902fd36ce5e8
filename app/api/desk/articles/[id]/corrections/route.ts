import { articleRoute } from '@/app/_desk/desk-route'
import { listedCorrections } from '@/app/_desk/listed-corrections'
import { correctionsOf } from '@/db/publishing/corrections'
import * as endpoints from '@/lib/desk/articles/correction-endpoints'

export const GET = articleRoute(endpoints.listCorrections, 'read article', async ({ db, id }) =>
  listedCorrections(await correctionsOf(db, id)),
)
