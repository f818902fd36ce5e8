import type { SearchAction, WebSite, WithActionConstraints } from 'schema-dts'
import { organizationId, type Publication, websiteId } from '@/lib/json-ld/publication'

/** The site with its search action. */
export function websiteJsonLd(publication: Publication): WebSite {
  const { siteUrl, settings } = publication
  const search: WithActionConstraints<SearchAction> = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${siteUrl}/search?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  }
  return {
    '@type': 'WebSite',
    '@id': websiteId(publication),
    url: `${siteUrl}/`,
    name: settings.name,
    ...(settings.tagline && { description: settings.tagline }),
    inLanguage: settings.language,
    publisher: { '@id': organizationId(publication) },
    potentialAction: search,
  }
}
