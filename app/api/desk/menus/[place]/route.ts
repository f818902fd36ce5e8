import { deskRoute } from '@/app/_desk/desk-route'
import { arrangedMenu, saveMenu } from '@/db/paper/menus'
import * as endpoints from '@/lib/desk/pages/endpoints'

export const PUT = deskRoute(endpoints.saveMenu, 'arrange menus', async ({ db, editor, input, param, now }) => {
  const place = param('place')
  if (place !== 'masthead' && place !== 'footer') return null
  const saved = await saveMenu(db, { place, ...input, by: editor, now })
  return 'conflict' in saved ? saved : arrangedMenu(db, place)
})
