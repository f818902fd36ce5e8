import type { Graph } from 'schema-dts'
import { breadcrumbJsonLd } from '@/lib/json-ld/breadcrumb'
import { pageGraph } from '@/lib/json-ld/page-graph'
import type { Publication } from '@/lib/json-ld/publication'
import { type StandingPage, standingPageJsonLd } from '@/lib/json-ld/standing-page'

/** What a page on which the paper speaks of itself says. */
export function standingGraph(publication: Publication, page: StandingPage): Graph {
  return pageGraph(
    publication,
    standingPageJsonLd(publication, page),
    breadcrumbJsonLd(publication, [{ name: page.headline, path: `/${page.slug}` }]),
  )
}
