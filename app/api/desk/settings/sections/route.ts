import { deskRoute } from '@/app/desk-route'
import { refuse } from '@/db/refusal'
import { addSection, sectionAddressProblem } from '@/db/sections'
import { sectionSchema } from '@/lib/desk/paper-settings'
import { plainSlugFrom } from '@/lib/paths'

export const POST = deskRoute('change settings', sectionSchema, async ({ db, input, now }) => {
  const { name, slug: chosen, parent } = input
  const slug = chosen || plainSlugFrom(name)
  const problem = await sectionAddressProblem(db, { slug, self: null })
  if (problem) return refuse('slug', problem)
  const { id } = await addSection(db, { name, slug, description: '', parentId: Number(parent) || null, now })
  return { id }
})
