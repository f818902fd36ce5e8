import { deskRoute } from '@/app/_desk/desk-route'
import { pageAnswer } from '@/app/_desk/page-view'
import { pageById } from '@/db/paper/pages'
import { readdressPage } from '@/db/publishing/page-verbs'
import { chosenSlug } from '@/lib/addresses/paths'
import * as endpoints from '@/lib/desk/pages/endpoints'

export const POST = deskRoute(endpoints.readdressPage, 'manage pages', async ({ db, editor, input, param, now }) => {
  const page = await pageById(db, Number(param('page')))
  if (!page) return null
  const slug = chosenSlug(input.slug, { name: page.content.headline, own: page.slug })
  return pageAnswer(db, await readdressPage(db, { id: page.id, version: input.version, slug, by: editor, now }))
})
