import { deskRoute } from '@/app/_desk/desk-route'
import { addSection, allSections, sectionAddressProblem, sectionNameProblem } from '@/db/paper/sections'
import { chosenSlug } from '@/lib/addresses/paths'
import * as endpoints from '@/lib/desk/paper/endpoints'
import { refuse } from '@/lib/desk/refusal'

export const GET = deskRoute(endpoints.listSections, 'manage sections', async ({ db }) => ({
  sections: (await allSections(db)).value,
}))

export const POST = deskRoute(endpoints.addSection, 'manage sections', async ({ db, input, now }) => {
  const { name, slug: chosen, description, parent } = input
  const slug = chosenSlug(chosen, { name, own: null })
  const parentId = Number(parent) || null
  const taken = await sectionNameProblem(db, { name, self: null, parentId })
  if (taken) return refuse('name', taken)
  const problem = await sectionAddressProblem(db, { slug, self: null })
  if (problem) return refuse('slug', problem)
  const { id } = await addSection(db, { name, slug, description, parentId, now })
  return { id }
})
