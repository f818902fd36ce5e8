import { deskRoute } from '@/app/_desk/desk-route'
import { bringSection } from '@/db/paper/section-changes'
import { allSections } from '@/db/paper/sections'
import * as endpoints from '@/lib/desk/paper/endpoints'

export const GET = deskRoute(endpoints.listSections, 'manage sections', async ({ db }) => ({
  sections: (await allSections(db)).value,
}))

export const POST = deskRoute(endpoints.addSection, 'manage sections', async ({ db, input, now }) => {
  const { parent, ...typed } = input
  const made = await bringSection(db, { ...typed, parentId: Number(parent) || null, now })
  return 'problems' in made ? made : { id: made.id }
})
