import { DOMParser as StoryParser } from '@tiptap/pm/model'
import fc from 'fast-check'
import { DOMParser } from 'linkedom'
import { expect, test } from 'vitest'
import { bodyOf } from '@/components/desk/editor/document/body-document'
import { storySchema } from '@/components/desk/editor/document/story-nodes'
import { pastedHtml } from '@/components/desk/editor/paste/pasted-html'
import { clipboardHtml } from '@/components/desk/editor/paste/story-clipboard'
import { type Body, draftBodySchema, plainText, type Text } from '@/lib/article/body'
import { anyClipboard } from '@/lib/testing/arbitrary-clipboard'
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

/** The words of a body as one line: what is shown, wherever it stands. */
function wordsOf(body: Body): string {
  const line = (...texts: (Text | string | undefined)[]) =>
    texts.map((text) => (typeof text === 'object' ? plainText(text) : (text ?? '')))
  const all = body.flatMap((element) => {
    switch (element.type) {
      case 'paragraph':
      case 'heading':
        return line(element.text)
      case 'quote':
        return line(element.text, element.attribution)
      case 'list':
        return line(...element.items)
      case 'table':
        return line(element.caption, ...element.header, ...element.rows.flat())
      default:
        return []
    }
  })
  return asOneLine(all.join('\n'))
}

/** Lines and cells side by side, with a space between them. */
function asOneLine(text: string): string {
  return text
    .split(/[\n\t]/)
    .map((line) => line.replace(/^ +| +$/g, ''))
    .filter((line) => line.trim())
    .join(' ')
    .replace(/([“‘]) +/g, '$1')
    .replace(/ +([”’])/g, '$1')
}

/** What the browser shows, but for the exceptions of docs/pasting.md that clipboards of this test can hold. */
function expectedWords(html: string): string {
  // Tabs that are shown are spaces of a story.
  const document = parse(html.replaceAll('\t', ' '))
  for (const quotation of document.querySelectorAll('q')) {
    let depth = 0
    for (let around = quotation.parentElement; around; around = around.parentElement)
      if (around.localName === 'q') depth++
    quotation.style.display = 'inline-block'
    quotation.before(depth % 2 ? '‘' : '“')
    quotation.after(depth % 2 ? '’' : '”')
  }
  for (const picture of document.querySelectorAll('img')) {
    if (/^\p{Extended_Pictographic}$/u.test(picture.alt)) picture.replaceWith(picture.alt)
  }
  return asOneLine(innerText(document.body, isException))
}

function isException(element: Element): boolean {
  return (
    /^(?:s|del|button|input|video|img)$/.test(element.localName) ||
    /line-through/.test(element.getAttribute('style') ?? '')
  )
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
