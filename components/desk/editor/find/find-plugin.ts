import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { type Match, matchesIn, type Sought } from './matches'

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
        const at = transaction.docChanged || meta?.kind === 'seek' ? after.selection.from : null
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
          finding.matches.map(({ from, to }, place) =>
            Decoration.inline(from, to, { class: 'found', ...(place === finding.current && { 'data-current': '' }) }),
          ),
        )
      },
    },
  })
}

type Meta = { kind: 'seek'; sought: Sought } | { kind: 'go'; to: number } | { kind: 'end' }

export function findingIn(state: EditorState): Finding | null {
  return key.getState(state) ?? null
}

/** Looks for words from the caret on. */
export function seek(state: EditorState, sought: Sought): Transaction {
  return state.tr.setMeta(key, { kind: 'seek', sought } satisfies Meta)
}

/** Goes to the next match, or to the one before; from the last to the first. */
export function goToMatch(state: EditorState, step: 1 | -1): Transaction {
  const finding = findingIn(state)
  if (!finding?.matches.length) return state.tr
  const count = finding.matches.length
  return toMatch(state.tr, finding, (finding.current + step + count) % count)
}

/** Replaces the current match and goes to the next one. */
export function replaceMatch(state: EditorState, words: string): Transaction {
  const finding = findingIn(state)
  const match = finding?.matches[finding.current]
  if (!finding || !match) return state.tr
  const transaction = written(state.tr, match, words)
  // The matches are looked for again, from behind what was put in.
  return transaction.setSelection(TextSelection.create(transaction.doc, match.from + words.length)).scrollIntoView()
}

/** Replaces all matches, as one change that one undo takes back. */
export function replaceAllMatches(state: EditorState, words: string): Transaction {
  const transaction = state.tr
  for (const match of [...(findingIn(state)?.matches ?? [])].reverse()) written(transaction, match, words)
  return transaction
}

/** Stops looking; the current match is selected. */
export function endFinding(state: EditorState): Transaction {
  const finding = findingIn(state)
  const match = finding?.matches[finding.current]
  const transaction = state.tr.setMeta(key, { kind: 'end' } satisfies Meta)
  return match ? transaction.setSelection(TextSelection.create(transaction.doc, match.from, match.to)) : transaction
}

function toMatch(transaction: Transaction, { matches }: Finding, place: number): Transaction {
  const match = matches[place]
  if (!match) return transaction
  return transaction
    .setSelection(TextSelection.create(transaction.doc, match.from, match.to))
    .setMeta(key, { kind: 'go', to: place } satisfies Meta)
    .scrollIntoView()
}

/** The words have the marks of those that they replace. */
function written(transaction: Transaction, { from, to }: Match, words: string): Transaction {
  return words ? transaction.insertText(words, from, to) : transaction.delete(from, to)
}

/** The place of the first match at or behind a position; the first one when there is none; -1 without matches. */
function nextFrom(matches: Match[], position: number): number {
  const next = matches.findIndex(({ from }) => from >= position)
  return next >= 0 ? next : matches.length ? 0 : -1
}
