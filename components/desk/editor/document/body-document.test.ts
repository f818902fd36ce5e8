import { Node } from '@tiptap/pm/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyOf, documentOf } from '@/components/desk/editor/document/body-document'
import { storySchema } from '@/components/desk/editor/document/story-nodes'
import { type Body, draftBodySchema, type Text } from '@/lib/article/body'
import { anyBody } from '@/lib/testing/arbitrary-body'
import { propertyRuns } from '@/lib/testing/property-runs'

const schema = storySchema()

/** The same document as other nodes, of which nothing is remembered. */
const anew = (document: Node) => Node.fromJSON(schema, JSON.parse(JSON.stringify(document.toJSON())))

describe('a body in the editor', () => {
  it('comes back as it was, except that neighbours with the same marks are joined', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        expect(bodyOf(anew(documentOf(schema, body)))).toEqual(merged(body))
      }),
      { numRuns: propertyRuns(300) },
    )
  })

  it('is a document that the schema allows, and a body that may be saved', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const document = documentOf(schema, body)
        document.check()
        expect(draftBodySchema.safeParse(bodyOf(anew(document))).success).toBe(true)
      }),
      { numRuns: propertyRuns(200) },
    )
  })

  it('keeps an untouched element as the very same object', () => {
    const body: Body = [
      { type: 'paragraph', id: 'e1', text: [{ text: 'The ferry sails.', marks: ['italic', 'bold'] }] },
    ]
    expect(bodyOf(documentOf(schema, body))[0]).toBe(body[0])
  })

  it('without elements has room to write, and is still without elements', () => {
    const document = documentOf(schema, [])
    expect(document.childCount).toBe(1)
    expect(document.firstChild?.type.name).toBe('paragraph')
    expect(bodyOf(document)).toEqual([])
  })

  it('has room to write behind a block that ends it', () => {
    const document = documentOf(schema, [{ type: 'divider', id: 'e1' }])
    expect(document.childCount).toBe(2)
    expect(bodyOf(document)).toEqual([{ type: 'divider', id: 'e1' }])
  })

  it('keeps an empty paragraph that somebody left in it', () => {
    const body: Body = [{ type: 'paragraph', id: 'e1', text: [] }]
    expect(bodyOf(anew(documentOf(schema, body)))).toEqual(body)
  })
})

function merged<T>(value: T): T {
  if (!Array.isArray(value)) {
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, merged(inner)])) as T
  }
  if (!value.every((part) => typeof part === 'object' && part !== null && 'text' in part && !('type' in part))) {
    return value.map(merged) as T
  }
  const spans: Text = []
  for (const span of value as Text) {
    const { text: _, ...marks } = span
    const { text: __, ...before } = spans.at(-1) ?? { text: '', none: true }
    const last = spans.at(-1)
    if (last && JSON.stringify(marks) === JSON.stringify(before)) last.text += span.text
    else spans.push({ ...span })
  }
  return spans as T
}

it('only tables and their parts have the roles that table commands look for', () => {
  const roles = Object.entries(schema.nodes).flatMap(([name, { spec }]) =>
    spec.tableRole ? [[name, spec.tableRole]] : [],
  )
  expect(Object.fromEntries(roles)).toEqual({
    table: 'table',
    tableRow: 'row',
    tableCell: 'cell',
    tableHeader: 'header_cell',
  })
})
