import { DOMSerializer, Fragment, type Schema, Slice, DOMParser as StoryParser } from '@tiptap/pm/model'
import { nodeOf } from '@/components/desk/editor/document/body-document'
import type { BodyElement } from '@/lib/article/body'

/** Marks what was copied in an editor of this site: the ids of stories and pictures in it are those of this paper. */
const OWN = 'data-story-of'

/** Serializes what is copied in the editor, marked as of the site at `origin`. */
export class StorySerializer extends DOMSerializer {
  readonly #origin: string

  constructor(schema: Schema, origin: string) {
    super(DOMSerializer.nodesFromSchema(schema), DOMSerializer.marksFromSchema(schema))
    this.#origin = origin
  }

  override serializeFragment(
    fragment: Fragment,
    options?: { document?: Document },
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const serialized = super.serializeFragment(fragment, options, target)
    if (!target) serialized.firstElementChild?.setAttribute(OWN, this.#origin)
    return serialized
  }
}

/**
 * Whether HTML of the clipboard was copied in an editor of the site at `origin`. What other editors of the same family
 * (ProseMirror) copy looks much alike, but holds what no story does.
 */
export function isCopiedHere(document: Document, origin: string): boolean {
  const marked = document.querySelector('[data-pm-slice]')
  return marked !== null && marked.getAttribute(OWN) === origin
}

/**
 * The elements as HTML that the editor's own rules read back exactly. What begins or ends with a paragraph joins the
 * paragraph at the caret, as in any editor.
 */
export function clipboardHtml(elements: readonly BodyElement[], schema: Schema, document: Document): string {
  const holder = serialized(elements, schema, document)
  const { start, end } = openEnds(elements)
  holder.firstElementChild?.setAttribute('data-pm-slice', `${start} ${end} []`)
  return holder.innerHTML
}

/** The same as a slice of the document, for a clipboard without HTML. */
export function clipboardSlice(elements: readonly BodyElement[], schema: Schema, document: Document): Slice {
  if (!elements.length) return Slice.empty
  const holder = serialized(elements, schema, document)
  const { content } = StoryParser.fromSchema(schema).parse(holder, { preserveWhitespace: true })
  const { start, end } = openEnds(elements)
  return new Slice(content, start, end)
}

function serialized(elements: readonly BodyElement[], schema: Schema, document: Document): HTMLElement {
  const nodes = elements.map((element) => nodeOf(schema, element))
  const holder = document.createElement('div')
  holder.append(DOMSerializer.fromSchema(schema).serializeFragment(Fragment.from(nodes), { document }))
  return holder
}

function openEnds(elements: readonly BodyElement[]): { start: number; end: number } {
  const open = (element: BodyElement | undefined) => (element?.type === 'paragraph' ? 1 : 0)
  return { start: open(elements[0]), end: open(elements.at(-1)) }
}
