import { articleRoute } from '@/app/_desk/desk-route'
import { revisionOf } from '@/db/revisions/revisions'
import * as endpoints from '@/lib/desk/revisions/endpoints'

export const GET = articleRoute(endpoints.readRevision, 'read revisions', async ({ db, id, param }) => {
  const revision = await revisionOf(db, { articleId: id, version: Number(param('version')) })
  return revision && { ...revision, savedAt: revision.savedAt.toISOString() }
})
