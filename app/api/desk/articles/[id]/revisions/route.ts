import { articleRoute } from '@/app/_desk/desk-route'
import { listedRevisions } from '@/db/revisions/revisions'
import * as endpoints from '@/lib/desk/revisions/endpoints'

export const GET = articleRoute(endpoints.listRevisions, 'read revisions', async ({ db, id }) => ({
  revisions: await listedRevisions(db, id),
}))
