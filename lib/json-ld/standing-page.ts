import type { AboutPage, ContactPage, WebPage } from 'schema-dts'
import { organizationId, type Publication, websiteId } from '@/lib/json-ld/publication'

const TYPES = { about: 'AboutPage', contact: 'ContactPage', ethics: 'WebPage' } as const

export interface StandingPage {
  slug: keyof typeof TYPES
  headline: string
  /** Empty without words. */
  description: string
}

/** A page about the paper. */
export function standingPageJsonLd(
  publication: Publication,
  { slug, headline, description }: StandingPage,
): AboutPage | ContactPage | WebPage {
  const url = `${publication.siteUrl}/${slug}`
  return {
    '@type': TYPES[slug],
    '@id': url,
    url,
    name: headline,
    ...(description && { description }),
    inLanguage: publication.settings.language,
    isPartOf: { '@id': websiteId(publication) },
    about: { '@id': organizationId(publication) },
  }
}
