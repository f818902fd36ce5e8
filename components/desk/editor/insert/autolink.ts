import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { isCompositionKey } from '@/components/composition-key'
import { caretAfter, insertElement } from '@/components/desk/editor/document/insert-element'
import { linkAttrs, ownLink, type SpanLink } from '@/components/desk/editor/document/marks/link'
import { anchorIn } from '@/lib/addresses/article-address'
import { explicitAddress, lastWord } from '@/lib/addresses/typed-address'
import { unwrappedAddress } from '@/lib/addresses/unwrapped-address'
import { embedAt } from '@/lib/article/embed-address'
import type { FoundStory } from '@/lib/desk/archive/found-story'
import { alsoReadTarget } from './story-dialog-options'

export interface LinkResolver {
  /** The own story at an address; null when there is none, or when the server cannot be reached. */
  resolve: (address: string) => Promise<FoundStory | null>
}

/**
 * Turns pasted and typed addresses into links at once, and asks the server whether they lead to an own story:
 * - an own story alone in its paragraph becomes an also-read, over selected text a link to the story, and within a text a
 *   link with the headline as its text;
 * - a film or post alone in its paragraph becomes an embed;
 * - anything else stays a plain link.
 */
export const Autolink = Extension.create<{ resolver: LinkResolver }>({
  name: 'autolink',
  priority: 1500,
  addOptions: () => ({ resolver: { resolve: async () => null } }),
  addProseMirrorPlugins() {
    return [autolinkPlugin(this.options.resolver)]
  },
})

const key = new PluginKey<DecorationSet>('autolink')

export function autolinkPlugin(resolver: LinkResolver): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, before) => {
        const pending = before.map(transaction.mapping, transaction.doc)
        const meta: AutolinkMeta | undefined = transaction.getMeta(key)
        if (!meta) return pending
        if ('range' in meta) {
          const { from, to } = meta.range
          return pending.add(transaction.doc, [Decoration.inline(from, to, {}, { request: meta.request })])
        }
        return pending.remove(pending.find(undefined, undefined, ({ request }) => request === meta.resolved))
      },
    },
    props: {
      handlePaste: (view, event) => {
        const pasted = event.clipboardData?.getData('text/plain').trim() ?? ''
        const address = explicitAddress(pasted)
        return (
          address !== null && linkPastedAddress(view, { text: pasted, address: unwrappedAddress(address) }, resolver)
        )
      },
      handleTextInput: (view, from, to, text) => text === ' ' && from === to && linkTypedAddress(view, resolver, false),
      handleKeyDown: (view, event) => {
        const ends = event.key === 'Enter' && !isCompositionKey(event) && !event.ctrlKey && !event.metaKey
        return ends && linkTypedAddress(view, resolver, true)
      },
    },
  })
}

type AutolinkMeta = { request: symbol; range: { from: number; to: number } } | { resolved: symbol }

/** An address as it was pasted or typed, and where it leads. */
interface Written {
  text: string
  address: string
}

function linkPastedAddress(view: EditorView, { text, address }: Written, resolver: LinkResolver): boolean {
  const { state } = view
  const range = selectedInBlock(state)
  if (!range) return false
  const { from, to, block } = range
  const chosen = state.doc.textBetween(from, to)
  // An address in place of another one; over words it links them.
  const isText = explicitAddress(chosen.trim()) !== null || !chosen.trim()
  const embed = isText && isAlone(block, state.doc.resolve(from).depth, to - from) ? embedAt(address) : null
  if (embed) {
    const transaction = state.tr.setSelection(TextSelection.create(state.doc, from, to)).deleteSelection()
    view.dispatch(insertElement(transaction, state.schema.node('embed', { ...embed, title: '' })))
    return true
  }
  const transaction = state.tr
  const shown = text === address || explicitAddress(text) === address ? text : address
  if (isText) transaction.insertText(shown, from, to)
  const end = isText ? from + shown.length : to
  setLink(transaction, from, end, { to: 'web', href: address })
  transaction.setSelection(TextSelection.create(transaction.doc, end))
  resolveLater(view, transaction.removeStoredMark(mark(state, 'link')), {
    from,
    to: end,
    address,
    resolver,
    text: isText ? shown : null,
  })
  return true
}

/** The selection within one block that takes links; a line that is selected with its end counts as the line. */
function selectedInBlock({ selection, doc }: EditorState): { from: number; to: number; block: Node } | null {
  const { $from, $to } = selection
  if (!takesLinks($from.parent)) return null
  if ($from.sameParent($to)) return { from: $from.pos, to: $to.pos, block: $from.parent }
  const isLineEnd = $to.parentOffset === 0 && $to.before() === $from.after() && $to.depth === $from.depth
  return isLineEnd && doc.nodeAt($from.before()) ? { from: $from.pos, to: $from.end(), block: $from.parent } : null
}

/** Links the address that ends at the caret. True when it became an embed, so that the key must not act as well. */
function linkTypedAddress(view: EditorView, resolver: LinkResolver, ended: boolean): boolean {
  const { state } = view
  const { $head, empty } = state.selection
  if (!empty || !takesLinks($head.parent)) return false
  const before = $head.parent.textBetween(0, $head.parentOffset)
  const text = lastWord(before)
  const address = explicitAddress(text)
  if (address === null) return false
  const from = $head.start() + before.lastIndexOf(text)
  const to = from + text.length
  if (state.doc.rangeHasMark(from, to, mark(state, 'link'))) return false
  const alone = ended && isAlone($head.parent, $head.depth, text.length)
  const embed = alone ? embedAt(address) : null
  const transaction = state.tr
  if (embed) {
    const element = state.schema.node('embed', { id: $head.parent.attrs.id, ...embed, title: '' })
    transaction.replaceWith($head.before(), $head.after(), [element, state.schema.node('paragraph')])
    view.dispatch(caretAfter(transaction, $head.before() + element.nodeSize))
    return true
  }
  const linked = setLink(transaction, from, to, { to: 'web', href: address })
  resolveLater(view, linked, { from, to, address, resolver, text })
  return false
}

interface ResolveRequest {
  from: number
  to: number
  address: string
  resolver: LinkResolver
  /** The link's text when it is the address itself, which the headline may replace; null for words. */
  text: string | null
}

function resolveLater(
  view: EditorView,
  transaction: Transaction,
  { from, to, address, resolver, text }: ResolveRequest,
): void {
  if (!/^https?:/i.test(address)) {
    view.dispatch(transaction)
    return
  }
  const request = Symbol(address)
  view.dispatch(transaction.setMeta(key, { request, range: { from, to } } satisfies AutolinkMeta))
  void resolver.resolve(address).then((story) => {
    if (view.isDestroyed) return
    const found = story && { story, anchor: anchorIn(address), ...(text !== null && { address: text }) }
    view.dispatch(applyResolvedLink(view.state, request, found))
  })
}

/** Replaces the pending link by what its address leads to; exported for its test. */
export function applyResolvedLink(
  state: EditorState,
  request: symbol,
  found: { story: FoundStory; anchor: string | null; address?: string } | null,
): Transaction {
  const transaction = state.tr.setMeta(key, { resolved: request } satisfies AutolinkMeta)
  const place = key.getState(state)?.find(undefined, undefined, (spec) => spec.request === request)[0]
  if (!found || !place || place.from >= place.to) return transaction.setMeta('addToHistory', false)
  const { story, anchor, address } = found
  const own = ownLink(story.id, anchor)
  // The text of the link was edited meanwhile: it stays.
  if (address === undefined || state.doc.textBetween(place.from, place.to) !== address) {
    return setLink(transaction, place.from, place.to, own)
  }
  const $from = state.doc.resolve(place.from)
  if (isAlone($from.parent, $from.depth, address.length)) {
    const { id } = $from.parent.attrs
    const inIt = state.selection.$head.sameParent($from)
    const element = state.schema.node('alsoRead', { id, target: alsoReadTarget(story.id, anchor) })
    transaction.replaceWith($from.before(), $from.after(), element)
    return inIt ? caretAfter(transaction, $from.before() + element.nodeSize) : transaction
  }
  const link = state.schema.mark('link', own)
  const others = $from.marksAcross(state.doc.resolve(place.to)) ?? []
  transaction.replaceWith(place.from, place.to, state.schema.text(story.headline || address, link.addToSet(others)))
  return transaction.removeStoredMark(link)
}

/** Links a range in place of any link in it. An address that no story may hold, such as a script, is not linked. */
export function setLink(transaction: Transaction, from: number, to: number, link: SpanLink): Transaction {
  const attrs = linkAttrs(link)
  const type = transaction.doc.type.schema.marks.link
  if (!attrs || !type) return transaction
  return transaction.removeMark(from, to, type).addMark(from, to, type.create(attrs))
}

function mark(state: EditorState, name: string) {
  const type = state.schema.marks[name]
  if (!type) throw new Error(`the schema of a story has no mark "${name}"`)
  return type
}

function takesLinks(block: Node): boolean {
  const { link } = block.type.schema.marks
  return block.isTextblock && link !== undefined && block.type.allowsMarkType(link)
}

/** Whether a paragraph at the top level of the text holds nothing but `length` characters. */
function isAlone(block: Node, depth: number, length: number): boolean {
  return depth === 1 && block.type.name === 'paragraph' && block.content.size === length
}
