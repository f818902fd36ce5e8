import { deskRoute } from '@/app/_desk/desk-route'
import { pageView } from '@/app/_desk/page-view'
import { pageById } from '@/db/paper/pages'
import { savePage } from '@/db/publishing/page-verbs'
import * as endpoints from '@/lib/desk/pages/endpoints'
import { refuse } from '@/lib/desk/refusal'

export const GET = deskRoute(endpoints.readPage, 'manage pages', async ({ db, param }) => {
  const page = await pageById(db, Number(param('page')))
  return page && pageView(db, page)
})

export const PUT = deskRoute(endpoints.savePage, 'manage pages', async ({ db, editor, input, param, now }) => {
  const saved = await savePage(db, { id: Number(param('page')), ...input, by: editor, now })
  // Whoever still writes on it keeps the words on the screen and on the device.
  if (!saved) return refuse('', 'Somebody deleted this page. Copy your words into another one to keep them.')
  return { page: await pageView(db, saved.page), asideVersion: saved.asideVersion }
})
