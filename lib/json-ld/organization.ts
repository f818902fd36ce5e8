import type { NewsMediaOrganization } from 'schema-dts'
import { correctionsPath, standingPagePath } from '@/lib/addresses/paths'
import { size } from '@/lib/json-ld/image'
import { organizationId, type Publication } from '@/lib/json-ld/publication'
import { ICON_512 } from '@/lib/pictures/icons'
import { iconPath, logoPath } from '@/lib/pictures/paper-marks'

/**
 * The paper as an organisation, with the pages on which it says who owns it, how it works and how it corrects itself
 * (the Trust Project's indicators). Settings that are empty are left out.
 */
export function organizationJsonLd(publication: Publication): NewsMediaOrganization {
  const { siteUrl, settings } = publication
  const { legalName, email, address, foundedYear } = settings.organisation
  return {
    '@type': 'NewsMediaOrganization',
    '@id': organizationId(publication),
    name: settings.name,
    url: `${siteUrl}/`,
    logo: logoJsonLd(publication),
    ...(legalName && { legalName }),
    ...(foundedYear !== null && { foundingDate: String(foundedYear) }),
    ...(address && { address }),
    ...(email && { email }),
    contactPoint: {
      '@type': 'ContactPoint',
      contactType: 'newsroom',
      url: siteUrl + standingPagePath('contact'),
      ...(email && { email }),
    },
    publishingPrinciples: siteUrl + standingPagePath('ethics'),
    ethicsPolicy: siteUrl + standingPagePath('ethics'),
    correctionsPolicy: siteUrl + correctionsPath(),
    masthead: siteUrl + standingPagePath('about'),
    ownershipFundingInfo: siteUrl + standingPagePath('about'),
  }
}

/** The logo that an admin uploaded, or else the icon. */
function logoJsonLd({ siteUrl, settings: { marks } }: Publication) {
  const { logo = null, icon = null } = marks ?? {}
  if (logo)
    return { '@type': 'ImageObject' as const, url: siteUrl + logoPath(logo), ...size(logo.widthPx, logo.heightPx) }
  const path = icon ? iconPath(icon, 512) : ICON_512.path
  return { '@type': 'ImageObject' as const, url: siteUrl + path, ...size(ICON_512.sizePx, ICON_512.sizePx) }
}

/** The paper as a reference: its `@id`, and enough for clients that do not resolve it. */
export function publisherJsonLd(publication: Publication): NewsMediaOrganization {
  const { siteUrl, settings } = publication
  return {
    '@type': 'NewsMediaOrganization',
    '@id': organizationId(publication),
    name: settings.name,
    url: `${siteUrl}/`,
  }
}
