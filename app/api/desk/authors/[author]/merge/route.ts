import { deskRoute } from '@/app/_desk/desk-route'
import { mergeAuthors } from '@/db/editing/merge-names'
import * as endpoints from '@/lib/desk/paper/endpoints'

export const POST = deskRoute(endpoints.mergeAuthors, 'manage authors', async ({ db, editor, input, param, now }) =>
  mergeAuthors(db, { from: Number(param('author')), into: input.into, by: editor, now }),
)
