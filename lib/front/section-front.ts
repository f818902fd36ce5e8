import type { Teaser } from '@/lib/article/article'
import type { Curation, FrontTeaser } from '@/lib/front/edition'

/** The first page of a section: what editors placed, then the newest stories; none twice. */
export function withPlaced({ lead, seconds }: Curation, newest: Teaser[]): FrontTeaser[] {
  const placed = [...(lead ? [lead] : []), ...seconds]
  const ids = new Set(placed.map(({ id }) => id))
  return [...placed, ...newest.filter(({ id }) => !ids.has(id))]
}
