import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Article } from '@/lib/article/article'
import { SPAN_MARKS } from '@/lib/article/body'
import { readableText } from '@/lib/article/readable-text'
import type { InTimeline } from '@/lib/content-api/listed-story'
import { articleMarkdown } from '@/lib/copy/markdown'
import { escapeBlockStart, escapeMarkdown, markdownText } from '@/lib/copy/markdown-text'
import type { ReaderBody, ReaderSpan, ReaderText } from '@/lib/linking/reader-body'
import { HOSTILE_STRINGS } from '@/lib/testing/hostile-strings/hostile-strings'
import { propertyRuns } from '@/lib/testing/property-runs'
import { readMarkdown } from '@/lib/testing/read-markdown'
import { dateAndTime } from '@/lib/time/dates'

const siteUrl = 'https://observer.example'

function span(text: string, rest: Partial<ReaderSpan> = {}): ReaderSpan {
  return { text, marks: [], href: null, external: false, ...rest }
}

function line(...text: ReaderText) {
  return markdownText(text, { siteUrl })
}

describe('a text', () => {
  it.each<[string, ReaderText, string]>([
    ['has bold words', [span('The '), span('Dunlin', { marks: ['bold'] }), span(' sails')], 'The **Dunlin** sails'],
    ['has italic words', [span('the '), span('Dunlin', { marks: ['italic'] }), span('.')], 'the _Dunlin_.'],
    ['has both at once', [span('so ', { marks: ['bold'] }), span('it', { marks: ['bold', 'italic'] })], '**so _it_**'],
    ['has code', [span('a`b', { marks: ['code'] })], '``a`b``'],
    ['keeps a power a power', [span('10'), span('6', { marks: ['superscript', 'bold'] })], '10**⁶**'],
    ['keeps what is lowered', [span('H'), span('2', { marks: ['subscript'] }), span('O')], 'H₂O'],
    ['links to a telephone', [span('call', { href: 'tel:+351213456789' })], '[call](tel:+351213456789)'],
    ['keeps spaces outside its delimiters', [span('a'), span(' b ', { marks: ['bold'] }), span('c')], 'a **b** c'],
    ['loses a mark that could not be parsed', [span('a'), span('“b”', { marks: ['bold'] }), span('c')], 'a“b”c'],
    ['links to this site', [span('as before', { href: '/city/x-1' })], `[as before](${siteUrl}/city/x-1)`],
    ['links elsewhere', [span('Tides', { href: 'https://a.example/(1)' })], '[Tides](https://a.example/%281%29)'],
    ['does not link to scripts', [span('x', { href: 'javascript:alert(1)' })], 'x'],
    [
      'is not turned into an image before a link',
      [span('Look!'), span('here', { href: '/a/b-1' })],
      `Look\\![here](${siteUrl}/a/b-1)`,
    ],
    ['stands on one line', [span('a\n\n# b\t'), span(' c')], 'a # b c'],
    [
      'is escaped',
      [span('2*3*4 [x](y) <b>&amp;</b> `z` ~~a~~ \\')],
      '2\\*3\\*4 \\[x\\](y) \\<b>\\&amp;\\</b> \\`z\\` \\~\\~a\\~\\~ \\\\',
    ],
  ])('%s', (_, text, markdown) => {
    expect(line(...text)).toBe(markdown)
  })

  it.each([
    ['# one', '\\# one'],
    ['- one', '\\- one'],
    ['+ one', '\\+ one'],
    ['+1 #one', '+1 #one'],
    ['>one', '\\>one'],
    ['1. one', '1\\. one'],
    ['1986) one', '1986\\) one'],
    ['   four spaces', 'four spaces'],
    ['---', '\\---'],
    ['- - -', '\\- - -'],
    ['1.5 million', '1.5 million'],
  ])('at the start of a block is not parsed as another one: %s', (words, markdown) => {
    expect(escapeBlockStart(escapeMarkdown(words))).toBe(markdown)
  })

  const hostile = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'ab1. \\`*_[]()<>!&#;~|:/+-="\'\n\t港é”'),
      fc.constantFrom('&amp;', 'javascript:', '<b>', '](', '![', '`` ', '👩‍🚀'),
    ),
    minLength: 1,
    maxLength: 10,
  })
  const HREFS = ['/city/x-1', 'https://a.example/_b_*c*?d=1&e', 'https://b.example/']
  const spans = fc.record({
    text: hostile,
    marks: fc.subarray([...SPAN_MARKS]),
    href: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.constantFrom(...HREFS)),
    external: fc.constant(false),
  })

  test('is parsed to the same text and only its own links', () => {
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 5 }), (text) => {
        const { words, links, surprises } = readMarkdown(escapeBlockStart(line(...text)))
        expect(tidy(words)).toBe(tidy(readableText(text)))
        expect(surprises).toEqual([])
        for (const link of links) expect(HREFS.map((href) => new URL(href, siteUrl).href)).toContain(link)
      }),
      { numRuns: propertyRuns() },
    )
  })

  test('stays in its table cell', () => {
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 4 }), (text) => {
        const cell = markdownText(text, { siteUrl, inTable: true })
        expect(cell).not.toMatch(/(?<!\\)(?:\\\\)*\|/)
        expect(cell).not.toContain('\n')
      }),
      { numRuns: propertyRuns(1000) },
    )
  })
})

function tidy(words: string): string {
  return words.replace(/\s+/gu, ' ').trim()
}

const STORY: InTimeline<Article> = {
  soFar: null,
  id: 42,
  headline: 'The last ferry: "six" # sharp #',
  kicker: 'Harbour',
  standfirst: 'From Monday, buses *take over*.',
  body: [],
  kind: 'news',
  language: 'en',
  dateline: 'PORT LINNET',
  slug: 'the-last-ferry',
  path: '/transport/the-last-ferry-42',
  sections: [{ id: 2, slug: 'transport', name: 'Transport', description: '', parentId: null }],
  topics: [{ id: 1, slug: 'harbour', name: 'Harbour', description: '' }],
  bylines: [
    { name: 'Mara Quill', authorSlug: 'mara-quill' },
    { name: 'Night "desk"', authorSlug: null },
  ],
  leadPicture: {
    id: 1,
    alt: 'The [bridge]',
    caption: 'The bridge',
    credit: 'Archive',
    widthPx: 1600,
    heightPx: 900,
    rights: { creator: '', copyright: '', licenceUrl: '', acquireUrl: '' },
    focus: { x: 0.5, y: 0.5 },
    original: 'bridge.svg',
    files: [{ format: 'jpeg', widthPx: 800, path: '/media/bridge-800.jpeg' }],
  },
  corrections: [{ id: 1, note: 'It was *Tuesday*.', correctedAt: new Date('2026-11-23T12:00:00Z') }],
  publishedAt: new Date('2026-11-23T09:00:00Z'),
  updatedAt: new Date('2026-11-23T12:00:00Z'),
  seoTitle: null,
  seoDescription: null,
  isUnlisted: false,
  translations: [],
  isOriginal: true,
}
const words = (text: string) => [span(text)]
const target = { id: 7, headline: 'Trams [4]', path: '/transport/trams-7', language: 'en', picture: null }
const BODY: ReaderBody = [
  { type: 'paragraph', id: 'e1', text: words('It sails at 1. six.') },
  { type: 'also-read', id: 'e2', target },
  { type: 'heading', id: 'e3', level: 2, text: words('What changes #') },
  { type: 'list', id: 'e4', ordered: false, start: 1, items: [words('Fewer boats'), words('- more buses')] },
  { type: 'list', id: 'e5', ordered: false, start: 1, items: [words('Another list')] },
  { type: 'list', id: 'e6', ordered: true, start: 9, items: [words('One'), words('Two')] },
  { type: 'quote', id: 'e7', text: words('We waited.'), attribution: 'Ida Voss' },
  { type: 'table', id: 'e8', caption: 'Fares', header: [[], words('a|b')], rows: [[words('Line 4'), words('2')]] },
  {
    type: 'fact-box',
    id: 'e9',
    title: 'Tides',
    elements: [
      { type: 'paragraph', id: 'e10', text: words('High at noon.') },
      { type: 'list', id: 'e11', ordered: false, start: 1, items: [words('3.4 m')] },
    ],
  },
  { type: 'divider', id: 'e12' },
  { type: 'embed', id: 'e13', provider: 'vimeo', url: 'https://vimeo.com/1', title: 'The quay' },
  { type: 'related-news', id: 'e14', targets: [target], illustrated: false },
  { type: 'also-read-elsewhere', id: 'e15', url: 'https://tides.example/', label: 'Tide tables' },
]
const AROUND = { settings: { language: 'en', timeZone: 'Europe/Lisbon' }, siteUrl }

test('the headline stands once, as the title in the front matter', () => {
  const plain = { ...STORY, headline: 'The last ferry' }
  const markdown = articleMarkdown(plain, [], AROUND)
  expect(markdown.split('The last ferry')).toHaveLength(2)
  expect(markdown).toContain('title: "The last ferry"\n')
  expect(markdown).not.toMatch(/^# /m)
})

test('every element of a story is written as Markdown', () => {
  expect(articleMarkdown(STORY, BODY, AROUND)).toBe(`---
title: "The last ferry: \\"six\\" # sharp #"
authors: ["Mara Quill", "Night \\"desk\\""]
published: "2026-11-23T09:00:00+00:00"
updated: "2026-11-23T12:00:00+00:00"
section: "Transport"
topics: ["Harbour"]
kind: "news"
language: "en"
url: "https://observer.example/transport/the-last-ferry-42"
---

From Monday, buses \\*take over\\*.

![The \\[bridge\\]](https://observer.example/media/bridge-800.jpeg)

The bridge Archive

PORT LINNET — It sails at 1. six.

Also read: [Trams \\[4\\]](https://observer.example/transport/trams-7)

## What changes \\#

- Fewer boats
- \\- more buses

* Another list

9. One
10. Two

> We waited.
>
> — Ida Voss

Fares

|  | a\\|b |
| --- | --- |
| Line 4 | 2 |

> **Tides**
>
> High at noon.
>
> - 3.4 m

---

[Watch on Vimeo: The quay](https://vimeo.com/1)

Related News |

- [Trams \\[4\\]](https://observer.example/transport/trams-7)

Also read: [Tide tables](https://tides.example/)

---

## Correction

- It was \\*Tuesday\\*. (${dateAndTime(STORY.corrections[0]?.correctedAt ?? STORY.publishedAt, AROUND.settings)})
`)
})

test('a story names the timeline that it leads to, and its address', () => {
  const soFar = { id: 3, slug: 'ferries', name: 'The "last" ferries', path: '/timelines/ferries', stories: 3 }
  expect(articleMarkdown({ ...STORY, soFar }, [], AROUND)).toContain(
    'timeline: "The \\"last\\" ferries"\ntimeline_url: "https://observer.example/timelines/ferries"\n',
  )
  expect(articleMarkdown(STORY, [], AROUND)).not.toContain('timeline')
})

test('a story without standfirst, picture and corrections has only headline and text', () => {
  const bare = { ...STORY, standfirst: '', dateline: '', leadPicture: null, corrections: [], updatedAt: null }
  const markdown = articleMarkdown(bare, [{ type: 'paragraph', id: 'e1', text: words('Only this.') }], AROUND)
  expect(markdown.split('---\n').at(-1)).toBe('\nOnly this.\n')
  expect(markdown).not.toContain('updated:')
})

test('lists within items are indented as far as the words of the item', () => {
  const nested = (depth: number, ordered: boolean) => ({ depth, ordered })
  const list: ReaderBody = [
    {
      type: 'list',
      id: 'e1',
      ordered: true,
      start: 9,
      items: [words('Tide'), words('Spring'), words('High'), words('Wind')],
      nesting: [null, nested(1, false), nested(2, false), null],
    },
    { type: 'list', id: 'e2', ordered: true, start: 1, items: [words('Fog')] },
  ]
  const markdown = articleMarkdown(STORY, list, AROUND)
  expect(markdown).toContain('9. Tide\n   - Spring\n     - High\n10. Wind\n\n1) Fog\n')
})

test('an entry of a live story has its instant', () => {
  const at = new Date('2026-11-23T10:30:00Z')
  const entry = { type: 'heading' as const, id: 'e1', level: 2 as const, text: words('Polls open'), at }
  expect(articleMarkdown(STORY, [entry], AROUND)).toContain(`## Polls open\n\n${dateAndTime(at, AROUND.settings)}\n`)
})

test('hostile strings stay text in every place', () => {
  for (const text of HOSTILE_STRINGS) {
    const { words, links, surprises } = readMarkdown(escapeBlockStart(escapeMarkdown(text)))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are dropped
    expect(tidy(words)).toBe(tidy(text.replace(/[\s\u0085]+/gu, ' ').replace(/[\u0000-\u001f\u007f]/g, '')))
    expect([links, surprises], text).toEqual([[], []])
  }
})
