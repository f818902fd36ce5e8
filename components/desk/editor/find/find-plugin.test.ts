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

  it('goes from match to match, and from the last to the first', () => {
    const finding = looking('dunlin')
    const seen = [1, 1, 1, 1].map((step) => finding.do((state) => goToMatch(state, step as 1)).state.selection.from)
    expect(new Set(seen).size).toBe(3)
    expect(seen[3]).toBe(seen[0])
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
