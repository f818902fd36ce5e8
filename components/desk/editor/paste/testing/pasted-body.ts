import { DOMParser as StoryParser } from '@tiptap/pm/model'
import { DOMParser } from 'linkedom'
import { bodyOf } from '@/components/desk/editor/document/body-document'
import { storySchema } from '@/components/desk/editor/document/story-nodes'
import { type Pasted, pastedHtml } from '@/components/desk/editor/paste/pasted-html'
import { clipboardHtml } from '@/components/desk/editor/paste/story-clipboard'
import type { Body, BodyElement, Text } from '@/lib/article/body'

/* What a paste comes to, in tests. */

/** The site that is pasted into. */
export const ORIGIN = 'https://observer.example'

const schema = storySchema()

export function parse(html: string): Document {
  const page = `<!doctype html><html><body>${html}</body></html>`
  return new DOMParser().parseFromString(page, 'text/html') as unknown as Document
}

const EMPTY = parse('')

export function pasted(html: string): Pasted {
  return pastedHtml(html, parse, ORIGIN)
}

/** The body that a paste comes to; in the editor a plugin gives the ids. */
export function bodyFrom(html: string): Body {
  const { elements } = pasted(html)
  if (!elements.length) return []
  const { children } = StoryParser.fromSchema(schema).parse(parse(clipboardOf(elements)).body, {
    preserveWhitespace: true,
  })
  const numbered = children.map((node, place) => node.type.create({ ...node.attrs, id: `e${place}` }, node.content))
  return bodyOf(schema.topNodeType.create(null, numbered))
}

/** The HTML that the editor reads in place of what was pasted. */
export function clipboardOf(elements: readonly BodyElement[]): string {
  return clipboardHtml(elements, schema, EMPTY)
}

/** The elements of that body without their ids. */
export function elementsFrom(html: string) {
  return bodyFrom(html).map(({ id: _, ...element }) => element)
}

/** A paragraph of these spans, without its id. */
export function paragraph(...text: Text) {
  return { type: 'paragraph', text }
}

/** The sentences that the editor gets about what was left out. */
export function toldOf(html: string): string {
  return pasted(html).leftOut.sentences.join(' ')
}
