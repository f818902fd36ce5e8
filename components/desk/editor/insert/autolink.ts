import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { caretAfter, insertElement } from '@/components/desk/editor/document/insert-element'
import { linkAttrs, type SpanLink } from '@/components/desk/editor/document/marks/link'
import { embedAt } from '@/lib/article/embed-address'
import type { FoundStory } from '@/lib/desk/archive/found-story'

export interface LinkResolver {
  /** The own story at an address; null when it is not one of ours, or cannot be asked. */
  resolve: (address: string) => Promise<FoundStory | null>
}

/**
 * An address that is pasted or typed becomes what it leads to: an own story a live reference – alone on its line an
 * also-read, over selected words a link, in a text a link with the headline for words –, a film or a post alone on its
 * line an embed, anything else a plain link. The link stands at once; who it leads to may be known a moment later.
 */
export const Autolink = Extension.create<{ book: LinkResolver }>({
  name: 'linkedAddress',
  priority: 1500,
  addOptions: () => ({ book: { resolve: async () => null } }),
  addProseMirrorPlugins() {
    return [autolinkPlugin(this.options.book)]
  },
})

const key = new PluginKey<DecorationSet>('linkedAddress')

export function autolinkPlugin(book: LinkResolver): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, before) => {
        const asked = before.map(transaction.mapping, transaction.doc)
        const told: AutolinkMeta | undefined = transaction.getMeta(key)
        if (!told) return asked
        if ('ask' in told) {
          const { from, to } = told.ask
          return asked.add(transaction.doc, [Decoration.inline(from, to, {}, { question: told.question })])
        }
        return asked.remove(asked.find(undefined, undefined, ({ question }) => question === told.answered))
      },
    },
    props: {
      handlePaste: (view, event) => {
        const pasted = event.clipboardData?.getData('text/plain').trim() ?? ''
        return isAddress(pasted) && linkPastedAddress(view, pasted, book)
      },
      handleTextInput: (view, from, to, text) => text === ' ' && from === to && linkTypedAddress(view, book, false),
      handleKeyDown: (view, event) => {
        const ends = event.key === 'Enter' && !event.isComposing && !event.ctrlKey && !event.metaKey
        return ends && linkTypedAddress(view, book, true)
      },
    },
  })
}

type AutolinkMeta = { question: symbol; ask: { from: number; to: number } } | { answered: symbol }

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/i.test(text) && URL.canParse(text)
}

function linkPastedAddress(view: EditorView, address: string, book: LinkResolver): boolean {
  const { state } = view
  const { $from, $to, empty } = state.selection
  if (!$from.sameParent($to) || !takesLinks($from.parent)) return false
  const alone = isAlone($from.parent, $from.depth, state.selection.to - state.selection.from)
  const embed = alone ? embedAt(address) : null
  if (embed) {
    view.dispatch(insertElement(state.tr.deleteSelection(), state.schema.node('embed', { ...embed, title: '' })))
    return true
  }
  const transaction = state.tr
  const from = state.selection.from
  if (empty || alone) transaction.insertText(address)
  const to = empty || alone ? from + address.length : state.selection.to
  setLink(transaction, from, to, { to: 'web', href: address })
  if (empty || alone) transaction.setSelection(TextSelection.create(transaction.doc, to))
  resolveLater(view, transaction.removeStoredMark(mark(state, 'link')), {
    from,
    to,
    address,
    book,
    words: empty || alone,
  })
  return true
}

/** Links the address that ends at the caret; true when the key that ended it has done its work with that. */
function linkTypedAddress(view: EditorView, book: LinkResolver, ended: boolean): boolean {
  const { state } = view
  const { $head, empty } = state.selection
  if (!empty || !takesLinks($head.parent)) return false
  const address =
    /(?:^|\s)(https?:\/\/\S+?)[.,;:!?)]*$/i.exec($head.parent.textBetween(0, $head.parentOffset))?.[1] ?? ''
  const written = $head.parent.textBetween(0, $head.parentOffset).lastIndexOf(address)
  if (!isAddress(address)) return false
  const from = $head.start() + written
  const to = from + address.length
  if (state.doc.rangeHasMark(from, to, mark(state, 'link'))) return false
  const alone = ended && isAlone($head.parent, $head.depth, address.length)
  const embed = alone ? embedAt(address) : null
  const transaction = state.tr
  if (embed) {
    const element = state.schema.node('embed', { id: $head.parent.attrs.id, ...embed, title: '' })
    transaction.replaceWith($head.before(), $head.after(), [element, state.schema.node('paragraph')])
    view.dispatch(caretAfter(transaction, $head.before() + element.nodeSize))
    return true
  }
  resolveLater(view, setLink(transaction, from, to, { to: 'web', href: address }), {
    from,
    to,
    address,
    book,
    words: true,
  })
  return false
}

interface ResolveRequest {
  from: number
  to: number
  address: string
  book: LinkResolver
  /** Whether the words are the address, and not the editor's own. */
  words: boolean
}

function resolveLater(
  view: EditorView,
  transaction: Transaction,
  { from, to, address, book, words }: ResolveRequest,
): void {
  const question = Symbol(address)
  view.dispatch(transaction.setMeta(key, { question, ask: { from, to } } satisfies AutolinkMeta))
  void book.resolve(address).then((story) => {
    if (view.isDestroyed) return
    const answer = applyResolvedLink(view.state, question, story && { story, ...(words && { address }) })
    view.dispatch(answer)
  })
}

/** The text with what was learned about the address that was asked for; exported for its rules. */
export function applyResolvedLink(
  state: EditorState,
  question: symbol,
  found: { story: FoundStory; address?: string } | null,
): Transaction {
  const transaction = state.tr.setMeta(key, { answered: question } satisfies AutolinkMeta)
  const place = key.getState(state)?.find(undefined, undefined, (spec) => spec.question === question)[0]
  if (!found || !place || place.from >= place.to) return transaction.setMeta('addToHistory', false)
  const { story, address } = found
  const own: SpanLink = { to: 'article', article: story.id }
  // Somebody wrote on in the words meanwhile: they stay.
  if (address === undefined || state.doc.textBetween(place.from, place.to) !== address) {
    return setLink(transaction, place.from, place.to, own)
  }
  const $from = state.doc.resolve(place.from)
  if (isAlone($from.parent, $from.depth, address.length)) {
    const { id } = $from.parent.attrs
    const inIt = state.selection.$head.sameParent($from)
    const element = state.schema.node('alsoRead', { id, target: { kind: 'article', article: story.id } })
    transaction.replaceWith($from.before(), $from.after(), element)
    return inIt ? caretAfter(transaction, $from.before() + element.nodeSize) : transaction
  }
  const link = state.schema.mark('link', own)
  const others = $from.marksAcross(state.doc.resolve(place.to)) ?? []
  transaction.replaceWith(place.from, place.to, state.schema.text(story.headline || address, link.addToSet(others)))
  return transaction.removeStoredMark(link)
}

/** Puts `link` on the words, in place of any that was there. What no story may hold is not put. */
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

/** Whether `length` letters are all that a paragraph of the text's own flow holds. */
function isAlone(block: Node, depth: number, length: number): boolean {
  return depth === 1 && block.type.name === 'paragraph' && block.content.size === length
}
