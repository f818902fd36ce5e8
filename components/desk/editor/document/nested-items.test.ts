import { splitBlock } from '@tiptap/pm/commands'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { backspace, enter } from '@/components/desk/editor/keyboard/keymap'
import type { Body, ElementOf } from '@/lib/article/body'
import { type ListTree, listTree } from '@/lib/article/list-tree'
import { bodyOf, documentOf } from './body-document'
import { convertBlocks } from './convert-blocks'
import { elementIdsPlugin } from './element-ids'
import { nestedItemsPlugin, nestItems } from './nested-items'
import { numbersIn } from './nested-numbers'
import { storySchema } from './story-nodes'

const schema = storySchema()

/** A list written as lines, with the caret in the item that holds `|`, or a selection between two of them. */
class Writing {
  state: EditorState

  constructor(lines: string[]) {
    const items = lines.map((line) => line.trim().replace(/^(?:-|\d\.) /, ''))
    const nesting = lines.map((line) => {
      const depth = (/^ */.exec(line)?.[0].length ?? 0) / 2
      if (!depth) return null
      // The first line of a list says at which number it begins.
      const number = /^\s*(\d)/.exec(line)?.[1]
      const start = number ? Number(number) - placeInList(lines, lines.indexOf(line)) : 1
      return { depth, ordered: number !== undefined, ...(start !== 1 && { start }) }
    })
    const words = (text: string) => (text.replace('|', '') ? [{ text: text.replace('|', '') }] : [])
    const ordered = /^\d/.test(lines[0] ?? '')
    const list: ElementOf<'list'> = { type: 'list', id: 'e1', ordered, items: items.map(words), nesting }
    const doc = documentOf(schema, [list])
    const carets: number[] = []
    let at = 2
    for (const item of items) {
      if (item.includes('|')) carets.push(at + item.indexOf('|'))
      at += item.replace('|', '').length + 2
    }
    const [anchor = 2, head = anchor] = carets
    this.state = EditorState.create({
      doc,
      selection: TextSelection.create(doc, anchor, head),
      plugins: [nestedItemsPlugin(), elementIdsPlugin()],
    })
  }

  do(command: typeof enter): this {
    command(this.state, (transaction) => {
      this.state = this.state.apply(transaction)
    })
    return this
  }

  get body(): Body {
    return bodyOf(this.state.doc)
  }

  get lines(): string[] {
    return this.body.flatMap((element) =>
      element.type === 'list'
        ? treeLines(listTree({ ...element, items: element.items.map((item) => item.map(({ text }) => text).join('')) }))
        : element.type,
    )
  }
}

function treeLines({ ordered, start, items }: ListTree<string>, indent = ''): string[] {
  return items.flatMap(({ item, lists }, place) => [
    `${indent}${ordered ? `${start + place}.` : '-'} ${item}`,
    ...lists.flatMap((list) => treeLines(list, `${indent}  `)),
  ])
}

const tab = nestItems(1)
const shiftTab = nestItems(-1)
const convert =
  (kind: 'list' | 'numbered-list'): typeof enter =>
  (state, dispatch) => {
    const transaction = state.tr
    const isDone = convertBlocks(transaction, kind)
    if (isDone) dispatch?.(transaction)
    return isDone
  }

describe('Tab', () => {
  it('puts an item into a list within the item before it, of the same kind', () => {
    expect(new Writing(['1. Tide', '2. Spring|', '3. Wind']).do(tab).lines).toEqual([
      '1. Tide',
      '  1. Spring',
      '2. Wind',
    ])
  })

  it('takes the items of its own lists along', () => {
    expect(new Writing(['- Tide', '- Spring|', '  - High', '- Wind']).do(tab).lines).toEqual([
      '- Tide',
      '  - Spring',
      '    - High',
      '- Wind',
    ])
  })

  it('joins the list that the item before it has, whatever that list is', () => {
    expect(new Writing(['- Tide', '  1. Spring', '- Neap|']).do(tab).lines).toEqual([
      '- Tide',
      '  1. Spring',
      '  2. Neap',
    ])
  })

  it('moves all selected items', () => {
    expect(new Writing(['- Tide', '- Spr|ing', '- Neap|']).do(tab).lines).toEqual(['- Tide', '  - Spring', '  - Neap'])
  })

  it('leaves the first item, and one that is deeper than the item before it, where they are', () => {
    expect(new Writing(['- Tide|', '- Wind']).do(tab).lines).toEqual(['- Tide', '- Wind'])
    expect(new Writing(['- Tide', '  - Spring|']).do(tab).lines).toEqual(['- Tide', '  - Spring'])
  })
})

describe('Shift+Tab', () => {
  it('brings an item back, with the items of its lists', () => {
    expect(new Writing(['- Tide', '  - Spring|', '    - High', '  - Neap']).do(shiftTab).lines).toEqual([
      '- Tide',
      '- Spring',
      '  - High',
      '  - Neap',
    ])
  })

  it('leaves an item of the first level a list', () => {
    expect(new Writing(['- Tide|']).do(shiftTab).lines).toEqual(['- Tide'])
  })
})

it('Enter in an empty nested item, and Backspace at the start of one, bring it back by one level', () => {
  expect(new Writing(['- Tide', '  - |']).do(enter).lines).toEqual(['- Tide', '- '])
  expect(new Writing(['- Tide', '  - |Spring']).do(backspace).lines).toEqual(['- Tide', '- Spring'])
})

it('a nested list gets its numbers alone', () => {
  const numbered = new Writing(['- Tide', '  - Spring', '  - Neap|', '- Wind']).do(convert('numbered-list'))
  expect(numbered.lines).toEqual(['- Tide', '  1. Spring', '  2. Neap', '- Wind'])
  expect(numbered.do(convert('list')).lines).toEqual(['- Tide', '  - Spring', '  - Neap', '- Wind'])
})

it('what is left of a list keeps its items side by side', () => {
  const split = new Writing(['- Tide|', '  - Spring', '  - Neap', '- Wind'])
  const toParagraph: typeof enter = (state, dispatch) => {
    const transaction = state.tr
    convertBlocks(transaction, 'paragraph')
    dispatch?.(transaction)
    return true
  }
  expect(split.do(toParagraph).lines).toEqual(['paragraph', '- Spring', '- Neap', '- Wind'])
})

/** How many lines of its list stand before a line: those at its depth since one that is not so deep. */
function placeInList(lines: string[], place: number): number {
  const indent = (line = '') => /^ */.exec(line)?.[0].length ?? 0
  const before = lines.slice(0, place)
  const from = before.findLastIndex((line) => indent(line) < indent(lines[place]))
  return before.slice(from + 1).filter((line) => indent(line) === indent(lines[place])).length
}

describe('the numbers of a list within a list', () => {
  const LINES = ['- Motions', '  5. Ti|de', '  6. Wind', '- Votes']

  it('go on from the one it begins with, in the text and in what is saved', () => {
    const { state, lines } = new Writing(LINES)
    expect(lines).toEqual(LINES.map((line) => line.replace('|', '')))
    expect(
      numbersIn(state.doc)
        .find()
        .map(({ from }) => state.doc.nodeAt(from)?.textContent),
    ).toEqual(['Tide', 'Wind'])
  })

  it('a line that is added within it has the next one', () => {
    expect(new Writing(LINES).do(splitBlock).lines.slice(0, 4)).toEqual([
      ...['- Motions', '  5. Ti', '  6. de', '  7. Wind'],
    ])
  })

  it('an item that comes into it has its next one, and one that leaves it has none of its', () => {
    const into = new Writing(['- Motions', '  5. Tide', '- Vot|es']).do(nestItems(1))
    expect(into.lines).toEqual(['- Motions', '  5. Tide', '  6. Votes'])
    expect(into.do(nestItems(-1)).lines).toEqual(['- Motions', '  5. Tide', '- Votes'])
  })
})
