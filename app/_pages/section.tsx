import { listPages } from '@/app/_pages/list-pages'
import { readSection } from '@/app/reads'
import { SectionPage } from '@/components/lists/section-page'
import { sectionPath } from '@/lib/addresses/paths'
import { sectionCrumbs } from '@/lib/json-ld/breadcrumb'
import { listGraph } from '@/lib/json-ld/list-graph'

export const { page: section, head: sectionHead } = listPages({
  folder: [],
  read: readSection,
  path: sectionPath,
  description: ({ of }) => of.description,
  pictures: ({ teasers }) => teasers,
  body: ({ of, subsections, teasers, page, pages }, settings) => (
    <SectionPage
      section={of}
      subsections={subsections}
      teasers={teasers}
      page={page}
      pages={pages}
      settings={settings}
    />
  ),
  graph: ({ of, line, teasers }, publication, path) => {
    const collection = { path, name: of.name, description: of.description, items: teasers }
    return listGraph(publication, collection, [...sectionCrumbs(line.slice(0, -1)), { name: of.name, path }])
  },
})
