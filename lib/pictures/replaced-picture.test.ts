import { expect, it } from 'vitest'
import type { Body } from '@/lib/article/body'
import { newCard } from '@/lib/front/arrangement'
import { withCardPictureReplaced, withPictureReplaced } from '@/lib/pictures/replaced-picture'

const BODY: Body = [
  { type: 'paragraph', id: 'e1', text: [{ text: 'The crane stands.' }] },
  { type: 'image', id: 'e2', media: 1, caption: 'At dusk', credit: 'Noor' },
  { type: 'gallery', id: 'e3', items: [{ media: 2 }, { media: 1, caption: 'Again' }] },
  { type: 'image', id: 'e4', media: 2, credit: 'Ida' },
]

it('a picture is replaced in images and galleries; captions stay, and the credit of the former one goes', () => {
  const replaced = withPictureReplaced(BODY, { from: 1, to: 9 })
  expect(replaced).toEqual([
    BODY[0],
    { type: 'image', id: 'e2', media: 9, caption: 'At dusk' },
    { type: 'gallery', id: 'e3', items: [{ media: 2 }, { media: 9, caption: 'Again' }] },
    BODY[3],
  ])
  expect(replaced[3]).toBe(BODY[3])
})

it('cards of a front get the other picture, in every place', () => {
  const card = (articleId: number, pictureId: number | null) => ({ ...newCard(articleId), pictureId })
  const arrangement = {
    lead: card(1, 1),
    seconds: [card(2, null), card(3, 2)],
    bands: [{ id: 'band-1', name: 'World', cards: [card(4, 1)] }],
  }
  const replaced = withCardPictureReplaced(arrangement, { from: 1, to: 9 })
  expect([replaced.lead?.pictureId, replaced.seconds.map(({ pictureId }) => pictureId)]).toEqual([9, [null, 2]])
  expect(replaced.bands[0]?.cards[0]?.pictureId).toBe(9)
})
