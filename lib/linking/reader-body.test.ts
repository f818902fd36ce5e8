import { describe, expect, it } from 'vitest'
import type { BodyElement } from '@/lib/article/body'
import { type ReaderElement, readerBody } from '@/lib/linking/reader-body'

const bridge = {
  id: 1,
  alt: 'The bridge',
  caption: '',
  credit: '',
  widthPx: 1600,
  heightPx: 900,
  files: [],
  rights: { creator: '', copyright: '', licenceUrl: '', acquireUrl: '' },
  focus: { x: 0.5, y: 0.5 },
  original: 'bridge.jpg',
}
const referenced = { articles: new Map(), pictures: new Map([[1, bridge]]) }
const words = [{ text: 'Low water at noon' }]
const blank = [{ text: ' \n' }]
const paragraph = { type: 'paragraph', id: 'inner', text: words } as const

function shown(element: BodyElement): ReaderElement[] {
  return readerBody([element], 7, referenced)
}

const UNFINISHED: [string, BodyElement][] = [
  ['a paragraph without text', { type: 'paragraph', id: 'e1', text: [] }],
  ['a paragraph of spaces', { type: 'paragraph', id: 'e1', text: blank }],
  ['a heading without words', { type: 'heading', id: 'e1', level: 2, text: blank }],
  ['a list without items', { type: 'list', id: 'e1', ordered: false, items: [] }],
  ['a list of empty items', { type: 'list', id: 'e1', ordered: false, items: [[], blank] }],
  ['a quote of nobody’s words', { type: 'quote', id: 'e1', text: [], attribution: 'Mara Quill' }],
  ['a pull quote without words', { type: 'pull-quote', id: 'e1', text: ' ' }],
  ['a gallery without pictures', { type: 'gallery', id: 'e1', caption: 'The quay', items: [] }],
  ['a table without rows', { type: 'table', id: 'e1', header: [words], rows: [] }],
  ['a table of empty cells', { type: 'table', id: 'e1', header: [[]], rows: [[blank]] }],
  ['a fact box without title', { type: 'fact-box', id: 'e1', title: '', elements: [paragraph] }],
  [
    'a fact box of empty paragraphs',
    { type: 'fact-box', id: 'e1', title: 'Tides', elements: [{ ...paragraph, text: blank }] },
  ],
  ['an embed without title', { type: 'embed', id: 'e1', provider: 'vimeo', url: 'https://vimeo.com/1', title: ' ' }],
  [
    'a link elsewhere without label',
    { type: 'also-read', id: 'e1', target: { kind: 'external', url: 'https://tides.example/', label: '' } },
  ],
  ['related news without stories', { type: 'related-news', id: 'e1', articles: [] }],
]

describe('readers see nothing of', () => {
  it.each(UNFINISHED)('%s', (_what, element) => {
    expect(shown(element)).toEqual([])
  })
})

it('a link to a live entry or to the corrections of a story keeps that place, also when the story moves', () => {
  const ferry = { id: 5, headline: 'Ferry day', language: 'en', path: '/city/ferry-day-5', picture: null }
  const targets = { articles: new Map([[5, ferry]]), pictures: new Map() }
  const linked = (anchor?: string) => ({ to: 'article' as const, article: 5, ...(anchor && { anchor }) })
  const body: BodyElement[] = [
    { type: 'paragraph', id: 'e1', text: [{ text: 'at nine', link: linked('gale-warning') }] },
    { type: 'paragraph', id: 'e2', text: [{ text: 'was wrong', link: linked('corrections') }] },
    { type: 'paragraph', id: 'e3', text: [{ text: 'the ferry', link: linked() }] },
    { type: 'also-read', id: 'e4', target: { kind: 'article', article: 5, anchor: 'gale-warning' } },
  ]
  expect(readerBody(body, 7, targets)).toMatchObject([
    { text: [{ href: '/city/ferry-day-5#gale-warning' }] },
    { text: [{ href: '/city/ferry-day-5#corrections' }] },
    { text: [{ href: '/city/ferry-day-5' }] },
    { target: { id: 5, path: '/city/ferry-day-5#gale-warning' } },
  ])
})

it('an embed is of the provider that its address is of, and of nobody’s it is a link', () => {
  const embed = { type: 'embed', id: 'e1', provider: 'youtube', title: 'The last run' } as const
  expect(shown({ ...embed, url: 'https://vimeo.com/1084537' })).toMatchObject([{ type: 'embed', provider: 'vimeo' }])
  expect(shown({ ...embed, url: 'https://example.org/film' })).toEqual([
    {
      type: 'paragraph',
      id: 'e1',
      text: [{ text: 'The last run', marks: [], href: 'https://example.org/film', external: true }],
    },
  ])
})

it('the empty items of a list and the empty rows of a table are left out, the others stay', () => {
  expect(shown({ type: 'list', id: 'e1', ordered: true, items: [[], words, blank] })).toMatchObject([
    { items: [[{ text: 'Low water at noon' }]] },
  ])
  const nesting = [null, { depth: 1, ordered: false }, { depth: 1, ordered: true }]
  expect(shown({ type: 'list', id: 'e1', ordered: true, items: [words, blank, words], nesting })).toMatchObject([
    { items: [[{ text: 'Low water at noon' }], [{}]], nesting: [null, { depth: 1, ordered: true }] },
  ])
  const rows = [
    [[], blank],
    [words, []],
  ]
  expect(shown({ type: 'table', id: 'e1', header: [words, []], rows })).toMatchObject([
    { rows: [[[{ text: 'Low water at noon' }], []]] },
  ])
})

it('the empty paragraph of a fact box is left out, the others stay', () => {
  const elements = [{ ...paragraph, id: 'empty', text: [] }, paragraph]
  expect(shown({ type: 'fact-box', id: 'e1', title: 'Tides', elements })).toMatchObject([
    { elements: [{ id: 'inner' }] },
  ])
})

it('a divider is shown although it has no words', () => {
  expect(shown({ type: 'divider', id: 'e1' })).toEqual([{ type: 'divider', id: 'e1' }])
})

it('related news has pictures only when every story that is left has one', () => {
  const story = (id: number, picture: typeof bridge | null) =>
    [id, { id, headline: `Ferry day ${id}`, language: 'en', path: `/city/ferry-day-${id}`, picture }] as const
  const articles = new Map([story(5, bridge), story(6, bridge), story(8, null)])
  const illustrated = (...ids: number[]) =>
    readerBody([{ type: 'related-news', id: 'e1', articles: ids }], 7, { articles, pictures: new Map() })
  expect(illustrated(5, 6, 99)).toMatchObject([{ illustrated: true }])
  expect(illustrated(5, 8)).toMatchObject([{ illustrated: false }])
})
