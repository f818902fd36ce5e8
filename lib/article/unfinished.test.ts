import { describe, expect, it } from 'vitest'
import { type Body, type BodyElement, bodySchema, draftBodySchema } from '@/lib/article/body'
import { unfinishedIn } from '@/lib/article/unfinished'

const words = [{ text: 'Low water at noon' }]
const paragraph = { type: 'paragraph', id: 'inner', text: words } as const

const UNFINISHED: [string, BodyElement, words: string][] = [
  ['a list without items', { type: 'list', id: 'e1', ordered: true, items: [] }, 'list'],
  ['a pull quote without words', { type: 'pull-quote', id: 'e1', text: '' }, 'pull quote'],
  ['a gallery of one', { type: 'gallery', id: 'e1', items: [{ media: 1 }] }, 'gallery'],
  ['a table without columns', { type: 'table', id: 'e1', header: [], rows: [[]] }, 'table'],
  ['a table without rows', { type: 'table', id: 'e1', header: [words], rows: [] }, 'table'],
  ['a fact box without title', { type: 'fact-box', id: 'e1', title: '', elements: [paragraph] }, 'fact box'],
  ['a fact box that holds nothing', { type: 'fact-box', id: 'e1', title: 'Tides', elements: [] }, 'fact box'],
  [
    'an embed without title',
    { type: 'embed', id: 'e1', provider: 'vimeo', url: 'https://vimeo.com/1', title: '' },
    'embed',
  ],
  [
    'a link elsewhere without label',
    { type: 'also-read', id: 'e1', target: { kind: 'external', url: 'https://tides.example/', label: '' } },
    'Also read',
  ],
  ['related news of one', { type: 'related-news', id: 'e1', articles: [4] }, 'Related news'],
]

const FINISHED: BodyElement[] = [
  { type: 'paragraph', id: 'e1', text: [] },
  { type: 'heading', id: 'e2', level: 2, text: [] },
  { type: 'quote', id: 'e3', text: [] },
  { type: 'divider', id: 'e4' },
  { type: 'image', id: 'e5', media: 1 },
  { type: 'list', id: 'e6', ordered: false, items: [words] },
  { type: 'table', id: 'e7', header: [words], rows: [[words]] },
  { type: 'gallery', id: 'e8', items: [{ media: 1 }, { media: 2 }] },
  { type: 'fact-box', id: 'e9', title: 'Tides', elements: [paragraph] },
  { type: 'related-news', id: 'e10', articles: [4, 5] },
]

describe.each(UNFINISHED)('%s', (_what, element, name) => {
  it('may be saved and may not be published', () => {
    expect(draftBodySchema.safeParse([element]).success).toBe(true)
    expect(bodySchema.safeParse([element]).success).toBe(false)
  })

  it('has a message that says what to do', () => {
    const found = unfinishedIn([element])
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({
      elementId: 'e1',
      message: expect.stringMatching(new RegExp(`^An? ${name} |^${name} `)),
    })
  })
})

it('related news names two to four stories before it may be published', () => {
  const taken = [1, 2, 3, 4, 5].filter((count) => {
    const articles = Array.from({ length: count }, (_, place) => place + 1)
    return bodySchema.safeParse([{ type: 'related-news', id: 'e1', articles }]).success
  })
  expect(taken).toEqual([2, 3, 4])
})

it('finds nothing in a body that may be published', () => {
  const body: Body = FINISHED
  expect(bodySchema.safeParse(body).success).toBe(true)
  expect(unfinishedIn(body)).toEqual([])
})
