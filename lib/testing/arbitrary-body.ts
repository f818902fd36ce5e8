import fc from 'fast-check'
import {
  type Body,
  type BodyElement,
  DEEPEST_ITEM,
  LINKED_LISTS,
  MAX_RELATED,
  SPAN_MARKS,
  type Span,
  type Text,
} from '@/lib/article/body'
import { evenDepths, nestingOf } from '@/lib/article/list-tree'

/* Bodies of every kind that the schema allows, finished or not, for rules that must hold for any. */

const anchor = fc.constantFrom('corrections', 'gale-warning', 'e5')
const link: fc.Arbitrary<Span['link']> = fc.oneof(
  fc.record(
    { to: fc.constant('article' as const), article: fc.integer({ min: 1, max: 900 }), anchor },
    { requiredKeys: ['to', 'article'] },
  ),
  fc.record({
    to: fc.constant('list' as const),
    list: fc.constantFrom(...LINKED_LISTS),
    id: fc.integer({ min: 1, max: 90 }),
  }),
  fc.record({ to: fc.constant('web' as const), href: fc.webUrl() }),
)
const span: fc.Arbitrary<Span> = fc.record(
  {
    text: fc.string({ minLength: 1 }),
    marks: fc.subarray([...SPAN_MARKS], { minLength: 1 }),
    link,
  },
  { requiredKeys: ['text'] },
)
const text: fc.Arbitrary<Text> = fc.array(span, { maxLength: 4 })
const words = fc.string()
const sought = fc.record(
  { words: fc.string({ minLength: 1 }), url: fc.constant('https://example.org/ferry') },
  { requiredKeys: ['words'] },
)
const media = fc.integer({ min: 1, max: 99 })
const type = <T extends string>(name: T) => fc.constant(name)
const id = fc.constant('')

const paragraph = fc.record({ type: type('paragraph'), id, text })
const items = fc.array(text, { maxLength: 4 })
const depth = fc.integer({ min: 1, max: DEEPEST_ITEM })
const nested = fc.oneof(
  fc.record({ depth, ordered: fc.boolean() }),
  fc.record({ depth, ordered: fc.constant(true), start: fc.integer({ min: 2, max: 9 }) }),
)
const flatList = fc.oneof(
  fc.record({ type: type('list'), id, ordered: fc.boolean(), items }),
  fc.record({ type: type('list'), id, ordered: fc.constant(true), start: fc.integer({ min: 2, max: 900 }), items }),
)
/** Depths of which none is more than one deeper than the one before it, as the editor keeps them. */
const list = flatList.chain((flat) =>
  fc.array(fc.option(nested), { minLength: flat.items.length, maxLength: flat.items.length }).map((wanted) => {
    const depths = evenDepths(wanted.map((one) => one?.depth ?? 0))
    const nesting = wanted.map((one, place) => {
      const depth = depths[place] ?? 0
      return one && depth > 0 ? { ...one, depth } : null
    })
    return { ...flat, ...nestingOf(nesting) }
  }),
)
const table = fc.integer({ min: 0, max: 4 }).chain((columns) => {
  const line = fc.array(text, { minLength: columns, maxLength: columns })
  return fc.record(
    { type: type('table'), id, caption: words, header: line, rows: fc.array(line, { maxLength: 4 }) },
    { requiredKeys: ['type', 'id', 'header', 'rows'] },
  )
})

const element: fc.Arbitrary<BodyElement> = fc.oneof(
  paragraph,
  fc.record(
    { type: type('heading'), id, level: fc.constantFrom(2 as const, 3 as const), text, at: fc.nat() },
    { requiredKeys: ['type', 'id', 'level', 'text'] },
  ),
  list,
  fc.record({ type: type('quote'), id, text, attribution: words }, { requiredKeys: ['type', 'id', 'text'] }),
  fc.record(
    { type: type('pull-quote'), id, text: words, attribution: words },
    { requiredKeys: ['type', 'id', 'text'] },
  ),
  fc.record(
    { type: type('image'), id, media, caption: words, credit: words },
    { requiredKeys: ['type', 'id', 'media'] },
  ),
  fc.record(
    {
      type: type('gallery'),
      id,
      caption: words,
      items: fc.array(fc.record({ media, caption: words }, { requiredKeys: ['media'] }), { maxLength: 4 }),
    },
    { requiredKeys: ['type', 'id', 'items'] },
  ),
  table,
  fc.record({
    type: type('fact-box'),
    id,
    title: words,
    elements: fc.array(fc.oneof(paragraph, list), { maxLength: 4 }).map((parts) => named(parts, 'f')),
  }),
  fc.record({ type: type('divider'), id }),
  fc.record({
    type: type('embed'),
    id,
    provider: fc.constant('vimeo' as const),
    url: fc.constant('https://vimeo.com/1084537'),
    title: words,
  }),
  fc.record(
    {
      type: type('also-read'),
      id,
      target: fc.oneof(
        fc.record({ kind: type('article'), article: media, anchor }, { requiredKeys: ['kind', 'article'] }),
        fc.record({ kind: type('external'), url: fc.constant('https://example.org/'), label: words }),
        sought.map((story) => ({ kind: 'sought' as const, ...story })),
      ),
      automatic: fc.constant(true as const),
    },
    { requiredKeys: ['type', 'id', 'target'] },
  ),
  fc.record(
    {
      type: type('related-news'),
      id,
      articles: fc.array(media, { maxLength: MAX_RELATED }),
      sought: fc.array(sought, { maxLength: 2 }),
      automatic: fc.constant(true as const),
    },
    { requiredKeys: ['type', 'id', 'articles'] },
  ),
)

export const anyBody: fc.Arbitrary<Body> = fc.array(element, { maxLength: 12 }).map((elements) => named(elements, 'e'))

function named<T extends { id: string }>(elements: T[], letter: string): T[] {
  return elements.map((element, index) => ({ ...element, id: `${letter}${index}` }))
}
