import { deskRoute } from '@/app/_desk/desk-route'
import { renameSection, sectionAddressProblem, sectionById, sectionNameProblem } from '@/db/paper/sections'
import { chosenSlug } from '@/lib/addresses/paths'
import { refuse } from '@/lib/desk/refusal'
import * as endpoints from '@/lib/desk/settings/endpoints'

export const PUT = deskRoute(endpoints.renameSection, 'change settings', async ({ db, input, param, now }) => {
  const section = await sectionById(db, Number(param('id')))
  if (!section) return null
  const slug = chosenSlug(input.slug, { name: input.name, own: section.slug })
  const { id, parentId } = section
  const taken = await sectionNameProblem(db, { name: input.name, self: id, parentId })
  if (taken) return refuse('name', taken)
  const problem = await sectionAddressProblem(db, { slug, self: section.id })
  if (problem) return refuse('slug', problem)
  await renameSection(db, { id: section.id, name: input.name, slug, now })
  return {}
})
