import type { Section, Teaser } from '@/lib/article/article'

/** A line above the front page while news is breaking. */
export interface Strip {
  label: string
  teaser: Teaser
}

/** A part of the front page: the newest stories of a section, or stories that an editor placed under a name. */
export interface Band {
  /** Anchor on the front page, unique there. */
  id: string
  name: string
  /** null for a band that belongs to no section. */
  section: Pick<Section, 'name' | 'slug'> | null
  teasers: Teaser[]
}

/** The front page. No story appears on it twice. */
export interface Edition {
  strip: Strip | null
  /** null only when the paper has no public article. */
  lead: Teaser | null
  seconds: Teaser[]
  bands: Band[]
}

/** What editors placed on the front page, reduced to public stories, in the editors' order. */
export interface Curation {
  strip: Strip | null
  lead: Teaser | null
  seconds: Teaser[]
  bands: { name: string; teasers: Teaser[] }[]
}

/** The stories that fill the places without a placement, newest first. */
export interface Supply {
  latest: Teaser[]
  sections: { section: Pick<Section, 'name' | 'slug'>; teasers: Teaser[] }[]
}

export const SECONDS_ON_FRONT = 5
export const TEASERS_IN_BAND = 5

/**
 * The front page: the placements of editors, and the newest stories in the places that are free.
 * - Places are filled in this order: strip, lead, seconds, curated bands, section bands. A story is used once.
 * - An automatic lead has a picture when any of the latest stories has one.
 * - A band without stories is absent.
 */
export function composeEdition(curation: Curation, supply: Supply): Edition {
  const claimed = new Set<number>()
  const claim = (teasers: Teaser[], most: number): Teaser[] => {
    const free: Teaser[] = []
    for (const teaser of teasers) {
      if (free.length === most) break
      if (claimed.has(teaser.id)) continue
      claimed.add(teaser.id)
      free.push(teaser)
    }
    return free
  }

  const strip = curation.strip && claim([curation.strip.teaser], 1).length ? curation.strip : null
  // Placed stories are reserved first, so that they do not fill a free place above them.
  const reserved = new Set([...curation.seconds, ...curation.bands.flatMap((band) => band.teasers)].map(({ id }) => id))
  const unplaced = supply.latest.filter(({ id }) => !reserved.has(id))
  const leadChoice = [curation.lead, ...unplaced.filter(({ picture }) => picture), ...unplaced].filter(
    (teaser) => teaser !== null,
  )
  const [lead = null] = claim(leadChoice, 1)
  const placedSeconds = claim(curation.seconds, SECONDS_ON_FRONT)
  const inBands = new Set(curation.bands.flatMap((band) => band.teasers).map(({ id }) => id))
  const seconds = [
    ...placedSeconds,
    ...claim(
      supply.latest.filter(({ id }) => !inBands.has(id)),
      SECONDS_ON_FRONT - placedSeconds.length,
    ),
  ]
  const curatedBands = curation.bands.map(
    (band, index): Band => ({
      id: `band-${index + 1}`,
      name: band.name,
      section: null,
      teasers: claim(band.teasers, band.teasers.length),
    }),
  )
  const sectionBands = supply.sections.map(
    ({ section, teasers }): Band => ({
      id: `section-${section.slug}`,
      name: section.name,
      section,
      teasers: claim(teasers, TEASERS_IN_BAND),
    }),
  )
  return { strip, lead, seconds, bands: [...curatedBands, ...sectionBands].filter((band) => band.teasers.length > 0) }
}

/** Every story of the front page, in page order. */
export function editionTeasers({ strip, lead, seconds, bands }: Edition): Teaser[] {
  return [strip?.teaser, lead, ...seconds, ...bands.flatMap((band) => band.teasers)].filter((teaser) => teaser != null)
}

/** The date of an edition: when its newest story was published; null for an empty edition. */
export function editionInstant(edition: Edition): Date | null {
  const newest = Math.max(...editionTeasers(edition).map((teaser) => teaser.publishedAt.getTime()))
  return Number.isFinite(newest) ? new Date(newest) : null
}
