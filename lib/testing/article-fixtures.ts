import type { Article } from '@/lib/article/article'
import type { Publication } from '@/lib/json-ld/publication'
import type { StorySoFar } from '@/lib/linking/timelines/timeline'
import { DEFAULT_DISTRIBUTION } from '@/lib/paper/site-settings'
import type { Picture } from '@/lib/pictures/picture'

export const PUBLICATION: Publication = {
  siteUrl: 'https://observer.example',
  settings: {
    name: 'The Linnet Observer',
    tagline: 'News from the harbour up',
    language: 'en',
    timeZone: 'Europe/Lisbon',
    organisation: {
      legalName: 'Linnet Observer Press',
      email: 'desk@observer.example',
      address: '4 Quay Street, Port Linnet',
      foundedYear: 1911,
    },
    distribution: DEFAULT_DISTRIBUTION,
  },
}

export const BRIDGE: Picture = {
  id: 1,
  alt: 'The bridge at dusk',
  caption: 'The bridge, half open',
  credit: 'Ada Marsh / Observer',
  rights: {
    creator: 'Ada Marsh',
    copyright: '© Linnet Observer Press',
    licenceUrl: 'https://observer.example/licence',
    acquireUrl: 'https://observer.example/contact',
  },
  widthPx: 1600,
  heightPx: 1200,
  focus: { x: 0.5, y: 0.5 },
  original: '0123456789abcdef.jpg',
  files: [{ format: 'jpeg', widthPx: 800, path: '/media/0123456789abcdef-800.jpeg' }],
}

const city = { id: 1, slug: 'city', name: 'City', description: 'Port Linnet', parentId: null }
const transport = { id: 2, slug: 'transport', name: 'Transport', description: '', parentId: 1 }

export const TRAMS: Article = {
  id: 4,
  headline: 'Trams run to the harbour again',
  kicker: 'Line 4',
  standfirst: 'The first one left at 5.12.',
  body: [{ type: 'paragraph', id: 'e1', text: [{ text: 'It was early, and it was late.' }] }],
  kind: 'news',
  language: 'en',
  dateline: 'Harbour Pier',
  slug: 'trams-run',
  path: '/transport/trams-run-4',
  sections: [city, transport],
  topics: [{ id: 1, slug: 'harbour', name: 'Harbour', description: '' }],
  bylines: [
    { name: 'Mirela Osei', authorSlug: 'mirela-osei' },
    { name: 'Wanda Pirrie', authorSlug: null },
  ],
  leadPicture: BRIDGE,
  corrections: [],
  publishedAt: new Date('2026-07-23T05:30:00Z'),
  updatedAt: new Date('2026-11-23T12:00:00Z'),
  seoTitle: null,
  seoDescription: null,
  isUnlisted: false,
  translations: [],
  isOriginal: true,
}

/** A timeline that stories lead to. */
export const SO_FAR: StorySoFar = {
  id: 3,
  slug: 'trams-to-the-harbour',
  name: 'Trams to the harbour',
  path: '/timelines/trams-to-the-harbour',
  stories: 5,
}
