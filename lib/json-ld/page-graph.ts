import type { Graph, Thing } from 'schema-dts'
import { organizationJsonLd } from '@/lib/json-ld/organization'
import type { Publication } from '@/lib/json-ld/publication'
import { websiteJsonLd } from '@/lib/json-ld/website'

/** The structured data of a page: its subjects, then the paper and the site to which they refer. */
export function pageGraph(publication: Publication, ...things: Thing[]): Graph {
  return {
    '@context': 'https://schema.org',
    '@graph': [...things, organizationJsonLd(publication), websiteJsonLd(publication)],
  }
}
