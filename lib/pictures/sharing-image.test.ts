import { expect, it } from 'vitest'
import { DEFAULT_DISTRIBUTION, type SiteSettings } from '@/lib/paper/site-settings'
import type { Picture } from '@/lib/pictures/picture'
import { listImage, storyImage } from '@/lib/pictures/sharing-image'

const settings: SiteSettings = {
  name: 'The Linnet Observer',
  tagline: 'News from the harbour up',
  language: 'en',
  timeZone: 'Europe/Lisbon',
  organisation: { legalName: '', email: '', address: '', foundedYear: null },
  distribution: DEFAULT_DISTRIBUTION,
}
const crane: Picture = {
  id: 1,
  alt: 'A crane',
  caption: '',
  credit: '',
  widthPx: 1600,
  heightPx: 900,
  focus: { x: 0.5, y: 0.5 },
  rights: { creator: '', copyright: '', licenceUrl: '', acquireUrl: '' },
  original: 'originals/0123456789abcdef.svg',
  files: [],
}
const stamp = { ...crane, widthPx: 400, heightPx: 300 }
const story = { id: 7, kicker: '', headline: 'The crane', language: 'en', sections: [], leadPicture: crane }

it('a story is shared with its picture, as large as networks show it', () => {
  expect(storyImage(story, settings)).toMatchObject({
    widthPx: 1200,
    heightPx: 630,
    type: 'image/jpeg',
    alt: 'A crane',
  })
})

it('a story without a picture large enough is shared with its card', () => {
  for (const leadPicture of [null, stamp]) {
    const image = storyImage({ ...story, leadPicture }, settings)
    expect(image).toMatchObject({ widthPx: 1200, heightPx: 630, type: 'image/png', alt: 'The crane' })
    expect(image.path).toMatch(/^\/cards\/7-/)
  }
})

it('a card has another address when its headline changes', () => {
  const paths = ['The crane', 'The cranes'].map(
    (headline) => storyImage({ ...story, headline, leadPicture: null }, settings).path,
  )
  expect(new Set(paths).size).toBe(2)
})

it('a list is shared with its first picture that is large enough, or else with the paper’s card', () => {
  expect(listImage([{ picture: null }, { picture: stamp }, { picture: crane }], settings).alt).toBe('A crane')
  expect(listImage([{ picture: stamp }], settings).path).toMatch(/^\/cards\/paper-/)
})
