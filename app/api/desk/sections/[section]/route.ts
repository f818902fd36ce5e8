import { deskRoute } from '@/app/_desk/desk-route'
import {
  describeSection,
  renameSection,
  sectionAddressProblem,
  sectionById,
  sectionNameProblem,
} from '@/db/paper/sections'
import { inTransaction } from '@/db/store/open'
import { chosenSlug } from '@/lib/addresses/paths'
import * as endpoints from '@/lib/desk/paper/endpoints'
import { refuse } from '@/lib/desk/refusal'

export const PUT = deskRoute(endpoints.changeSection, 'manage sections', async ({ db, input, param, now }) => {
  const section = await sectionById(db, Number(param('section')))
  if (!section) return null
  const slug = chosenSlug(input.slug, { name: input.name, own: section.slug })
  const { id, parentId } = section
  const taken = await sectionNameProblem(db, { name: input.name, self: id, parentId })
  if (taken) return refuse('name', taken)
  const problem = await sectionAddressProblem(db, { slug, self: id })
  if (problem) return refuse('slug', problem)
  return inTransaction(db, async (tx) => {
    await renameSection(tx, { id, name: input.name, slug, now })
    await describeSection(tx, { id, description: input.description, now })
    return {}
  })
})
