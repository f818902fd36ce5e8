import { splitBlock } from '@tiptap/pm/commands'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { bodyOf, documentOf } from '@/components/desk/editor/document/body-document'
import { elementIdsPlugin, newElementId, positionOf } from '@/components/desk/editor/document/element-ids'
import { storySchema } from '@/components/desk/editor/document/story-nodes'
import type { Body } from '@/lib/article/body'

const schema = storySchema()
const ferry: Body = [
  { type: 'paragraph', id: 'e1', text: [{ text: 'The ferry sails.' }] },
  { type: 'paragraph', id: 'e2', text: [{ text: 'The bus does not.' }] },
]

function stateOf(body: Body, caret = 1): EditorState {
  const doc = documentOf(schema, body)
  return EditorState.create({ doc, plugins: [elementIdsPlugin()], selection: TextSelection.create(doc, caret) })
}

function ids(state: EditorState): string[] {
  return bodyOf(state.doc).map(({ id }) => id)
}

describe('the id of an element', () => {
  it('is e and ten small letters or digits', () => {
    const made = Array.from({ length: 500 }, newElementId)
    for (const id of made) expect(id).toMatch(/^e[a-z0-9]{10}$/)
    expect(new Set(made).size).toBe(500)
  })

  it('stays with the first half of a paragraph that is split; the second gets a new one', () => {
    let state = stateOf(ferry, 5)
    splitBlock(state, (transaction) => {
      state = state.apply(transaction)
    })
    expect(ids(state)).toEqual(['e1', expect.stringMatching(/^e[a-z0-9]{10}$/), 'e2'])
  })

  it('goes with the words when a paragraph is split at its start', () => {
    let state = stateOf(ferry, 1)
    splitBlock(state, (transaction) => {
      state = state.apply(transaction)
    })
    expect(ids(state)).toEqual([expect.stringMatching(/^e[a-z0-9]{10}$/), 'e1', 'e2'])
    expect(bodyOf(state.doc)[1]).toEqual(ferry[0])
  })

  it('stays with the original when a copy is pasted above it', () => {
    const state = stateOf(ferry)
    const copied = state.apply(state.tr.insert(0, state.doc.child(1)))
    expect(ids(copied).slice(1)).toEqual(['e1', 'e2'])
    expect(ids(copied)[0]).not.toBe('e2')
  })

  it('survives being cut and pasted elsewhere', () => {
    const state = stateOf(ferry)
    const bus = state.doc.child(1)
    const cut = state.apply(state.tr.delete(18, 18 + bus.nodeSize))
    expect(ids(cut.apply(cut.tr.insert(0, bus)))).toEqual(['e2', 'e1'])
  })

  it('is given to the empty paragraph at the end once somebody types in it', () => {
    const state = stateOf([{ type: 'divider', id: 'e1' }])
    expect(ids(state)).toEqual(['e1'])
    expect(ids(state.apply(state.tr.insertText('Next', 2)))).toEqual(['e1', expect.stringMatching(/^e[a-z0-9]{10}$/)])
  })

  it('is its own inside a fact box as well', () => {
    const state = stateOf([
      {
        type: 'fact-box',
        id: 'e1',
        title: 'The ferry',
        elements: [{ type: 'paragraph', id: 'e2', text: [{ text: 'Built in 1961.' }] }],
      },
    ])
    const at = positionOf(state.doc, 'e2') ?? 0
    const part = state.doc.nodeAt(at)
    if (!part) throw new Error('the fact box has lost its paragraph')
    const box = bodyOf(state.apply(state.tr.insert(at + part.nodeSize, part)).doc)[0]
    if (box?.type !== 'fact-box') throw new Error('the fact box is gone')
    expect(box.elements[0]?.id).toBe('e2')
    expect(box.elements[1]?.id).not.toBe('e2')
  })

  it('leaves room to write when the last paragraph is turned into a block', () => {
    const state = stateOf(ferry)
    const ended = state.apply(state.tr.insert(state.doc.content.size, schema.node('divider')))
    expect(ended.doc.lastChild?.type.name).toBe('paragraph')
    expect(ids(ended)).toHaveLength(3)
  })
})
