import type { SiteSettings } from '@/lib/paper/site-settings'
import { isoWithZone } from '@/lib/time/dates'

/** The paper and its origin, which make paths and instants absolute. */
export interface Publisher {
  /** Public origin without a trailing slash. */
  siteUrl: string
  settings: SiteSettings
}

/** The absolute URL of a path of this site. */
export function absoluteUrl({ siteUrl }: Publisher, path: string): string {
  return siteUrl + path
}

/** ISO 8601 with the offset of the paper's zone. */
export function isoInstant({ settings }: Publisher, instant: Date): string {
  return isoWithZone(instant, settings.timeZone)
}
