import { z } from 'zod'
import { articleRoute } from '@/app/_desk/desk-route'
import { listedRevisions } from '@/db/revisions/revisions'

export const GET = articleRoute('read revisions', z.object({}), async ({ db, id }) => ({
  revisions: await listedRevisions(db, id),
}))
