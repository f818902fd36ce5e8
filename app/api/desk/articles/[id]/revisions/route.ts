import { z } from 'zod'
import { articleRoute } from '@/app/desk-route'
import { listedRevisions } from '@/db/revisions'

export const GET = articleRoute('read revisions', z.object({}), async ({ db, id }) => ({
  revisions: await listedRevisions(db, id),
}))
