import type { Graph } from 'schema-dts'
import { breadcrumbJsonLd, type Crumb } from '@/lib/json-ld/breadcrumb'
import { type Collection, collectionPageJsonLd } from '@/lib/json-ld/collection-page'
import { pageGraph } from '@/lib/json-ld/page-graph'
import type { Publication } from '@/lib/json-ld/publication'

/** The structured data of a list page; `crumbs` lead from the front page to it and are empty on the front page itself. */
export function listGraph(publication: Publication, collection: Collection, crumbs: Crumb[]): Graph {
  const page = collectionPageJsonLd(publication, collection)
  return crumbs.length
    ? pageGraph(publication, page, breadcrumbJsonLd(publication, crumbs))
    : pageGraph(publication, page)
}
