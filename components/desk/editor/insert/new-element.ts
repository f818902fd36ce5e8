import type { Node, Schema } from '@tiptap/pm/model'

/** An empty element to write in; null for kinds that need a choice first, such as an image. */
export function newElement(schema: Schema, kind: string, now: number): Node | null {
  switch (kind) {
    case 'live-entry':
      // Readers see the time in minutes.
      return schema.node('heading', { level: 2, at: now - (now % 60_000) })
    case 'divider':
      return schema.node('divider')
    case 'fact-box':
      return schema.node('factBox', null, [schema.node('factTitle'), schema.node('paragraph')])
    case 'table':
      return schema.node('table', null, [
        row(schema, 'tableHeader'),
        row(schema, 'tableCell'),
        row(schema, 'tableCell'),
      ])
    default:
      return null
  }
}

const NEW_TABLE_COLUMNS = 3

function row(schema: Schema, cell: string): Node {
  return schema.node(
    'tableRow',
    null,
    Array.from({ length: NEW_TABLE_COLUMNS }, () => schema.node(cell)),
  )
}
