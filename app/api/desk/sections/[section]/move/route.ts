import { deskRoute } from '@/app/_desk/desk-route'
import { moveSection, sectionById } from '@/db/paper/sections'
import * as endpoints from '@/lib/desk/paper/endpoints'

export const POST = deskRoute(endpoints.moveSection, 'manage sections', async ({ db, input, param, now }) => {
  const section = await sectionById(db, Number(param('section')))
  if (!section) return null
  await moveSection(db, { id: section.id, to: input.to, now })
  return {}
})
