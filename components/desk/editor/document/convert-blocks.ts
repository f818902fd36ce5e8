import type { Fragment, Node, NodeType, Schema } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import { isNested, numberNested } from './nested-items'

/** The kinds of blocks that hold text and can be converted into each other. */
export type TextBlockKind = 'paragraph' | 'heading' | 'subheading' | 'list' | 'numbered-list' | 'quote' | 'pull-quote'

/**
 * Converts the selected paragraphs, headings, list items and quotes into `kind`, or back into paragraphs when all of them
 * are that already. List items that are not selected stay a list; selection and text stay. False, with nothing changed,
 * where such an element is not allowed, as in a table.
 */
export function convertBlocks(transaction: Transaction, kind: TextBlockKind, toggle = true): boolean {
  if ((kind === 'list' || kind === 'numbered-list') && numberNested(transaction, kind === 'numbered-list')) return true
  const { $from, $to } = transaction.selection
  const depth = $from.depth > 1 && $from.node(1).type.name === 'factBox' ? 1 : 0
  const container = $from.node(depth)
  if ($from.depth <= depth || $to.depth <= depth || $to.node(depth) !== container) return false
  const [first, last] = [$from.index(depth), $to.index(depth)]
  const blocks = container.children.slice(first, last + 1)
  if (blocks.some((block) => !TEXT_BLOCKS.has(block.type.name))) return false
  const target = toggle && blocks.every((block) => textBlockKind(block) === kind) ? 'paragraph' : kind
  const from = $from.posAtIndex(first, depth)
  const to = from + blocks.reduce((size, { nodeSize }) => size + nodeSize, 0)

  const texts: Words[] = []
  const [before, after]: [Node[], Node[]] = [[], []]
  for (const [index, block] of blocks.entries()) {
    for (const [place, part] of (block.inlineContent ? [block] : block.children).entries()) {
      const outside =
        (index === 0 && place < firstItem(depth)) || (index === blocks.length - 1 && place > lastItem(depth))
      if (block.type.name !== 'list' || !outside)
        texts.push({ words: part.content, item: part.type.name === 'listItem' ? part.attrs : null })
      else if (index === 0 && place < firstItem(depth)) before.push(part)
      else after.push(part)
    }
  }
  const { schema } = transaction.doc.type
  const id: unknown = before.length ? null : blocks[0]?.attrs.id
  const nodes = [
    ...(before.length ? [blocks[0]?.type.create(blocks[0].attrs, before)] : []),
    ...nodesOf(schema, target, texts, id),
    ...(after.length ? [blocks.at(-1)?.type.create({ ...blocks.at(-1)?.attrs, id: null, start: null }, after)] : []),
  ].filter((node) => node !== undefined)
  if (!container.canReplaceWith(first, last + 1, nodes[before.length ? 1 : 0]?.type as NodeType)) return false
  const [anchor, head] = [placeIn(transaction.selection.$anchor.pos), placeIn(transaction.selection.$head.pos)]
  transaction.replaceWith(from, to, nodes)
  transaction.setSelection(TextSelection.create(transaction.doc, positionOf(anchor), positionOf(head)))
  return true

  function firstItem(at: number): number {
    return $from.node(at + 1).type.name === 'list' ? $from.index(at + 1) : 0
  }

  function lastItem(at: number): number {
    return $to.node(at + 1).type.name === 'list' ? $to.index(at + 1) : Number.POSITIVE_INFINITY
  }

  /** A position as the index of its text block in the range, and the offset in it. */
  function placeIn(position: number): { block: number; offset: number } {
    let [block, offset] = [-1, 0]
    transaction.doc.nodesBetween(from, to, (node, start) => {
      if (!node.isTextblock) return true
      if (start < position) [block, offset] = [block + 1, position - start - 1]
      return false
    })
    return { block, offset }
  }

  function positionOf({ block, offset }: { block: number; offset: number }): number {
    let [index, found] = [-1, from + 1]
    transaction.doc.nodesBetween(
      from,
      from + nodes.reduce((size, { nodeSize }) => size + nodeSize, 0),
      (node, start) => {
        if (!node.isTextblock) return true
        index += 1
        if (index === block) found = start + 1 + Math.min(offset, node.content.size)
        return false
      },
    )
    return found
  }
}

const TEXT_BLOCKS = new Set(['paragraph', 'heading', 'list', 'quote', 'pullQuote'])

/** The kind of a block, as the toolbar shows it, for an item of a list that of its own list; null for one without text. */
export function textBlockKind(block: Node, item: Node | null = null): TextBlockKind | null {
  if (item && isNested(item)) return item.attrs.numbered ? 'numbered-list' : 'list'
  switch (block.type.name) {
    case 'paragraph':
      return 'paragraph'
    case 'heading':
      return block.attrs.level === 2 ? 'heading' : 'subheading'
    case 'list':
      return block.attrs.ordered ? 'numbered-list' : 'list'
    case 'quote':
      return 'quote'
    case 'pullQuote':
      return 'pull-quote'
    default:
      return null
  }
}

/** The words of a block, and how they stood in a list. */
interface Words {
  words: Fragment
  item: Node['attrs'] | null
}

/** Elements of this kind with these texts. The first keeps the id: for other editors it is the same element, changed. */
function nodesOf(schema: Schema, kind: TextBlockKind, texts: Words[], id: unknown): Node[] {
  const idOf = (index: number) => ({ id: index === 0 ? id : null })
  switch (kind) {
    case 'paragraph':
      return texts.map(({ words }, index) => schema.node('paragraph', idOf(index), words))
    case 'heading':
    case 'subheading':
      return texts.map(({ words }, index) =>
        schema.node('heading', { ...idOf(index), level: kind === 'heading' ? 2 : 3 }, words),
      )
    case 'list':
    case 'numbered-list':
      return [
        schema.node(
          'list',
          { id, ordered: kind === 'numbered-list' },
          texts.map(({ words, item }) => schema.node('listItem', item, words)),
        ),
      ]
    case 'quote':
      return texts.map(({ words }, index) => schema.node('quote', idOf(index), schema.node('quoteWords', null, words)))
    case 'pull-quote':
      return texts.map(({ words }, index) =>
        schema.node('pullQuote', idOf(index), schema.node('pullWords', null, plain(schema, words))),
      )
  }
}

function plain(schema: Schema, text: Fragment): Node[] {
  const words = text.textBetween(0, text.size)
  return words ? [schema.text(words)] : []
}
