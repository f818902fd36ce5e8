import { frontDraft } from '@/db/front/drafts'
import { allSections, sectionBands } from '@/db/paper/sections'
import { siteSettings } from '@/db/paper/site'
import { breakingStrip, curationOf, type WhichFront } from '@/db/reading/fronts'
import { latestTeasers, sectionTeasers } from '@/db/reading/teasers'
import type { Reader } from '@/db/store/open'
import { PER_PAGE } from '@/lib/addresses/list-pages'
import type { Section } from '@/lib/article/article'
import { composeEdition, type Edition, type FrontTeaser, SUPPLY_FOR_BAND, SUPPLY_FOR_FRONT } from '@/lib/front/edition'
import { withPlaced } from '@/lib/front/section-front'
import type { SiteSettings } from '@/lib/paper/site-settings'

/** A front with its draft in place of what readers have. */
export type FrontPreview = { settings: SiteSettings; sections: Section[] } & (
  | { kind: 'front-page'; edition: Edition }
  | { kind: 'section'; section: Section; teasers: FrontTeaser[] }
)

/** What readers would get of a front at `now` if its draft were published; null when there is no such section. */
export async function frontPreview(
  db: Reader,
  { sectionId, now }: WhichFront & { now: Date },
): Promise<FrontPreview | null> {
  const { value: settings } = await siteSettings(db)
  const { value: sections } = await allSections(db)
  const { arrangement } = await frontDraft(db, { sectionId, now })
  const { value: curation } = await curationOf(db, { arrangement, now })
  if (sectionId === null) {
    const { value: strip } = await breakingStrip(db, { language: settings.language, now })
    const { value: latest } = await latestTeasers(db, { now, limit: SUPPLY_FOR_FRONT })
    const { value: bands } = await sectionBands(db, { now, perSection: SUPPLY_FOR_BAND })
    const edition = composeEdition(strip, curation, { latest, sections: bands })
    return { settings, sections, kind: 'front-page', edition }
  }
  const section = sections.find(({ id }) => id === sectionId)
  if (!section) return null
  const { value } = await sectionTeasers(db, { section, now, page: 1, perPage: PER_PAGE })
  return { settings, sections, kind: 'section', section, teasers: withPlaced(curation, value.teasers) }
}
