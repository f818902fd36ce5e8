import { deskRoute } from '@/app/_desk/desk-route'
import { changeSection } from '@/db/paper/section-changes'
import * as endpoints from '@/lib/desk/paper/endpoints'

export const PUT = deskRoute(endpoints.changeSection, 'manage sections', async ({ db, input, param, now }) => {
  const { parent, ...typed } = input
  const changes = parent === undefined ? typed : { ...typed, parentId: Number(parent) || null }
  return changeSection(db, { id: Number(param('section')), changes, now })
})
