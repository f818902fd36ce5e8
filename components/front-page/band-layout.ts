import type { FrontTeaser } from '@/lib/front/edition'

/** What every layout of a band takes. */
export interface BandLayoutProps {
  /** Never empty. */
  teasers: FrontTeaser[]
}
