import { deskRoute } from '@/app/_desk/desk-route'
import { addSection, sectionAddressProblem } from '@/db/paper/sections'
import { plainSlugFrom } from '@/lib/addresses/paths'
import { refuse } from '@/lib/desk/refusal'
import * as endpoints from '@/lib/desk/settings/endpoints'

export const POST = deskRoute(endpoints.addSection, 'change settings', async ({ db, input, now }) => {
  const { name, slug: chosen, parent } = input
  const slug = chosen || plainSlugFrom(name)
  const problem = await sectionAddressProblem(db, { slug, self: null })
  if (problem) return refuse('slug', problem)
  const { id } = await addSection(db, { name, slug, description: '', parentId: Number(parent) || null, now })
  return { id }
})
