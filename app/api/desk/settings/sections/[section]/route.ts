import { deskRoute } from '@/app/_desk/desk-route'
import { renameSection, sectionAddressProblem, sectionById } from '@/db/paper/sections'
import { plainSlugFrom } from '@/lib/addresses/paths'
import { renamedSchema } from '@/lib/desk/paper-settings'
import { refuse } from '@/lib/desk/refusal'

export const PUT = deskRoute('change settings', renamedSchema, async ({ db, input, params, now }) => {
  const section = await sectionById(db, Number(params.section))
  if (!section) return null
  const slug = input.slug || plainSlugFrom(input.name)
  const problem = await sectionAddressProblem(db, { slug, self: section.id })
  if (problem) return refuse('slug', problem)
  await renameSection(db, { id: section.id, name: input.name, slug, now })
  return {}
})
