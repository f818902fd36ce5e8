import { expect, test } from 'vitest'
import type { Body } from '@/lib/article/body'
import { readerBody } from '@/lib/linking/reader-body'
import { listsLinked, references } from '@/lib/linking/references'

const BODY: Body = [
  {
    type: 'paragraph',
    id: 'e1',
    text: [
      { text: 'Harbour', link: { to: 'list', list: 'topic', id: 3 } },
      { text: ' and ' },
      { text: 'City', link: { to: 'list', list: 'section', id: 1 } },
    ],
  },
  { type: 'list', id: 'e2', ordered: false, items: [[{ text: 'more', link: { to: 'list', list: 'topic', id: 3 } }]] },
]

test('a link to a list leads to its present path, and without the list its words stay', () => {
  const lists = new Map([['topic 3', '/topics/port']])
  const [shown] = readerBody(BODY, 7, { articles: new Map(), pictures: new Map(), lists })
  expect(shown).toMatchObject({
    text: [{ text: 'Harbour', href: '/topics/port', external: false }, { text: ' and ' }, { text: 'City', href: null }],
  })
})

test('the lists that a body leads to are named once, and are no stories', () => {
  expect(listsLinked(BODY)).toEqual([
    { list: 'topic', id: 3 },
    { list: 'section', id: 1 },
  ])
  expect(references(BODY)).toEqual([])
})
