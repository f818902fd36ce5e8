import type { Graph } from 'schema-dts'
import type { Article } from '@/lib/article/article'
import { articleJsonLd } from '@/lib/json-ld/article'
import { breadcrumbJsonLd, sectionCrumbs } from '@/lib/json-ld/breadcrumb'
import { pageGraph } from '@/lib/json-ld/page-graph'
import type { Publication } from '@/lib/json-ld/publication'
import type { StorySoFar } from '@/lib/linking/timelines/timeline'

/** The structured data of the page of a story, which leads to the timeline `soFar`; null for none. */
export function articleGraph(publication: Publication, article: Article, soFar: StorySoFar | null): Graph {
  const { sections, headline, path } = article
  return pageGraph(
    publication,
    articleJsonLd(publication, article, soFar),
    breadcrumbJsonLd(publication, [...sectionCrumbs(sections), { name: headline, path }]),
  )
}
