import type { LinkTarget, Section, Teaser } from '@/lib/article/article'
import { MAX_SECONDS } from '@/lib/front/arrangement'

/** A story on a front: its teaser, with the headline and picture that it has there. */
export interface FrontTeaser extends Teaser {
  /** Further stories that editors linked below it; absent on other pages. */
  subLinks?: LinkTarget[]
}

/** The characters of the label and the text of a strip. */
export const LABEL_MAX_LENGTH = 40
export const STRIP_MAX_LENGTH = 200

/** A line above the front page while news is breaking. */
export interface Strip {
  label: string
  text: string
  /** Where the line leads; null while it only tells. */
  path: string | null
  /** BCP 47 tag of the text. */
  language: string
  /** The story to which it leads; null without one. It is shown nowhere else on the front page. */
  articleId: number | null
}

/** A part of the front page: the newest stories of a section, or stories that an editor placed under a name. */
export interface Band {
  /** Anchor on the front page, unique there. */
  id: string
  name: string
  /** null for a band that belongs to no section. */
  section: Pick<Section, 'name' | 'slug'> | null
  teasers: FrontTeaser[]
}

/** The front page. No story appears on it twice. */
export interface Edition {
  strip: Strip | null
  /** null only when the paper has no public article. */
  lead: FrontTeaser | null
  seconds: FrontTeaser[]
  bands: Band[]
}

/** What editors placed on a front, reduced to public stories, in the editors' order. */
export interface Curation {
  lead: FrontTeaser | null
  seconds: FrontTeaser[]
  bands: { name: string; teasers: FrontTeaser[] }[]
}

/** The stories that fill the places that editors left free, newest first. */
export interface Supply {
  latest: Teaser[]
  sections: { section: Pick<Section, 'name' | 'slug'>; teasers: Teaser[] }[]
}

export const TEASERS_IN_BAND = 5
/** Enough of the newest stories to fill the front after everything above has taken its share. */
export const SUPPLY_FOR_FRONT = MAX_SECONDS + 12
/** Enough of a section: its band may lose as many stories to the places above as there are places. */
export const SUPPLY_FOR_BAND = TEASERS_IN_BAND + MAX_SECONDS + 2

/**
 * The front page: what editors placed, and the newest stories in the places that are free.
 * - Places are filled in this order: strip, lead, seconds, curated bands, section bands. A story is used once.
 * - An automatic lead has a picture when any of the latest stories has one.
 * - A band without stories is absent.
 */
export function composeEdition(strip: Strip | null, curation: Curation, supply: Supply): Edition {
  const claimed = new Set<number>(strip?.articleId ? [strip.articleId] : [])
  const claim = (teasers: FrontTeaser[], most: number): FrontTeaser[] => {
    const free: FrontTeaser[] = []
    for (const teaser of teasers) {
      if (free.length === most) break
      if (claimed.has(teaser.id)) continue
      claimed.add(teaser.id)
      free.push(teaser)
    }
    return free
  }

  // Placed stories are reserved first, so that they do not fill a free place above them.
  const reserved = new Set([...curation.seconds, ...curation.bands.flatMap((band) => band.teasers)].map(({ id }) => id))
  const unplaced = supply.latest.filter(({ id }) => !reserved.has(id))
  const leadChoice = [curation.lead, ...unplaced.filter(({ picture }) => picture), ...unplaced].filter(
    (teaser) => teaser !== null,
  )
  const [lead = null] = claim(leadChoice, 1)
  const placedSeconds = claim(curation.seconds, MAX_SECONDS)
  const inBands = new Set(curation.bands.flatMap((band) => band.teasers).map(({ id }) => id))
  const seconds = [
    ...placedSeconds,
    ...claim(
      supply.latest.filter(({ id }) => !inBands.has(id)),
      MAX_SECONDS - placedSeconds.length,
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

/** Every story of the front page but the one of the strip, in page order. */
export function editionTeasers({ lead, seconds, bands }: Edition): FrontTeaser[] {
  return [...(lead ? [lead] : []), ...seconds, ...bands.flatMap((band) => band.teasers)]
}

/** The date of an edition: when its newest story was published; null for an empty edition. */
export function editionInstant(edition: Edition): Date | null {
  const newest = Math.max(...editionTeasers(edition).map((teaser) => teaser.publishedAt.getTime()))
  return Number.isFinite(newest) ? new Date(newest) : null
}
