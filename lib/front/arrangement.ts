import { z } from 'zod'
import { textLine } from '@/lib/desk/text-input'

/** The most stories beside the lead. */
export const MAX_SECONDS = 5
/** The most stories in a band that editors name, and the most such bands. */
export const MAX_IN_BAND = 12
export const MAX_BANDS = 12
/** The most further stories below one card. */
export const MAX_SUB_LINKS = 4
export const HEADLINE_MAX_LENGTH = 200
export const BAND_NAME_MAX_LENGTH = 80

const rowId = z.int().positive()

/** A story that an editor placed on a front. */
export const cardSchema = z.strictObject({
  articleId: rowId,
  /** The headline on this front alone; empty for the story's own. */
  headline: textLine(HEADLINE_MAX_LENGTH),
  /** The picture on this front alone; null for the story's own. */
  pictureId: rowId.nullable(),
  /** When the card appears and when it makes room, in milliseconds since 1970; null for at once and for never. */
  from: z.int().nullable(),
  until: z.int().nullable(),
  /** Further stories that are linked below the headline, in order. */
  subLinks: z.array(rowId).max(MAX_SUB_LINKS),
})

/** Stories under a name of their own. */
export const bandSchema = z.strictObject({
  /** Unique within the arrangement, and the same for as long as the band exists. */
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().max(BAND_NAME_MAX_LENGTH),
  cards: z.array(cardSchema).max(MAX_IN_BAND),
})

/** What editors placed on a front, top to bottom. What they left free is filled with the newest stories. */
export const arrangementSchema = z.strictObject({
  lead: cardSchema.nullable(),
  seconds: z.array(cardSchema).max(MAX_SECONDS),
  bands: z.array(bandSchema).max(MAX_BANDS),
})

export type Card = z.infer<typeof cardSchema>
export type ArrangedBand = z.infer<typeof bandSchema>
export type Arrangement = z.infer<typeof arrangementSchema>

/** A front without anything placed: the newest stories fill it. */
export const EMPTY_ARRANGEMENT: Arrangement = { lead: null, seconds: [], bands: [] }

/** A story as it is placed first: with its own headline and picture, at once and without an end. */
export function newCard(articleId: number): Card {
  return { articleId, headline: '', pictureId: null, from: null, until: null, subLinks: [] }
}

/** Every card of the arrangement, top to bottom. */
export function cardsOf({ lead, seconds, bands }: Arrangement): Card[] {
  return [...(lead ? [lead] : []), ...seconds, ...bands.flatMap(({ cards }) => cards)]
}

/** The ids of every story that the arrangement names, sub-links included, each once. */
export function storiesOf(arrangement: Arrangement): number[] {
  return [...new Set(cardsOf(arrangement).flatMap(({ articleId, subLinks }) => [articleId, ...subLinks]))]
}

/** The arrangement in which cards with a picture of `withheld` have that of their story. */
export function withoutCardPictures(arrangement: Arrangement, withheld: readonly number[]): Arrangement {
  if (!withheld.length) return arrangement
  const shown = <T extends Card | null>(card: T): T =>
    card && card.pictureId !== null && withheld.includes(card.pictureId) ? { ...card, pictureId: null } : card
  const { lead, seconds, bands } = arrangement
  return {
    lead: shown(lead),
    seconds: seconds.map(shown),
    bands: bands.map((band) => ({ ...band, cards: band.cards.map(shown) })),
  }
}

/** Whether the card stands on the front at `now`. */
export function isInForce({ from, until }: Card, now: Date): boolean {
  return (from === null || from <= now.getTime()) && (until === null || until > now.getTime())
}

/** Whether two arrangements show the same. */
export function isSameArrangement(one: Arrangement, other: Arrangement): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other))
}

/** The fields in one order, whatever order they were stored in. */
function ordered({ lead, seconds, bands }: Arrangement): unknown {
  const card = ({ articleId, headline, pictureId, from, until, subLinks }: Card) => [
    articleId,
    headline,
    pictureId,
    from,
    until,
    subLinks,
  ]
  return [lead && card(lead), seconds.map(card), bands.map(({ id, name, cards }) => [id, name, cards.map(card)])]
}
