import { apiRoute } from '@/app/_admin-api/api-route'
import { bringSection } from '@/db/paper/section-changes'
import { allSections, sectionBySlug } from '@/db/paper/sections'
import { sectionPath } from '@/lib/addresses/paths'
import { refuse } from '@/lib/desk/refusal'
import { siteRuntime } from '@/lib/pages/site-runtime'

export const GET = apiRoute('listSections', async ({ db }) => {
  const { value: sections } = await allSections(db)
  return {
    sections: sections.map(({ id, slug, name, description, parentId }) => ({
      id,
      slug,
      name,
      description,
      url: `${siteRuntime().siteUrl}${sectionPath(slug)}`,
      parent: sections.find((section) => section.id === parentId)?.slug ?? null,
    })),
  }
})

export const POST = apiRoute('createSection', async ({ db, now, body: { parent, ...typed } }) => {
  const above = parent ? (await sectionBySlug(db, parent)).value : null
  if (parent && !above) return refuse('parent', `There is no section “${parent}”.`)
  const made = await bringSection(db, { ...typed, parentId: above?.id ?? null, now })
  return 'problems' in made ? made : { ...made, url: `${siteRuntime().siteUrl}${sectionPath(made.slug)}` }
})
