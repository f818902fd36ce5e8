import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { type ListTree, listTree } from '@/lib/article/list-tree'
import { nestedOf } from './body-document'

/** Shows the numbers of items in lists within a list, as the page has them; numbers of the first level are the browser's. */
export const NestedNumbers = Extension.create({
  name: 'nestedNumbers',
  addProseMirrorPlugins: () => [nestedNumbersPlugin()],
})

function nestedNumbersPlugin(): Plugin {
  const plugin: Plugin<DecorationSet> = new Plugin({
    state: {
      init: (_, { doc }) => numbersIn(doc),
      apply: (transaction, shown) => (transaction.docChanged ? numbersIn(transaction.doc) : shown),
    },
    props: { decorations: (state) => plugin.getState(state) },
  })
  return plugin
}

/** The numbers as attributes of the items. */
export function numbersIn(doc: Node): DecorationSet {
  const shown: Decoration[] = []
  const show = (node: Node, position: number) => {
    if (node.type.name !== 'list') return
    for (const [place, number] of nestedNumbers(node)) {
      const from = position + 1 + offsetOf(node, place)
      shown.push(Decoration.node(from, from + node.child(place).nodeSize, { 'data-number': `${number}` }))
    }
  }
  doc.forEach((node, position) => {
    show(node, position)
    if (node.type.name === 'factBox') node.forEach((part, offset) => show(part, position + 1 + offset))
  })
  return shown.length ? DecorationSet.create(doc, shown) : DecorationSet.empty
}

/** The number of each item in a numbered list within the list, by its place. */
function nestedNumbers(list: Node): Map<number, number> {
  const nesting = list.children.map(({ attrs }) => nestedOf(attrs))
  const numbers = new Map<number, number>()
  if (!nesting.some((nested) => nested?.ordered)) return numbers
  const within = ({ ordered, start, items }: ListTree<number>) => {
    for (const [place, { item, lists }] of items.entries()) {
      if (ordered) numbers.set(item, start + place)
      for (const one of lists) within(one)
    }
  }
  const tree = listTree({ ordered: false, items: [...nesting.keys()], nesting })
  for (const { lists } of tree.items) for (const one of lists) within(one)
  return numbers
}

function offsetOf(list: Node, place: number): number {
  return list.children.slice(0, place).reduce((size, { nodeSize }) => size + nodeSize, 0)
}
