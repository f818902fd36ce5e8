import { z } from 'zod'
import { nameLine } from '@/lib/desk/text-input'
import {
  type ArrangedBand,
  type Arrangement,
  BAND_NAME_MAX_LENGTH,
  type Card,
  cardSchema,
  cardsOf,
  MAX_BANDS,
  MAX_IN_BAND,
  MAX_SECONDS,
  newCard,
} from '@/lib/front/arrangement'

/** A place for stories: the lead, the stories beside it, or a band by its id. */
export type Zone = 'lead' | 'seconds' | `band:${string}`

const zoneSchema = z.custom<Zone>(
  (value) => typeof value === 'string' && /^(?:lead|seconds|band:[a-z0-9-]{1,40})$/.test(value),
  'There is no such place on a front.',
)
const story = z.int().positive()
const bandId = z.string().regex(/^[a-z0-9-]{1,40}$/)
const bandName = nameLine(BAND_NAME_MAX_LENGTH, 'Give the band a name.')

/**
 * One change of a front. Changes name stories and bands and never positions, so that those of two people at once do not
 * undo each other.
 */
export const arrangementChangeSchema = z.discriminatedUnion('kind', [
  /** Puts a story into a zone, before another story of it (null: at the end). A story that is placed already moves. */
  z.strictObject({ kind: z.literal('place'), story, zone: zoneSchema, before: story.nullable() }),
  z.strictObject({ kind: z.literal('remove'), story }),
  z.strictObject({ kind: z.literal('edit'), card: cardSchema }),
  z.strictObject({ kind: z.literal('add-band'), band: bandId, name: bandName }),
  z.strictObject({ kind: z.literal('rename-band'), band: bandId, name: bandName }),
  /** Puts a band before another one (null: at the end). */
  z.strictObject({ kind: z.literal('move-band'), band: bandId, before: bandId.nullable() }),
  z.strictObject({ kind: z.literal('remove-band'), band: bandId }),
])

export type ArrangementChange = z.infer<typeof arrangementChangeSchema>

/** The arrangement after a change, and the stories that lost their place by it. */
export interface ChangedArrangement {
  arrangement: Arrangement
  /** Ids, top to bottom. */
  displaced: number[]
}

/**
 * The arrangement after `change`.
 * - A new lead pushes the former one to the top of the seconds, and where there are too many seconds, the last of them leaves.
 * - A change of something that is no longer there changes nothing: somebody else took it away meanwhile.
 * - null when the change needs room that there is none of: a full band, or too many bands.
 */
export function changedArrangement(arrangement: Arrangement, change: ArrangementChange): ChangedArrangement | null {
  switch (change.kind) {
    case 'place':
      return placed(arrangement, change)
    case 'remove':
      return settled(without(arrangement, change.story))
    case 'edit':
      return settled(withCards(arrangement, (card) => (card.articleId === change.card.articleId ? change.card : card)))
    case 'add-band': {
      const { bands } = arrangement
      if (bands.some(({ id }) => id === change.band)) return settled(arrangement)
      if (bands.length >= MAX_BANDS) return null
      return settled({ ...arrangement, bands: [...bands, { id: change.band, name: change.name, cards: [] }] })
    }
    case 'rename-band':
      return settled(withBand(arrangement, change.band, (band) => ({ ...band, name: change.name })))
    case 'move-band': {
      const moved = arrangement.bands.find(({ id }) => id === change.band)
      if (!moved || change.before === change.band) return settled(arrangement)
      const others = arrangement.bands.filter((band) => band !== moved)
      return settled({ ...arrangement, bands: inserted(others, moved, ({ id }) => id === change.before) })
    }
    case 'remove-band': {
      const removed = arrangement.bands.find(({ id }) => id === change.band)
      const bands = arrangement.bands.filter((band) => band !== removed)
      return {
        arrangement: { ...arrangement, bands },
        displaced: removed?.cards.map(({ articleId }) => articleId) ?? [],
      }
    }
  }
}

/** The zone in which a story stands; null when it is not placed. */
export function zoneOf({ lead, seconds, bands }: Arrangement, articleId: number): Zone | null {
  const isIt = (card: Card) => card.articleId === articleId
  if (lead && isIt(lead)) return 'lead'
  if (seconds.some(isIt)) return 'seconds'
  const band = bands.find(({ cards }) => cards.some(isIt))
  return band ? `band:${band.id}` : null
}

function placed(
  arrangement: Arrangement,
  { story: articleId, zone, before }: Extract<ArrangementChange, { kind: 'place' }>,
): ChangedArrangement | null {
  if (before === articleId) return settled(arrangement)
  const card = cardsOf(arrangement).find((one) => one.articleId === articleId) ?? newCard(articleId)
  const rest = without(arrangement, articleId)
  const isBefore = (one: Card) => one.articleId === before
  if (zone === 'lead') {
    const seconds = rest.lead ? [rest.lead, ...rest.seconds] : rest.seconds
    return fitted({ ...rest, lead: card, seconds }, articleId)
  }
  if (zone === 'seconds') return fitted({ ...rest, seconds: inserted(rest.seconds, card, isBefore) }, articleId)
  const bandId = zone.slice('band:'.length)
  const band = rest.bands.find(({ id }) => id === bandId)
  if (!band) return settled(arrangement)
  if (band.cards.length >= MAX_IN_BAND) return null
  return settled(withBand(rest, bandId, (one) => ({ ...one, cards: inserted(one.cards, card, isBefore) })))
}

/** Takes the last of the seconds off the front where there are too many, but never the story that was just placed. */
function fitted(arrangement: Arrangement, articleId: number): ChangedArrangement {
  const { seconds } = arrangement
  if (seconds.length <= MAX_SECONDS) return settled(arrangement)
  const last = seconds.findLast((card) => card.articleId !== articleId)
  return {
    arrangement: { ...arrangement, seconds: seconds.filter((card) => card !== last) },
    displaced: last ? [last.articleId] : [],
  }
}

function settled(arrangement: Arrangement): ChangedArrangement {
  return { arrangement, displaced: [] }
}

function without({ lead, seconds, bands }: Arrangement, articleId: number): Arrangement {
  const others = (cards: Card[]) => cards.filter((card) => card.articleId !== articleId)
  return {
    lead: lead?.articleId === articleId ? null : lead,
    seconds: others(seconds),
    bands: bands.map((band) => ({ ...band, cards: others(band.cards) })),
  }
}

function withCards({ lead, seconds, bands }: Arrangement, change: (card: Card) => Card): Arrangement {
  return {
    lead: lead && change(lead),
    seconds: seconds.map(change),
    bands: bands.map((band) => ({ ...band, cards: band.cards.map(change) })),
  }
}

function withBand(arrangement: Arrangement, id: string, change: (band: ArrangedBand) => ArrangedBand): Arrangement {
  return { ...arrangement, bands: arrangement.bands.map((band) => (band.id === id ? change(band) : band)) }
}

/** `item` in front of the first of `items` that `isNext`; at the end when there is none. */
function inserted<T>(items: readonly T[], item: T, isNext: (item: T) => boolean): T[] {
  const place = items.findIndex(isNext)
  return place < 0 ? [...items, item] : [...items.slice(0, place), item, ...items.slice(place)]
}
