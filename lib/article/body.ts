import { z } from 'zod'
import { parseUrl } from '@/lib/addresses/url'
import { EMBED_PROVIDERS, embedAt } from '@/lib/article/embed-address'
import { cleanAddress } from '@/lib/text/clean-address'
import { cleanLine, cleanSpans } from '@/lib/text/clean-text'
import { isBlank } from '@/lib/text/visible-text'

/** What letters may look like; a span may have several. */
export const SPAN_MARKS = ['bold', 'italic', 'code', 'superscript', 'subscript'] as const

/** The last instant that a page can show, in years of four digits. */
const LATEST_MS = Date.UTC(9999, 11, 31)

/** The place within a story that a link to it leads to: the id of an element, such as a live entry, or `corrections`. */
const anchor = z.string().regex(/^[a-z0-9-]{1,40}$/, 'a place in a story is 1 to 40 of a–z, 0–9 and dash')

/** Lists of the paper that words may lead to. */
export const LINKED_LISTS = ['section', 'topic', 'author'] as const

/** A span of text with the same marks and the same link. */
export const spanSchema = z.strictObject({
  text: z.string().min(1),
  marks: z.array(z.enum(SPAN_MARKS)).optional(),
  link: z
    .discriminatedUnion('to', [
      z.strictObject({ to: z.literal('article'), article: z.int().positive(), anchor: anchor.optional() }),
      z.strictObject({ to: z.literal('list'), list: z.enum(LINKED_LISTS), id: z.int().positive() }),
      z.strictObject({
        to: z.literal('web'),
        href: z
          .string()
          .overwrite(cleanAddress)
          .refine(isWebAddress, 'an address must start with https://, http://, mailto: or tel:'),
      }),
    ])
    .optional(),
})

const textSchema = z.array(spanSchema).overwrite(cleanSpans)
const line = z.string().overwrite(cleanLine)
const elementId = z.string().regex(/^[a-z0-9-]{1,40}$/, 'an element id is 1 to 40 of a–z, 0–9 and dash')
const articleId = z.int().positive()
const webAddress = z.url({ protocol: /^https?$/ }).overwrite(cleanAddress)

/** Set on a block of links that the site placed by itself, until an editor changes the block. */
const automatic = z.literal(true).optional()

/** A story that a text names by its headline, as it was pasted, until an editor has chosen it. */
const sought = z.strictObject({
  words: line,
  /** Where the headline led; absent without a link. */
  url: webAddress.optional(),
})
const MAX_SOUGHT = 20

/** How many stories a finished related-news block names. */
export const MIN_RELATED = 2
export const MAX_RELATED = 4

/** How many pictures a finished gallery has. */
export const MIN_IN_GALLERY = 2

/** The deepest level of a list within lists; the first level is 0. */
export const DEEPEST_ITEM = 4

/** How an item stands in a list within an item of the list. */
const nestedItem = z.strictObject({
  depth: z.int().min(1).max(DEEPEST_ITEM),
  /** Whether its list has numbers. */
  ordered: z.boolean(),
  /** The number of the first item of its list, the same for each of its items; absent for 1, and without numbers. */
  start: z.int().nonnegative().optional(),
})

/**
 * The elements of a body. A finished element may be published. In a draft words, items and addresses may still be
 * missing, so that unfinished work can be saved.
 */
function elementSchema(finished: boolean) {
  const words = finished ? line.refine((text) => !isBlank(text), 'words that a reader sees are missing') : line
  const atLeast = (count: number) => (finished ? count : 0)
  const paragraph = z.strictObject({ type: z.literal('paragraph'), id: elementId, text: textSchema })
  const list = z.strictObject({
    type: z.literal('list'),
    id: elementId,
    ordered: z.boolean(),
    /** The number of the first item of an ordered list; absent for 1. */
    start: z.int().nonnegative().optional(),
    items: z.array(textSchema).min(atLeast(1)),
    /** One for each item, null for those at the first level; absent where all are (lib/article/list-tree.ts). */
    nesting: z.array(nestedItem.nullable()).optional(),
  })
  return z.discriminatedUnion('type', [
    paragraph,
    z.strictObject({
      type: z.literal('heading'),
      id: elementId,
      level: z.union([z.literal(2), z.literal(3)]),
      text: textSchema,
      /** When this live entry was written, in ms since 1970; absent on any other heading. */
      at: z.int().nonnegative().max(LATEST_MS).optional(),
    }),
    list,
    z.strictObject({
      type: z.literal('quote'),
      id: elementId,
      text: textSchema,
      attribution: line.optional(),
    }),
    z.strictObject({
      type: z.literal('pull-quote'),
      id: elementId,
      text: words,
      attribution: line.optional(),
    }),
    z.strictObject({
      type: z.literal('image'),
      id: elementId,
      media: z.int().positive(),
      caption: line.optional(),
      credit: line.optional(),
    }),
    z.strictObject({
      type: z.literal('gallery'),
      id: elementId,
      caption: line.optional(),
      items: z
        .array(z.strictObject({ media: z.int().positive(), caption: line.optional() }))
        .min(atLeast(MIN_IN_GALLERY)),
    }),
    z.strictObject({
      type: z.literal('table'),
      id: elementId,
      caption: line.optional(),
      header: z.array(textSchema).min(atLeast(1)),
      rows: z.array(z.array(textSchema)).min(atLeast(1)),
    }),
    z.strictObject({
      type: z.literal('fact-box'),
      id: elementId,
      title: words,
      elements: z.array(z.discriminatedUnion('type', [paragraph, list])).min(atLeast(1)),
    }),
    z.strictObject({ type: z.literal('divider'), id: elementId }),
    z
      .strictObject({
        type: z.literal('embed'),
        id: elementId,
        provider: z.enum(EMBED_PROVIDERS),
        url: z.url({ protocol: /^https$/ }).overwrite(cleanAddress),
        title: words,
      })
      .refine(({ provider, url }) => embedAt(url)?.provider === provider, {
        path: ['url'],
        message: 'an embed needs the address of a film, a sound or a post of the provider it names',
      }),
    z.strictObject({
      type: z.literal('also-read'),
      id: elementId,
      target: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('article'), article: articleId, anchor: anchor.optional() }),
        z.strictObject({ kind: z.literal('external'), url: webAddress, label: words }),
        sought.extend({ kind: z.literal('sought') }).refine(() => !finished, 'no story has been chosen yet'),
      ]),
      automatic,
    }),
    z.strictObject({
      type: z.literal('related-news'),
      id: elementId,
      articles: z.array(articleId).min(atLeast(MIN_RELATED)).max(MAX_RELATED),
      /** Stories that are still to be chosen. */
      sought: z
        .array(sought)
        .max(finished ? 0 : MAX_SOUGHT)
        .optional(),
      automatic,
    }),
  ])
}

const finishedElement = elementSchema(true)

export type LinkedList = Pick<Extract<NonNullable<Span['link']>, { to: 'list' }>, 'list' | 'id'>
export type NestedItem = z.infer<typeof nestedItem>
export type SpanMark = (typeof SPAN_MARKS)[number]
export type Span = z.infer<typeof spanSchema>
export type Text = Span[]
export type BodyElement = z.infer<typeof finishedElement>
export type ElementOf<T extends BodyElement['type']> = Extract<BodyElement, { type: T }>
/** The text of an article: typed elements in reading order, never HTML. */
export type Body = BodyElement[]
export type SoughtStory = z.infer<typeof sought>

/** A body that may be published. */
export const bodySchema = z.array(finishedElement).superRefine(holdsTogether)

/** The body of a draft: the same elements, which may be empty. */
export const draftBodySchema = z.array(elementSchema(false)).superRefine(holdsTogether)

function holdsTogether(body: Body, context: z.RefinementCtx): void {
  const seen = new Set<string>()
  for (const [index, element] of body.entries()) {
    if (seen.has(element.id)) {
      context.addIssue({ code: 'custom', path: [index, 'id'], message: `two elements share the id "${element.id}"` })
    }
    seen.add(element.id)
    for (const [place, part] of (element.type === 'fact-box' ? element.elements : [element]).entries()) {
      if (part.type !== 'list' || !part.nesting || part.nesting.length === part.items.length) continue
      context.addIssue({
        code: 'custom',
        path: [index, ...(part === element ? [] : ['elements', place]), 'nesting'],
        message: `the list has ${part.items.length} items and a nesting of ${part.nesting.length}`,
      })
    }
    if (element.type === 'table') {
      for (const [row, cells] of element.rows.entries()) {
        if (cells.length !== element.header.length) {
          context.addIssue({
            code: 'custom',
            path: [index, 'rows', row],
            message: `the row has ${cells.length} cells, the header ${element.header.length}`,
          })
        }
      }
    }
  }
}

/**
 * The body that `value` (already parsed JSON) describes, finished or not.
 * Throws an Error that names the first invalid element and field when it is not a body.
 */
export function parseBody(value: unknown): Body {
  const parsed = draftBodySchema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new Error(`body is not valid at ${issue?.path.join('.') || 'the top'}: ${issue?.message}`)
}

/** When a live entry was written, by its heading; null for any other heading, and for an instant that no page can show. */
export function writtenAt({ at }: ElementOf<'heading'>): Date | null {
  return at !== undefined && at <= LATEST_MS ? new Date(at) : null
}

/** The plain text, without marks and links. */
export function plainText(text: Text): string {
  return text.map((span) => span.text).join('')
}

/** Whether the text has anything that readers would see. */
export function hasWords(text: Text): boolean {
  return !isBlank(plainText(text))
}

function isWebAddress(href: string): boolean {
  return ['https:', 'http:', 'mailto:', 'tel:'].includes(parseUrl(href)?.protocol ?? '')
}
