import { Extension } from '@tiptap/core'
import {
  type EditorState,
  NodeSelection,
  Plugin,
  PluginKey,
  Selection,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { fieldWords, type Match, matchesIn, type Sought } from './matches'

/** What is found in the text while the editor looks for something. */
export interface Finding {
  sought: Sought
  matches: Match[]
  /** The place of the current one in `matches`; -1 when there is none. */
  current: number
}

const key = new PluginKey<Finding | null>('find')

/** Finds words in the text, marks them, and replaces them. */
export const Find = Extension.create({
  name: 'find',
  addProseMirrorPlugins: () => [findPlugin()],
})

export function findPlugin(): Plugin<Finding | null> {
  return new Plugin<Finding | null>({
    key,
    state: {
      init: () => null,
      apply: (transaction, before, _, after) => {
        const meta: Meta | undefined = transaction.getMeta(key)
        if (meta?.kind === 'end') return null
        const sought = meta?.kind === 'seek' ? meta.sought : before?.sought
        if (!sought) return null
        const matches =
          before && before.sought === sought && !transaction.docChanged ? before.matches : matchesIn(after.doc, sought)
        const isAnew = transaction.docChanged || meta?.kind === 'seek'
        const at = meta?.kind === 'behind' ? meta.at : isAnew ? { from: after.selection.from, order: 0 } : null
        const current = meta?.kind === 'go' ? meta.to : at === null ? (before?.current ?? -1) : nextFrom(matches, at)
        return { sought, matches, current: Math.min(current, matches.length - 1) }
      },
    },
    props: {
      decorations: (state) => {
        const finding = findingIn(state)
        if (!finding?.matches.length) return null
        return DecorationSet.create(
          state.doc,
          finding.matches.map(({ from, to, inField }, place) => {
            const marks = { class: 'found', ...(place === finding.current && { 'data-current': '' }) }
            return inField ? Decoration.node(from, to, marks) : Decoration.inline(from, to, marks)
          }),
        )
      },
    },
  })
}

/** A place of the document: a position, and the place among the words of the node there. */
interface Spot {
  from: number
  order: number
}

type Meta =
  | { kind: 'seek'; sought: Sought }
  | { kind: 'go'; to: number }
  | { kind: 'behind'; at: Spot }
  | { kind: 'end' }

export function findingIn(state: EditorState): Finding | null {
  return key.getState(state) ?? null
}

/** Looks for words from the caret on. */
export function seek(state: EditorState, sought: Sought): Transaction {
  return state.tr.setMeta(key, { kind: 'seek', sought } satisfies Meta)
}

/** Goes to the match at this place among all; nowhere when there is none. */
export function goToMatch(state: EditorState, place: number): Transaction {
  const match = findingIn(state)?.matches[place]
  if (!match) return state.tr
  return selecting(state.tr, match)
    .setMeta(key, { kind: 'go', to: place } satisfies Meta)
    .scrollIntoView()
}

/** Replaces the current match and goes to the next one, behind what was put in. */
export function replaceMatch(state: EditorState, words: string): Transaction {
  const finding = findingIn(state)
  const match = finding?.matches[finding.current]
  if (!finding || !match) return state.tr
  const transaction = written(state.tr, match, words)
  const { from, inField } = match
  const at = inField ? { from, order: inField.order + words.length } : { from: from + words.length, order: 0 }
  const selection = inField
    ? NodeSelection.create(transaction.doc, from)
    : TextSelection.create(transaction.doc, from + words.length)
  return transaction
    .setSelection(selection)
    .setMeta(key, { kind: 'behind', at } satisfies Meta)
    .scrollIntoView()
}

/** Replaces all matches, as one change that one undo takes back. */
export function replaceAllMatches(state: EditorState, words: string): Transaction {
  const transaction = state.tr
  for (const match of [...(findingIn(state)?.matches ?? [])].reverse()) written(transaction, match, words)
  return transaction
}

/** Stops looking; the current match is selected; the caret is in the text behind the element when it stands in a field of one. */
export function endFinding(state: EditorState): Transaction {
  const finding = findingIn(state)
  const match = finding?.matches[finding.current]
  const transaction = state.tr.setMeta(key, { kind: 'end' } satisfies Meta)
  if (!match) return transaction
  // What is typed next would take the place of an element that is selected.
  if (!match.inField) return selecting(transaction, match)
  const behind = transaction.doc.resolve(match.to)
  const caret = Selection.findFrom(behind, 1, true) ?? Selection.findFrom(behind, -1, true)
  return caret ? transaction.setSelection(caret) : transaction
}

function selecting(transaction: Transaction, { from, to, inField }: Match): Transaction {
  const { doc } = transaction
  return transaction.setSelection(inField ? NodeSelection.create(doc, from) : TextSelection.create(doc, from, to))
}

/** The words have the marks of those that they replace. */
function written(transaction: Transaction, { from, to, inField }: Match, words: string): Transaction {
  if (!inField) return words ? transaction.insertText(words, from, to) : transaction.delete(from, to)
  const node = transaction.doc.nodeAt(from)
  if (!node) return transaction
  const { attribute, item, at, length } = inField
  const before = fieldWords(node, inField)
  const after = before.slice(0, at) + words + before.slice(at + length)
  if (item === null)
    return transaction.setNodeAttribute(from, attribute, after || node.type.spec.attrs?.[attribute]?.default)
  const items: { media: number }[] = node.attrs[attribute]
  const changed = items.map((one, place) =>
    place === item ? { media: one.media, ...(after && { caption: after }) } : one,
  )
  return transaction.setNodeAttribute(from, attribute, changed)
}

/** The place of the first match at or behind a spot; the first one when there is none; -1 without matches. */
function nextFrom(matches: Match[], spot: Spot): number {
  const next = matches.findIndex(
    ({ from, inField }) => from > spot.from || (from === spot.from && (inField?.order ?? 0) >= spot.order),
  )
  return next >= 0 ? next : matches.length ? 0 : -1
}
