import { z } from 'zod'
import { articleRoute } from '@/app/_desk/desk-route'
import { revisionOf } from '@/db/revisions/revisions'

export const GET = articleRoute('read revisions', z.object({}), ({ db, id, params }) =>
  revisionOf(db, { articleId: id, version: Number(params.version) }),
)
