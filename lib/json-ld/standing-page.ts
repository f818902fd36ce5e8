import type { AboutPage, ContactPage, WebPage } from 'schema-dts'
import { standingPagePath } from '@/lib/addresses/paths'
import { organizationId, type Publication, websiteId } from '@/lib/json-ld/publication'

const TYPES = new Map<string, 'AboutPage' | 'ContactPage'>([
  ['about', 'AboutPage'],
  ['contact', 'ContactPage'],
])

export interface StandingPage {
  slug: string
  headline: string
  /** Empty without words. */
  description: string
}

/** A page about the paper. */
export function standingPageJsonLd(
  publication: Publication,
  { slug, headline, description }: StandingPage,
): AboutPage | ContactPage | WebPage {
  const url = publication.siteUrl + standingPagePath(slug)
  return {
    '@type': TYPES.get(slug) ?? 'WebPage',
    '@id': url,
    url,
    name: headline,
    ...(description && { description }),
    inLanguage: publication.settings.language,
    isPartOf: { '@id': websiteId(publication) },
    about: { '@id': organizationId(publication) },
  }
}
