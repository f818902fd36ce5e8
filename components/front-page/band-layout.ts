import type { Teaser } from '@/lib/article/article'

/** What every layout of a band takes. */
export interface BandLayoutProps {
  /** Never empty. */
  teasers: Teaser[]
}
