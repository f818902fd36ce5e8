import type { SiteSettings } from '@/lib/paper/site-settings'

/** The paper and its origin, for structured data. */
export interface Publication {
  /** Public origin without a trailing slash. */
  siteUrl: string
  settings: SiteSettings
}

/** The `@id` of the paper as an organisation in every graph. */
export function organizationId({ siteUrl }: Publication): string {
  return `${siteUrl}/#organization`
}

/** The `@id` of the site in every graph. */
export function websiteId({ siteUrl }: Publication): string {
  return `${siteUrl}/#website`
}
