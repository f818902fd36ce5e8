import type { LinkTarget } from '@/lib/article/article'
import type { Body } from '@/lib/article/body'
import { type Feed, type FeedStory, feedOf, type WithdrawnStory } from '@/lib/feeds/feed'
import { DEFAULT_DISTRIBUTION, type SiteSettings } from '@/lib/paper/site-settings'
import type { Picture } from '@/lib/pictures/picture'

export const SITE_URL = 'https://broadsheet.example'

export const SETTINGS: SiteSettings = {
  name: 'The Broadsheet',
  tagline: 'News from the harbour & beyond',
  language: 'en',
  timeZone: 'Europe/Lisbon',
  organisation: { legalName: 'Readers’ Trust', email: 'desk@example.org', address: '', foundedYear: null },
  distribution: DEFAULT_DISTRIBUTION,
}

export const BRIDGE: Picture = {
  id: 1,
  alt: 'The bridge at "dusk"',
  caption: 'The bridge',
  credit: 'Observer archive',
  rights: { creator: '', copyright: '', licenceUrl: '', acquireUrl: '' },
  widthPx: 1600,
  heightPx: 900,
  focus: { x: 0.5, y: 0.5 },
  original: 'bridge.jpg',
  files: [
    { format: 'avif', widthPx: 800, path: '/media/bridge-800.avif' },
    { format: 'jpeg', widthPx: 800, path: '/media/bridge-800.jpeg' },
    { format: 'jpeg', widthPx: 1200, path: '/media/bridge-1200.jpeg' },
    { format: 'jpeg', widthPx: 1600, path: '/media/bridge-1600.jpeg' },
  ],
}

export const TARGETS: LinkTarget[] = [
  { id: 5, headline: 'The last ferry', path: '/city/the-last-ferry-5', language: 'en', picture: null },
  {
    id: 6,
    headline: 'नई नाव',
    path: '/city/%E0%A4%A8%E0%A4%88-%E0%A4%A8%E0%A4%BE%E0%A4%B5-6',
    language: 'hi',
    picture: BRIDGE,
  },
]

export const REFERENCED = {
  articles: new Map(TARGETS.map((target) => [target.id, target])),
  pictures: new Map([[BRIDGE.id, BRIDGE]]),
}

/** One element of every type of a body. */
export const EVERY_ELEMENT: Body = [
  {
    type: 'paragraph',
    id: 'e1',
    text: [
      { text: 'Sails ' },
      { text: 'as before', link: { to: 'article', article: 5 }, marks: ['bold', 'italic'] },
      { text: ', says ' },
      { text: 'the board', link: { to: 'web', href: 'https://board.example/?a=1&b=2' } },
      { text: ' <today>', marks: ['code'] },
      { text: ' and no more', link: { to: 'article', article: 99 } },
    ],
  },
  { type: 'heading', id: 'e2', level: 2, text: [{ text: 'What changes' }] },
  { type: 'list', id: 'e3', ordered: false, items: [[{ text: 'Fewer boats' }], [{ text: 'More buses' }]] },
  {
    type: 'list',
    id: 'e4',
    ordered: true,
    start: 4,
    items: [
      [
        { text: '10' },
        { text: '6', marks: ['superscript'] },
        { text: ' t of CO' },
        { text: '2', marks: ['subscript'] },
      ],
    ],
  },
  { type: 'quote', id: 'e5', text: [{ text: 'We waited.' }], attribution: 'Ida Voss' },
  { type: 'pull-quote', id: 'e6', text: 'An hour in the rain' },
  { type: 'image', id: 'e7', media: 1, caption: 'Pier 4' },
  { type: 'gallery', id: 'e8', caption: 'The quay', items: [{ media: 1 }, { media: 1, caption: 'Later' }] },
  {
    type: 'table',
    id: 'e9',
    caption: 'Fares',
    header: [[], [{ text: 'Adults' }]],
    rows: [
      [[{ text: 'Line 4' }], [{ text: '2' }]],
      [[{ text: 'Line 5' }], []],
    ],
  },
  {
    type: 'fact-box',
    id: 'e10',
    title: 'Tides',
    elements: [
      { type: 'paragraph', id: 'e11', text: [{ text: 'High water at noon.' }] },
      { type: 'list', id: 'e12', ordered: false, items: [[{ text: '3.4 m' }]] },
    ],
  },
  { type: 'divider', id: 'e13' },
  {
    type: 'embed',
    id: 'e14',
    provider: 'youtube',
    url: 'https://www.youtube.com/watch?v=aqz-KE-bpKQ',
    title: 'The last run',
  },
  { type: 'also-read', id: 'e15', target: { kind: 'article', article: 5 } },
  { type: 'also-read', id: 'e16', target: { kind: 'external', url: 'https://tides.example/', label: 'Tide tables' } },
  { type: 'related-news', id: 'e17', articles: [5, 6] },
]

export const TRAMS_STORY: FeedStory = {
  id: 42,
  headline: 'Trams & boats: "run" to <harbour>',
  standfirst: 'The first one left at 5.12 & nobody <b>minded</b>.',
  body: EVERY_ELEMENT,
  language: 'en',
  dateline: 'Harbour Pier',
  path: '/city/trams-run-42',
  section: { id: 3, slug: 'city', name: 'City', description: '', parentId: null },
  topics: [
    { id: 1, slug: 'harbour', name: 'Harbour', description: '' },
    { id: 2, slug: 'city-life', name: 'City', description: '' },
  ],
  bylines: [
    { name: 'Mirela Osei', authorSlug: 'mirela-osei' },
    { name: 'A guest', authorSlug: null },
  ],
  leadPicture: BRIDGE,
  corrections: [{ id: 1, note: 'The fare is 2 crowns.', correctedAt: new Date('2026-11-23T12:00:00Z') }],
  createdAt: new Date('2026-11-20T09:00:00Z'),
  publishedAt: new Date('2026-07-23T05:30:00Z'),
  updatedAt: new Date('2026-11-23T12:00:00Z'),
}

export const PLAIN_STORY: FeedStory = {
  ...TRAMS_STORY,
  id: 41,
  headline: 'مواعيد العبّارة',
  standfirst: '',
  language: 'ar',
  path: '/city/41',
  dateline: '',
  topics: [],
  bylines: [],
  leadPicture: null,
  corrections: [],
  updatedAt: null,
  body: [{ type: 'paragraph', id: 'e1', text: [{ text: 'من يوم الإثنين' }] }],
  publishedAt: new Date('2026-07-01T22:45:30Z'),
}

/** A story of the same list that readers had for two days. */
export const WITHDRAWN_STORY: WithdrawnStory = {
  id: 40,
  createdAt: new Date('2026-11-20T10:00:00Z'),
  reason: 'The boats never sailed & the <board> said so.',
  withdrawnAt: new Date('2026-11-22T09:30:00Z'),
}

/** A feed of these stories, newest first. */
export function aFeed(
  stories: FeedStory[] = [TRAMS_STORY, PLAIN_STORY],
  { hubs = ['https://hub.example/'], feedText = 'full' as 'full' | 'summary', withdrawn = [WITHDRAWN_STORY] } = {},
): Feed {
  return feedOf({
    list: { key: 'section-3', name: 'City', description: '', path: '/city' },
    stories,
    withdrawn,
    referenced: REFERENCED,
    hubs,
    siteUrl: SITE_URL,
    settings: { ...SETTINGS, distribution: { ...SETTINGS.distribution, feedText } },
  })
}
