import { apiRoute } from '@/app/_admin-api/api-route'
import { addSection, allSections, sectionAddressProblem, sectionBySlug, sectionNameProblem } from '@/db/paper/sections'
import { chosenSlug, sectionPath } from '@/lib/addresses/paths'
import { refuse } from '@/lib/desk/refusal'
import { siteRuntime } from '@/lib/pages/site-runtime'

export const GET = apiRoute('listSections', async ({ db }) => {
  const { value: sections } = await allSections(db)
  return {
    sections: sections.map(({ id, slug, name, description, parentId }) => ({
      ...{ id, slug, name, description, url: `${siteRuntime().siteUrl}${sectionPath(slug)}` },
      parent: sections.find((section) => section.id === parentId)?.slug ?? null,
    })),
  }
})

export const POST = apiRoute(
  'createSection',
  async ({ db, now, body: { name, description, slug: chosen, parent } }) => {
    const above = parent ? (await sectionBySlug(db, parent)).value : null
    if (parent && !above) return refuse('parent', `There is no section “${parent}”.`)
    const parentId = above?.id ?? null
    const slug = chosenSlug(chosen, { name, own: null })
    const taken = await sectionNameProblem(db, { name, self: null, parentId })
    if (taken) return refuse('name', taken)
    const problem = await sectionAddressProblem(db, { slug, self: null })
    if (problem) return refuse('slug', problem)
    const { id } = await addSection(db, { name, slug, description, parentId, now })
    return { id, slug, url: `${siteRuntime().siteUrl}${sectionPath(slug)}` }
  },
)
