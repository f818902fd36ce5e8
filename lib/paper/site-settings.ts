import type { PaperMarks } from '@/lib/pictures/paper-marks'

export interface SiteSettings {
  name: string
  tagline: string
  /** BCP 47 tag of the paper's own words. */
  language: string
  /** IANA zone, such as Europe/Lisbon. */
  timeZone: string
  organisation: Organisation
  distribution: Distribution
  /** The icon and the logo that an admin uploaded; left out or null for the drawing that comes with the site. */
  marks?: PaperMarks | null
}

/** What feeds contain, and what AI crawlers may fetch. */
export interface Distribution {
  /** Whether feeds carry whole stories or their standfirsts. */
  feedText: 'full' | 'summary'
  /** What AI crawlers may fetch; robots.txt says so. */
  aiCrawlers: {
    /** To train models. */
    training: boolean
    /** To find and quote stories in answers. */
    search: boolean
    /** Because a person asked for that page. */
    visiting: boolean
  }
}

/** What feeds contain and AI crawlers may fetch until an admin changes it. */
export const DEFAULT_DISTRIBUTION: Distribution = {
  feedText: 'full',
  aiCrawlers: { training: false, search: true, visiting: true },
}

export interface Organisation {
  legalName: string
  email: string
  address: string
  foundedYear: number | null
}
