import { describe, expect, it } from 'vitest'
import type { BodyElement } from '@/lib/article/body'
import { checklist } from '@/lib/article/checklist'
import { emptyManuscript, type Manuscript } from '@/lib/article/manuscript'
import { unreadyIn } from '@/lib/article/readiness'

const PARAGRAPH: BodyElement = { type: 'paragraph', id: 'e1', text: [{ text: 'The crane lifted the last girder.' }] }
const READY: Manuscript = {
  ...emptyManuscript('en'),
  headline: 'New crane lifts its last girder',
  slug: 'new-crane',
  sectionId: 2,
  body: [PARAGRAPH],
  bylines: [{ authorId: 1, name: null }],
}

const UNREADY: [what: string, change: Partial<Manuscript>, problem: object][] = [
  ['no headline', { headline: ' ' }, { field: 'headline', message: 'The story has no headline.' }],
  ['no section', { sectionId: null }, { field: 'sectionId', message: 'The story stands in no section. Choose one.' }],
  ['no text', { body: [] }, { field: 'body', message: 'The story has no text yet.' }],
  [
    'an unfinished element',
    { body: [PARAGRAPH, { type: 'list', id: 'e2', ordered: false, items: [] }] },
    { field: 'body', message: 'A list has no items yet. Write one, or delete the list.' },
  ],
]

describe.each(UNREADY)('a story with %s', (_what, change, problem) => {
  const manuscript = { ...READY, ...change }

  it('is not ready for readers', () => {
    expect(unreadyIn(manuscript)).toEqual([problem])
  })

  it('has the same message on the checklist', () => {
    const none = {
      pictures: new Map(),
      targets: new Map(),
      original: null,
      versions: [],
      conflicts: [],
      paper: 'The Observer',
      isAddressFixed: false,
    }
    const { blockers } = checklist({ ...none, self: 7, manuscript, at: new Date(0) })
    expect(blockers.map(({ field = 'body', message }) => ({ field, message }))).toEqual([problem])
  })
})

it('a story that lacks nothing is ready', () => {
  expect(unreadyIn(READY)).toEqual([])
})

it('a story without a byline, or without words in its address, is ready: only the desk requires them', () => {
  expect(unreadyIn({ ...READY, bylines: [] })).toEqual([])
  expect(unreadyIn({ ...READY, slug: '' })).toEqual([])
})
