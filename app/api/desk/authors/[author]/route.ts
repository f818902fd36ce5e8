import { deskRoute } from '@/app/_desk/desk-route'
import { changeAuthor } from '@/db/paper/author-changes'
import * as endpoints from '@/lib/desk/paper/endpoints'

export const PUT = deskRoute(endpoints.changeAuthor, 'manage authors', async ({ db, input: changes, param, now }) =>
  changeAuthor(db, { id: Number(param('author')), changes, now }),
)
