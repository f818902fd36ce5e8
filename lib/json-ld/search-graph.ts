import type { Graph } from 'schema-dts'
import { breadcrumbJsonLd } from '@/lib/json-ld/breadcrumb'
import { pageGraph } from '@/lib/json-ld/page-graph'
import { type Publication, websiteId } from '@/lib/json-ld/publication'

/** The structured data of the search page, the same for every query: results are described on their own pages. */
export function searchGraph(publication: Publication): Graph {
  const url = `${publication.siteUrl}/search`
  return pageGraph(
    publication,
    {
      '@type': 'SearchResultsPage',
      '@id': url,
      url,
      name: 'Search',
      inLanguage: publication.settings.language,
      isPartOf: { '@id': websiteId(publication) },
    },
    breadcrumbJsonLd(publication, [{ name: 'Search', path: '/search' }]),
  )
}
