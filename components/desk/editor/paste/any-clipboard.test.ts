import { DOMParser as StoryParser } from '@tiptap/pm/model'
import fc from 'fast-check'
import { DOMParser } from 'linkedom'
import { expect, test } from 'vitest'
import { bodyOf } from '@/components/desk/editor/document/body-document'
import { storySchema } from '@/components/desk/editor/document/story-nodes'
import { pastedHtml } from '@/components/desk/editor/paste/pasted-html'
import { clipboardHtml } from '@/components/desk/editor/paste/story-clipboard'
import { type Body, draftBodySchema } from '@/lib/article/body'
import { anyClipboard } from '@/lib/testing/arbitrary-clipboard'
import { asOneLine, isLeftOut, wordsOf, writeOut } from '@/lib/testing/clipboard-words'
import { innerText } from '@/lib/testing/inner-text'
import { PROPERTY_TIMEOUT_MS, propertyRuns } from '@/lib/testing/property-runs'

const ORIGIN = 'https://observer.example'
const schema = storySchema()

const parse = (html: string) =>
  new DOMParser().parseFromString(
    `<!doctype html><html><body>${html}</body></html>`,
    'text/html',
  ) as unknown as Document

const EMPTY = parse('')

function bodyFrom(html: string): Body {
  const { elements } = pastedHtml(html, parse, ORIGIN)
  if (!elements.length) return []
  const clipboard = clipboardHtml(elements, schema, EMPTY)
  const { children } = StoryParser.fromSchema(schema).parse(parse(clipboard).body, { preserveWhitespace: true })
  return bodyOf(
    schema.topNodeType.create(
      null,
      children.map((node, place) => node.type.create({ ...node.attrs, id: `e${place}` }, node.content)),
    ),
  )
}

/** What the browser shows, but for the exceptions of docs/pasting.md that clipboards of this test can hold. */
function expectedWords(html: string): string {
  // Tabs that are shown are spaces of a story.
  const document = parse(html.replaceAll('\t', ' '))
  writeOut(document)
  return asOneLine(innerText(document.body, isLeftOut))
}

test(
  'the words that arrive, with their spaces, are those that a browser shows [pasted-words]',
  () => {
    fc.assert(
      fc.property(anyClipboard, (html) => {
        const body = bodyFrom(html)
        expect(draftBodySchema.safeParse(body).success).toBe(true)
        expect(wordsOf(body)).toBe(expectedWords(html))
      }),
      { numRuns: propertyRuns() },
    )
  },
  // Each run reads HTML three times.
  3 * PROPERTY_TIMEOUT_MS,
)
