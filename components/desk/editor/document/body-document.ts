import { Fragment, Mark, type Node, type Schema } from '@tiptap/pm/model'
import { ownLink } from '@/components/desk/editor/document/marks/link'
import {
  type Body,
  type BodyElement,
  type ElementOf,
  type NestedItem,
  SPAN_MARKS,
  type Span,
  type Text,
} from '@/lib/article/body'
import { nestingOf } from '@/lib/article/list-tree'

/*
 * Converts a body into a ProseMirror document and back, without loss. Nodes are immutable, so the element of each node is
 * cached: after a key press in a long story one paragraph is converted, and an unchanged element is the same object.
 */
const elements = new WeakMap<Node, BodyElement>()

/** The document of a body. An empty body gets an empty paragraph to write in, which is not part of the body yet. */
export function documentOf(schema: Schema, body: Body): Node {
  const nodes = body.map((element) => nodeOf(schema, element))
  return schema.topNodeType.create(null, isWritable(nodes.at(-1)) ? nodes : [...nodes, blank(schema)])
}

/** The body of a document, without the empty paragraph at its end that is there to write in. */
export function bodyOf(document: Node): Body {
  const body: Body = []
  document.forEach((node) => {
    if (node.attrs.id !== null) body.push(elementOf(node))
  })
  return body
}

/** Whether the last node is text to write in, so that no empty paragraph is needed after it. */
export function isWritable(last: Node | null | undefined): boolean {
  return last?.type.name === 'paragraph' || last?.type.name === 'heading' || last?.type.name === 'list'
}

/** A paragraph that belongs to the body as soon as somebody types in it. */
export function blank(schema: Schema): Node {
  return schema.node('paragraph')
}

export function isBlank(node: Node | null): boolean {
  return node?.type.name === 'paragraph' && node.attrs.id === null && node.content.size === 0
}

/** The node of one element. */
export function nodeOf(schema: Schema, element: BodyElement): Node {
  const node = made(schema, element)
  elements.set(node, element)
  return node
}

function made(schema: Schema, element: BodyElement): Node {
  const { id } = element
  switch (element.type) {
    case 'paragraph':
      return schema.node('paragraph', { id }, inline(schema, element.text))
    case 'heading':
      return schema.node('heading', { id, level: element.level, at: element.at ?? null }, inline(schema, element.text))
    case 'list':
      return schema.node(
        'list',
        { id, ordered: element.ordered, start: element.start ?? null },
        element.items.map((item, place) =>
          schema.node('listItem', itemAttrs(element.nesting?.[place] ?? null), inline(schema, item)),
        ),
      )
    case 'quote':
      return schema.node('quote', { id }, [
        schema.node('quoteWords', null, inline(schema, element.text)),
        ...saidBy(schema, 'attribution', element.attribution),
      ])
    case 'pull-quote':
      return schema.node('pullQuote', { id }, [
        schema.node('pullWords', null, plain(schema, element.text)),
        ...saidBy(schema, 'pullAttribution', element.attribution),
      ])
    case 'table':
      return schema.node('table', { id, caption: element.caption ?? null }, [
        row(schema, 'tableHeader', element.header),
        ...element.rows.map((cells) => row(schema, 'tableCell', cells)),
      ])
    case 'fact-box':
      return schema.node('factBox', { id }, [
        schema.node('factTitle', null, plain(schema, element.title)),
        ...element.elements.map((part) => nodeOf(schema, part)),
      ])
    case 'divider':
      return schema.node('divider', { id })
    case 'image':
      return schema.node('image', element)
    case 'gallery':
      return schema.node('gallery', element)
    case 'embed':
      return schema.node('embed', element)
    case 'also-read':
      return schema.node('alsoRead', element)
    case 'related-news':
      return schema.node('relatedNews', element)
  }
}

function itemAttrs(nested: NestedItem | null): Record<string, unknown> | null {
  return nested && { depth: nested.depth, numbered: nested.ordered, start: nested.start ?? null }
}

/** How an item stands in the lists within its list, by the attributes of its node; null at the first level. */
export function nestedOf({ depth, numbered, start }: Record<string, unknown>): NestedItem | null {
  if (typeof depth !== 'number' || depth < 1) return null
  if (numbered !== true) return { depth, ordered: false }
  return { depth, ordered: true, ...(typeof start === 'number' && start !== 1 && { start }) }
}

function saidBy(schema: Schema, name: string, words: string | undefined): Node[] {
  return words === undefined ? [] : [schema.node(name, null, plain(schema, words))]
}

function row(schema: Schema, cell: string, texts: Text[]): Node {
  return schema.node(
    'tableRow',
    null,
    texts.map((text) => schema.node(cell, null, inline(schema, text))),
  )
}

function plain(schema: Schema, words: string): Node[] {
  return words ? [schema.text(words)] : []
}

/** A text as inline content; neighbours with the same marks are joined. */
export function inline(schema: Schema, text: Text): Fragment {
  return Fragment.from(text.map((span) => schema.text(span.text, marksOf(schema, span))))
}

function marksOf(schema: Schema, { marks = [], link }: Span): readonly Mark[] {
  return Mark.setFrom([...marks.map((name) => schema.mark(name)), ...(link ? [schema.mark('link', link)] : [])])
}

/** The element of a node with an id; the same object for the same node. */
export function elementOf(node: Node): BodyElement {
  const known = elements.get(node)
  if (known) return known
  const element = read(node)
  elements.set(node, element)
  return element
}

function read(node: Node): BodyElement {
  const id: string = node.attrs.id
  switch (node.type.name) {
    case 'paragraph':
      return { type: 'paragraph', id, text: textOf(node) }
    case 'heading':
      return { type: 'heading', id, level: node.attrs.level, text: textOf(node), ...heldAt(node.attrs.at) }
    case 'list':
      return {
        type: 'list',
        id,
        ordered: node.attrs.ordered,
        ...present({ start: node.attrs.start }),
        items: children(node).map(textOf),
        ...nestingOf(children(node).map(({ attrs }) => nestedOf(attrs))),
      }
    case 'quote':
      return { type: 'quote', id, text: textOf(node.child(0)), ...attributed(node) }
    case 'pullQuote':
      return { type: 'pull-quote', id, text: node.child(0).textContent, ...attributed(node) }
    case 'table': {
      const [header = [], ...rows] = children(node).map((line) => children(line).map(textOf))
      return { type: 'table', id, ...present({ caption: node.attrs.caption }), header, rows }
    }
    case 'factBox': {
      const [title, ...parts] = children(node)
      return {
        type: 'fact-box',
        id,
        title: title?.textContent ?? '',
        elements: parts.map(elementOf).filter((part) => part.type === 'paragraph' || part.type === 'list'),
      }
    }
    case 'divider':
      return { type: 'divider', id }
    case 'image':
      return { type: 'image', ...(present(node.attrs) as Omit<ElementOf<'image'>, 'type'>) }
    case 'gallery':
      return { type: 'gallery', ...(present(node.attrs) as Omit<ElementOf<'gallery'>, 'type'>) }
    case 'embed':
      return { type: 'embed', ...(present(node.attrs) as Omit<ElementOf<'embed'>, 'type'>) }
    case 'alsoRead':
      return { type: 'also-read', ...(present(node.attrs) as Omit<ElementOf<'also-read'>, 'type'>) }
    case 'relatedNews':
      return { type: 'related-news', ...(present(node.attrs) as Omit<ElementOf<'related-news'>, 'type'>) }
  }
  throw new Error(`the document holds "${node.type.name}", which is no element of a body`)
}

function heldAt(at: number | null): { at?: number } {
  return at === null ? {} : { at }
}

function attributed(node: Node): { attribution?: string } {
  return node.childCount > 1 ? { attribution: node.child(1).textContent } : {}
}

/** Null attributes are fields that the element does not have. */
function present(attributes: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null))
}

/** The words of a block with their classNames. */
export function textOf(block: Node): Text {
  return children(block).map((leaf) => {
    const marks = SPAN_MARKS.filter((name) => leaf.marks.some((mark) => mark.type.name === name))
    const link = leaf.marks.find((mark) => mark.type.name === 'link')
    return {
      text: leaf.text ?? '',
      ...(marks.length && { marks }),
      ...(link && { link: linkOf(link) }),
    }
  })
}

function linkOf({ attrs }: Mark): NonNullable<Span['link']> {
  switch (attrs.to) {
    case 'article':
      return ownLink(attrs.article, attrs.anchor)
    case 'list':
      return { to: 'list', list: attrs.list, id: attrs.id }
    default:
      return { to: 'web', href: attrs.href }
  }
}

function children(node: Node): Node[] {
  return [...node.children]
}
