import { articleRoute } from '@/app/_desk/desk-route'
import { restoreRevision } from '@/db/publishing/restore-revision'
import * as endpoints from '@/lib/desk/revisions/endpoints'

export const POST = articleRoute(
  endpoints.restoreRevision,
  'restore revision',
  ({ db, editor, id, param, input, now }) =>
    restoreRevision(db, { id, version: Number(param('version')), basedOn: input.version, by: editor, now }),
)
