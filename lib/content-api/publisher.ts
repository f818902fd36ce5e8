import type { SiteSettings } from '@/lib/article/article'
import { isoWithZone } from '@/lib/time/dates'

/** Who publishes, and where: what turns the paper's own words into ones that hold anywhere. */
export interface Publisher {
  /** Public origin without a trailing slash. */
  siteUrl: string
  settings: SiteSettings
}

/** The absolute address of a path of this site. */
export function absoluteUrl({ siteUrl }: Publisher, path: string): string {
  return siteUrl + path
}

/** ISO 8601 with the offset of the paper's zone. */
export function isoInstant({ settings }: Publisher, instant: Date): string {
  return isoWithZone(instant, settings.timeZone)
}
