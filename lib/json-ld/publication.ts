import type { SiteSettings } from '@/lib/article/article'

/** The paper as structured data names it. */
export interface Publication {
  /** Public origin without a trailing slash. */
  siteUrl: string
  settings: SiteSettings
}

/** The one name of the paper's organisation in every graph. */
export function organizationId({ siteUrl }: Publication): string {
  return `${siteUrl}/#organization`
}

/** The one name of the site in every graph. */
export function websiteId({ siteUrl }: Publication): string {
  return `${siteUrl}/#website`
}
