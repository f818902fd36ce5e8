import { history, undo } from '@tiptap/pm/history'
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { bodyOf, documentOf } from '@/components/desk/editor/document/body-document'
import { storySchema } from '@/components/desk/editor/document/story-nodes'
import { type Body, plainText } from '@/lib/article/body'
import { endFinding, findingIn, findPlugin, goToMatch, replaceAllMatches, replaceMatch, seek } from './find-plugin'

const schema = storySchema()
const BODY: Body = [
  { type: 'paragraph', id: 'e1', text: [{ text: 'The ' }, { text: 'Dun', marks: ['bold'] }, { text: 'lin sails.' }] },
  { type: 'list', id: 'e2', ordered: false, items: [[{ text: 'the dunlin’s crew' }], [{ text: 'Buses' }]] },
  { type: 'table', id: 'e3', header: [[{ text: 'Boat' }]], rows: [[[{ text: 'Dunlin' }]]] },
]

class Finding {
  state = EditorState.create({ doc: documentOf(schema, BODY), plugins: [findPlugin(), history()] })

  do(change: (state: EditorState) => Transaction): this {
    this.state = this.state.apply(change(this.state))
    return this
  }

  get current(): string {
    const { from, to } = this.state.selection
    return this.state.doc.textBetween(from, to)
  }

  get count(): number | undefined {
    return findingIn(this.state)?.matches.length
  }

  get words(): string {
    return bodyOf(this.state.doc)
      .map((element) => {
        if (element.type === 'paragraph') return plainText(element.text)
        if (element.type === 'list') return element.items.map(plainText).join(' / ')
        return element.type === 'table' ? element.rows.flat().map(plainText).join(' / ') : ''
      })
      .join(' | ')
  }
}

const looking = (words: string, matchesCase = false) => new Finding().do((state) => seek(state, { words, matchesCase }))

describe('finding', () => {
  it('finds words in every kind of block, across marks', () => {
    expect(looking('dunlin').count).toBe(3)
    expect(looking('dunlin', true).count).toBe(1)
    expect(looking('absent').count).toBe(0)
    expect(looking(' ').count).toBe(0)
  })

  it('takes typed and typographic signs for the same', () => {
    expect(looking("dunlin's").count).toBe(1)
  })

  it('goes to any match, in the order of the text', () => {
    const finding = looking('dunlin')
    const seen = [0, 1, 2].map((place) => finding.do((state) => goToMatch(state, place)).state.selection.from)
    expect(seen).toEqual([...new Set(seen)].sort((one, other) => one - other))
  })

  it('begins at the caret', () => {
    const finding = new Finding().do((state) => state.tr.setSelection(TextSelection.create(state.doc, 20)))
    finding.do((state) => seek(state, { words: 'dunlin', matchesCase: false }))
    expect(findingIn(finding.state)?.current).toBe(1)
  })

  it('ends with the match selected', () => {
    const ended = looking('sails').do(endFinding)
    expect(ended.current).toBe('sails')
    expect(findingIn(ended.state)).toBeNull()
  })
})

describe('replacing', () => {
  it('replaces one match and goes to the next', () => {
    const finding = looking('dunlin').do((state) => replaceMatch(state, 'Curlew'))
    expect(finding.words).toBe('The Curlew sails. | the dunlin’s crew / Buses | Dunlin')
    finding.do((state) => replaceMatch(state, 'Curlew'))
    expect(finding.words).toBe('The Curlew sails. | the Curlew’s crew / Buses | Dunlin')
  })

  it('does not find again what it has just put in', () => {
    const finding = looking('dunlin').do((state) => replaceMatch(state, 'Dunlin II'))
    finding.do((state) => replaceMatch(state, 'Dunlin II'))
    expect(finding.words).toBe('The Dunlin II sails. | the Dunlin II’s crew / Buses | Dunlin')
  })

  it('replaces all, and one undo takes that back', () => {
    const finding = looking('dunlin').do((state) => replaceAllMatches(state, 'Curlew'))
    expect(finding.words).toBe('The Curlew sails. | the Curlew’s crew / Buses | Curlew')
    expect(finding.count).toBe(0)
    undo(finding.state, (transaction) => finding.do(() => transaction))
    expect(finding.words).toBe('The Dunlin sails. | the dunlin’s crew / Buses | Dunlin')
  })

  it('takes words out where nothing is put in', () => {
    expect(looking(' sails').do((state) => replaceAllMatches(state, '')).words).toContain('The Dunlin.')
  })
})

describe('captions', () => {
  const PICTURES: Body = [
    { type: 'image', id: 'i1', media: 1, caption: 'The Dunlin, built as Dunlin', credit: 'Dunlin Trust' },
    { type: 'gallery', id: 'g1', items: [{ media: 2 }, { media: 3, caption: 'Dunlin at sea' }], caption: 'Two boats' },
    {
      type: 'table',
      id: 't1',
      caption: 'Trips of the Dunlin',
      header: [[{ text: 'Day' }]],
      rows: [[[{ text: 'Mon' }]]],
    },
    { type: 'embed', id: 'v1', provider: 'youtube', url: 'https://www.youtube.com/watch?v=abc', title: 'Dunlin sails' },
    { type: 'paragraph', id: 'p1', text: [{ text: 'The Dunlin sails.' }] },
  ]
  const seeking = () => {
    const finding = new Finding()
    finding.state = EditorState.create({ doc: documentOf(schema, PICTURES), plugins: [findPlugin(), history()] })
    return finding.do((state) => seek(state, { words: 'dunlin', matchesCase: false }))
  }
  const body = ({ state }: Finding) => bodyOf(state.doc)

  it('are looked through like the text, in the order of the story', () => {
    const matches = findingIn(seeking().state)?.matches ?? []
    expect(matches.map(({ inField }) => inField && [inField.attribute, inField.item, inField.at])).toEqual([
      ...[
        ['caption', null, 4],
        ['caption', null, 21],
        ['credit', null, 0],
      ],
      ...[
        ['items', 1, 0],
        ['caption', null, 13],
        ['title', null, 0],
      ],
      undefined,
    ])
  })

  it('get other words one by one, and what was just put in is not found again', () => {
    const finding = seeking()
    for (let time = 0; time < 4; time++) finding.do((state) => replaceMatch(state, 'Dunlin II'))
    expect(body(finding)).toMatchObject([
      { caption: 'The Dunlin II, built as Dunlin II', credit: 'Dunlin II Trust' },
      { items: [{ media: 2 }, { media: 3, caption: 'Dunlin II at sea' }] },
      { caption: 'Trips of the Dunlin' },
      ...[{}, {}],
    ])
  })

  it('get them everywhere as one change; a caption of which nothing is left is none', () => {
    const finding = seeking().do((state) => replaceAllMatches(state, ''))
    expect(body(finding)).toMatchObject([
      { caption: 'The , built as ', credit: ' Trust' },
      { items: [{ media: 2 }, { media: 3, caption: ' at sea' }], caption: 'Two boats' },
      { caption: 'Trips of the ' },
      { title: ' sails' },
      { text: [{ text: 'The  sails.' }] },
    ])
    undo(finding.state, (transaction) => finding.do(() => transaction))
    expect(body(finding)).toEqual(PICTURES)
    finding.do((state) => seek(state, { words: 'Two boats', matchesCase: true }))
    finding.do((state) => replaceAllMatches(state, ''))
    expect(body(finding)[1]).not.toHaveProperty('caption')
  })

  it('leave no element selected when the search ends, which typing would overwrite', () => {
    const ended = seeking()
      .do((state) => goToMatch(state, 0))
      .do(endFinding)
    expect(ended.state.selection.toJSON()).toMatchObject({ type: 'text' })
  })
})
