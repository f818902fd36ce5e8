import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { linkAttrs, ownLink, type SpanLink } from '@/components/desk/editor/document/marks/link'
import type { ResolvedPaste } from '@/components/desk/editor/editor-services'
import { alsoReadTarget } from '@/components/desk/editor/insert/story-dialog-options'
import { anchorIn } from '@/lib/addresses/article-address'
import { parseUrl } from '@/lib/addresses/url'
import { type ElementOf, MAX_RELATED, type SoughtStory } from '@/lib/article/body'

export interface PasteResolver {
  /** What addresses and headlines name; null when the server cannot be reached. */
  resolvePasted: (addresses: string[], headlines: string[]) => Promise<ResolvedPaste | null>
  onNotice: (message: string) => void
  onWrapped: (join: (() => void) | null) => void
}

/**
 * After a paste, asks the server what own addresses and sought headlines name, and puts in live references: links to
 * stories and lists, also-read and related-news blocks. What names nothing in the archive stays sought, for the editor.
 */
export const PastedReferences = Extension.create<{ resolver: PasteResolver | null }>({
  name: 'pastedReferences',
  addOptions: () => ({ resolver: null }),
  addProseMirrorPlugins() {
    return this.options.resolver ? [pastedReferencesPlugin(this.options.resolver, location.origin)] : []
  },
})

const key = new PluginKey<number>('pastedReferences')

/** The addresses of this paper that the transaction puts in are looked up, as after a paste. */
export function withReferencesLater(transaction: Transaction): Transaction {
  return transaction.setMeta(key, true)
}

/** `origin` is this site's. */
export function pastedReferencesPlugin(resolver: PasteResolver, origin: string): Plugin<number> {
  return new Plugin<number>({
    key,
    state: {
      init: () => 0,
      apply: (transaction, pastes) => {
        const isPaste = transaction.getMeta('paste') || transaction.getMeta('uiEvent') === 'drop'
        return transaction.docChanged && (isPaste || transaction.getMeta(key)) ? pastes + 1 : pastes
      },
    },
    view: () => ({
      update: (view, before) => {
        if (key.getState(view.state) !== key.getState(before)) void resolve(view, resolver, origin)
      },
    }),
  })
}

async function resolve(view: EditorView, resolver: PasteResolver, origin: string): Promise<void> {
  const { addresses, headlines } = named(view.state.doc, origin)
  if (!addresses.length && !headlines.length) return
  const answer = await resolver.resolvePasted(addresses, headlines)
  if (!answer || view.isDestroyed) return
  const { transaction, lost } = withReferences(view.state, { addresses, headlines, answer })
  if (transaction.docChanged) view.dispatch(transaction.setMeta('addToHistory', false))
  if (lost.length) {
    const words = lost.map((one) => `“${one}”`).join(', ')
    resolver.onNotice(`The words are here without their link, because this paper has no such page: ${words}.`)
  }
}

/** The most that the server answers at once. */
const MAX_ASKED = 200

/** The own addresses and the sought headlines in a document, each once. */
function named(doc: Node, origin: string): { addresses: string[]; headlines: string[] } {
  const [addresses, headlines] = [new Set<string>(), new Set<string>()]
  doc.descendants((node) => {
    for (const story of soughtIn(node)) {
      headlines.add(story.words)
      if (story.url && isOwn(story.url, origin)) addresses.add(story.url)
    }
    const href = webLink(node)
    if (href && isOwn(href, origin)) addresses.add(href)
  })
  return { addresses: [...addresses].slice(0, MAX_ASKED), headlines: [...headlines].slice(0, MAX_ASKED) }
}

interface Asked {
  addresses: string[]
  headlines: string[]
  answer: ResolvedPaste
}

/** The change that puts in what the server found, and the words of links to own pages that do not exist. */
export function withReferences(
  state: EditorState,
  { addresses, headlines, answer }: Asked,
): { transaction: Transaction; lost: string[] } {
  const at = new Map(addresses.map((address, place) => [address, answer.addresses[place]]))
  const called = new Map(headlines.map((words, place) => [words, answer.headlines[place]]))
  const storyOf = ({ words, url }: SoughtStory) =>
    (url === undefined ? null : at.get(url)?.story) ?? called.get(words)?.exact ?? null
  const transaction = state.tr
  const lost: string[] = []
  state.doc.descendants((node, position) => {
    if (node.type.name === 'alsoRead') {
      const [sought] = soughtIn(node)
      const story = sought && storyOf(sought)
      if (story)
        transaction.setNodeAttribute(
          position,
          'target',
          alsoReadTarget(story.id, sought.url === undefined ? null : anchorIn(sought.url)),
        )
    }
    if (node.type.name === 'relatedNews' && soughtIn(node).length) {
      const articles: number[] = [...node.attrs.articles]
      const sought = soughtIn(node).filter((one) => {
        const story = storyOf(one)
        if (!story || (articles.length === MAX_RELATED && !articles.includes(story.id))) return true
        if (!articles.includes(story.id)) articles.push(story.id)
        return false
      })
      transaction.setNodeAttribute(position, 'articles', articles)
      transaction.setNodeAttribute(position, 'sought', sought.length ? sought : null)
    }
    const found = at.get(webLink(node) ?? '')
    if (!found) return
    const link: SpanLink | null = found.story
      ? ownLink(found.story.id, anchorIn(webLink(node) ?? ''))
      : found.list && { to: 'list', ...found.list }
    const end = position + node.nodeSize
    const type = state.schema.marks.link
    const attrs = link && linkAttrs(link)
    if (type && attrs) transaction.removeMark(position, end, type).addMark(position, end, type.create(attrs))
    else if (type && !found.isPage) {
      transaction.removeMark(position, end, type)
      lost.push(node.text ?? '')
    }
  })
  return { transaction, lost }
}

function soughtIn(node: Node): SoughtStory[] {
  if (node.type.name === 'relatedNews') return node.attrs.sought ?? []
  if (node.type.name !== 'alsoRead') return []
  const target: ElementOf<'also-read'>['target'] = node.attrs.target
  return target.kind === 'sought' ? [target] : []
}

function webLink(node: Node): string | null {
  const link = node.marks.find(({ type }) => type.name === 'link')
  return link?.attrs.to === 'web' ? link.attrs.href : null
}

function isOwn(address: string, origin: string): boolean {
  return parseUrl(address)?.host === parseUrl(origin)?.host
}
