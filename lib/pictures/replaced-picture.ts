import type { Body } from '@/lib/article/body'
import type { Arrangement, Card } from '@/lib/front/arrangement'

/** One picture in the place of another. */
export interface Replacement {
  from: number
  to: number
}

/**
 * The text with picture `to` wherever it has `from`. A credit that was written for the former picture goes, so that the
 * new one's own is shown; captions stay, because they may tell the story.
 */
export function withPictureReplaced(body: Body, { from, to }: Replacement): Body {
  return body.map((element) => {
    if (element.type === 'image' && element.media === from) {
      const { credit: _, ...kept } = element
      return { ...kept, media: to }
    }
    if (element.type !== 'gallery' || element.items.every(({ media }) => media !== from)) return element
    return { ...element, items: element.items.map((item) => (item.media === from ? { ...item, media: to } : item)) }
  })
}

/** The arrangement with picture `to` wherever a card has `from`. */
export function withCardPictureReplaced(arrangement: Arrangement, { from, to }: Replacement): Arrangement {
  const card = (one: Card): Card => (one.pictureId === from ? { ...one, pictureId: to } : one)
  return {
    lead: arrangement.lead && card(arrangement.lead),
    seconds: arrangement.seconds.map(card),
    bands: arrangement.bands.map((band) => ({ ...band, cards: band.cards.map(card) })),
  }
}
