import { history, undo } from '@tiptap/pm/history'
import { Node } from '@tiptap/pm/model'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyBody } from '@/components/desk/editor/document/apply-body'
import { bodyOf, documentOf } from '@/components/desk/editor/document/body-document'
import { elementIdsPlugin } from '@/components/desk/editor/document/element-ids'
import { storySchema } from '@/components/desk/editor/document/story-nodes'
import type { Body, BodyElement } from '@/lib/article/body'
import { same } from '@/lib/merging/same'
import { anyBody } from '@/lib/testing/arbitrary-body'
import { propertyRuns } from '@/lib/testing/property-runs'

const schema = storySchema()
const paragraph = (id: string, words: string): BodyElement => ({ type: 'paragraph', id, text: [{ text: words }] })
const ferry: Body = [
  paragraph('e1', 'The ferry sails.'),
  paragraph('e2', 'The bus does not.'),
  paragraph('e3', 'The train may.'),
]

function stateOf(body: Body, caret?: number): EditorState {
  const doc = documentOf(schema, body)
  return EditorState.create({
    doc,
    plugins: [elementIdsPlugin(), history()],
    ...(caret && { selection: TextSelection.create(doc, caret) }),
  })
}

function taken(state: EditorState, body: Body): EditorState {
  const transaction = applyBody(state, body)
  return transaction ? state.apply(transaction) : state
}

/** The body a document shows, with nothing remembered of the spans it was made from. */
function readAnew(doc: Node): Body {
  return bodyOf(Node.fromJSON(schema, doc.toJSON()))
}

/** The words before and behind the caret. */
function around({ selection: { $head } }: EditorState): [string, string] {
  const words = $head.parent.textContent
  return [words.slice(0, $head.parentOffset), words.slice($head.parentOffset)]
}

describe('taking over what others changed', () => {
  it('shows the other body, whatever both are', () => {
    fc.assert(
      fc.property(anyBody, anyBody, fc.func(fc.nat()), (before, drawn, order) => {
        const after = drawn.toSorted((one, other) => order(one.id) - order(other.id))
        expect(same(readAnew(taken(stateOf(before), after).doc), readAnew(documentOf(schema, after)))).toBe(true)
      }),
      { numRuns: propertyRuns(300) },
    )
  })

  it('touches nothing when nothing differs', () => {
    expect(applyBody(stateOf(ferry), structuredClone(ferry))).toBeNull()
  })

  it('leaves the nodes of untouched elements alone', () => {
    const state = stateOf(ferry)
    const after = taken(state, [paragraph('e1', 'The ferry sinks.'), ...ferry.slice(1)])
    expect(after.doc.child(1)).toBe(state.doc.child(1))
    expect(after.doc.child(2)).toBe(state.doc.child(2))
  })

  it('keeps the caret when words before it in the same element change', () => {
    const state = stateOf(ferry, 11)
    expect(around(state)).toEqual(['The ferry ', 'sails.'])
    expect(around(taken(state, [paragraph('e1', 'The old ferry sails.'), ...ferry.slice(1)]))).toEqual([
      'The old ferry ',
      'sails.',
    ])
  })

  it('keeps the caret when an element comes in above', () => {
    expect(around(taken(stateOf(ferry, 11), [paragraph('e9', 'News.'), ...ferry]))).toEqual(['The ferry ', 'sails.'])
  })

  it('keeps the caret in an element that moves', () => {
    const moved = taken(stateOf(ferry, 11), [...ferry.slice(1), ...ferry.slice(0, 1)])
    expect(bodyOf(moved.doc).map(({ id }) => id)).toEqual(['e2', 'e3', 'e1'])
    expect(around(moved)).toEqual(['The ferry ', 'sails.'])
  })

  it('cannot be undone, while what was typed before still can', () => {
    const typed = stateOf(ferry).apply(stateOf(ferry).tr.insertText('Today: ', 1))
    let state = taken(typed, [...bodyOf(typed.doc), paragraph('e4', 'Walk.')])
    undo(state, (transaction) => {
      state = state.apply(transaction)
    })
    expect(bodyOf(state.doc)).toEqual([...ferry, paragraph('e4', 'Walk.')])
  })

  it('leaves room to write when every element is gone', () => {
    const emptied = taken(stateOf(ferry), [])
    expect(bodyOf(emptied.doc)).toEqual([])
    expect(emptied.doc.childCount).toBe(1)
  })
})
