import { deskRoute } from '@/app/_desk/desk-route'
import { renameSection, sectionAddressProblem, sectionById } from '@/db/paper/sections'
import { plainSlugFrom } from '@/lib/addresses/paths'
import { refuse } from '@/lib/desk/refusal'
import * as endpoints from '@/lib/desk/settings/endpoints'

export const PUT = deskRoute(endpoints.renameSection, 'change settings', async ({ db, input, param, now }) => {
  const section = await sectionById(db, Number(param('id')))
  if (!section) return null
  const slug = input.slug || plainSlugFrom(input.name)
  const problem = await sectionAddressProblem(db, { slug, self: section.id })
  if (problem) return refuse('slug', problem)
  await renameSection(db, { id: section.id, name: input.name, slug, now })
  return {}
})
