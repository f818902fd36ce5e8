import type { Graph } from 'schema-dts'
import { standingPagePath } from '@/lib/addresses/paths'
import { breadcrumbJsonLd } from '@/lib/json-ld/breadcrumb'
import { pageGraph } from '@/lib/json-ld/page-graph'
import type { Publication } from '@/lib/json-ld/publication'
import { type StandingPage, standingPageJsonLd } from '@/lib/json-ld/standing-page'

/** The structured data of a page about the paper. */
export function standingGraph(publication: Publication, page: StandingPage): Graph {
  return pageGraph(
    publication,
    standingPageJsonLd(publication, page),
    breadcrumbJsonLd(publication, [{ name: page.headline, path: standingPagePath(page.slug) }]),
  )
}
