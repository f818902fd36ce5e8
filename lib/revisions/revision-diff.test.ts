import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ARTICLE_KINDS } from '@/lib/article/article'
import type { BodyElement, Text } from '@/lib/article/body'
import { emptyManuscript, type Manuscript } from '@/lib/article/manuscript'
import { isNoDifference, type PartDifference, revisionDifference } from '@/lib/revisions/revision-diff'
import { elementParts, fieldParts, type NamesById } from '@/lib/revisions/revision-parts'
import { propertyRuns } from '@/lib/testing/property-runs'

const NAMES: NamesById = {
  sections: new Map([[1, 'City']]),
  topics: new Map([
    [1, 'Harbour'],
    [2, 'Elections'],
  ]),
  authors: new Map([[1, 'Mara Quill']]),
  pictures: new Map([[1, 'The bridge at dusk']]),
  stories: new Map([
    [7, 'Ferry fares go up'],
    [8, 'Night tram returns'],
  ]),
}

const WITH_NAMES = { names: NAMES, yieldToRequests: async () => {} }

function paragraph(id: string, ...text: Text): BodyElement {
  return { type: 'paragraph', id, text }
}

const A = paragraph('a', { text: 'The last ferry leaves at six.' })
const B = paragraph('b', { text: 'Buses take over.' })
const C = paragraph('c', { text: 'Nobody knows for how long.' })

function story(change: Partial<Manuscript>): Manuscript {
  return { ...emptyManuscript('en'), headline: 'Ferry stops', ...change }
}

function difference(before: Partial<Manuscript>, after: Partial<Manuscript>) {
  return revisionDifference({ before: story(before), after: story(after) }, WITH_NAMES)
}

function partText({ label, runs }: PartDifference): string {
  const mark = { same: '', added: '+', removed: '-' }
  return [label, ...runs.map(({ kind, words }) => `${mark[kind]}${words}`)].filter(Boolean).join(' / ')
}

async function elements(before: BodyElement[], after: BodyElement[]) {
  return (await difference({ body: before }, { body: after })).elements
}

describe('fields', () => {
  test('that changed are listed word by word, the others are left out', async () => {
    const { fields } = await difference({ headline: 'Ferry stops at six' }, { headline: 'Ferry stops at seven' })
    expect(fields.map(partText)).toEqual(['Headline / Ferry stops at  / -six / +seven'])
  })

  test('that hold ids are listed by name', async () => {
    const bylines = [{ authorId: 1, name: null }]
    const { fields } = await difference(
      { topicIds: [1], leadMediaId: 1 },
      { topicIds: [1, 2], sectionId: 1, bylines, leadMediaId: 9 },
    )
    expect(fields.map(partText)).toEqual([
      'Section / +City',
      'Topics / Harbour / +Elections',
      'Byline / +Mara Quill',
      'Lead image / -The bridge at dusk / +picture 9',
    ])
  })
})

describe('the text', () => {
  test('is listed element by element, its words run by run', async () => {
    const changed = paragraph('b', { text: 'Trams take over.' })
    const [first, second] = await elements([A, B], [A, changed])
    expect(first).toMatchObject({ id: 'a', kind: 'same', isMoved: false })
    expect(second).toMatchObject({ id: 'b', kind: 'changed', name: 'Paragraph' })
    expect(second?.parts.map(partText)).toEqual(['-Buses / +Trams /  take over.'])
  })

  test('shows a removed element at its old place', async () => {
    expect((await elements([A, B, C], [A, C])).map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'a same',
      'b removed',
      'c same',
    ])
    expect((await elements([A], [C, A])).map(({ id, kind }) => `${id} ${kind}`)).toEqual(['c added', 'a same'])
  })

  test('shows a moved element once, at its new place', async () => {
    const moved = await elements([A, B, C], [C, A, B])
    expect(moved.map(({ id, kind, isMoved }) => [id, kind, isMoved])).toEqual([
      ['c', 'same', true],
      ['a', 'same', false],
      ['b', 'same', false],
    ])
  })

  test('lists a changed link and its target beside unchanged words', async () => {
    const link = { to: 'article' as const, article: 7 }
    const [linked] = await elements([B], [paragraph('b', { text: 'Buses', link }, { text: ' take over.' })])
    expect(linked?.parts.map(partText)).toEqual(['Buses take over.', 'Links / +“Buses” → Ferry fares go up'])
    const [other] = await elements(
      [{ type: 'also-read', id: 'r', target: { kind: 'article', article: 7 } }],
      [{ type: 'also-read', id: 'r', target: { kind: 'article', article: 8 } }],
    )
    expect(other).toMatchObject({ name: 'Also read', kind: 'changed' })
    const [bold] = await elements([B], [paragraph('b', { text: 'Buses', marks: ['bold'] }, { text: ' take over.' })])
    expect(bold?.parts.map(partText)).toContain('Emphasis / +“Buses” bold')
  })

  test('lists the stories of a block one by one', async () => {
    const [block] = await elements(
      [{ type: 'related-news', id: 'n', articles: [7, 9] }],
      [{ type: 'related-news', id: 'n', articles: [8, 7] }],
    )
    expect(block?.parts.map(partText)).toEqual(['Stories / +Night tram returns / Ferry fares go up / -story 9'])
  })

  test('names the old and the new type of an element', async () => {
    const [element] = await elements(
      [B],
      [{ type: 'heading', id: 'b', level: 2, text: [{ text: 'Buses take over.' }] }],
    )
    expect(element).toMatchObject({ kind: 'changed', name: 'Paragraph, now Heading' })
  })
})

const words = fc.constantFrom(
  '',
  'Ferry',
  'The last ferry  leaves\nat six.',
  'आखिरी नौका',
  '末班渡轮六点开',
  ' a b ',
  'a  b',
  'b a',
)
const spans = fc.array(
  fc.record(
    {
      text: words.filter((text) => text !== ''),
      marks: fc.constantFrom<('bold' | 'italic')[]>([], ['bold'], ['italic']),
      link: fc.constantFrom(
        { to: 'article' as const, article: 7 },
        { to: 'web' as const, href: 'https://tides.example' },
      ),
    },
    { requiredKeys: ['text'] },
  ),
  { maxLength: 3 },
)
const element = fc.constantFrom('a', 'b', 'c', 'd').chain(
  (id): fc.Arbitrary<BodyElement> =>
    fc.oneof(
      fc.record({ type: fc.constant('paragraph' as const), id: fc.constant(id), text: spans }),
      fc.record({
        type: fc.constant('list' as const),
        id: fc.constant(id),
        ordered: fc.boolean(),
        items: fc.array(spans, { maxLength: 3 }),
      }),
      fc.record({
        type: fc.constant('list' as const),
        id: fc.constant(id),
        ordered: fc.boolean(),
        items: fc.tuple(spans, spans),
        nesting: fc.tuple(
          fc.constant(null),
          fc.constantFrom({ depth: 1, ordered: true }, { depth: 1, ordered: false }),
        ),
      }),
      fc.record({
        type: fc.constant('image' as const),
        id: fc.constant(id),
        media: fc.constantFrom(1, 2),
        caption: words,
      }),
      fc.record({
        type: fc.constant('related-news' as const),
        id: fc.constant(id),
        articles: fc.array(fc.constantFrom(7, 8, 9), { maxLength: 4 }),
      }),
    ),
)
const manuscript: fc.Arbitrary<Manuscript> = fc.record({
  headline: words,
  kicker: words,
  standfirst: words,
  body: fc.uniqueArray(element, { selector: ({ id }) => id }),
  slug: words,
  sectionId: fc.constantFrom(1, 2, null),
  topicIds: fc.uniqueArray(fc.constantFrom(1, 2, 3)),
  bylines: fc.array(fc.constantFrom({ authorId: 1, name: null }, { authorId: null, name: 'Iris Vale' }), {
    maxLength: 3,
  }),
  kind: fc.constantFrom(...ARTICLE_KINDS),
  language: fc.constantFrom('en', 'hi', 'zh'),
  dateline: words,
  leadMediaId: fc.constantFrom(1, 2, null),
  seoTitle: fc.option(words),
  translationOfId: fc.constantFrom(7, 8, null),
  isUnlisted: fc.boolean(),
  seoDescription: fc.option(words),
})

/** What one side of the difference says: by label, its words or its things. */
function side(parts: PartDifference[], left: 'added' | 'removed') {
  const said = parts.map(({ label, isList, runs }): [string, string | string[]] => {
    const kept = runs.filter(({ kind }) => kind !== left).map((run) => run.words)
    return [label, isList ? kept : kept.join('')]
  })
  return new Map(said.filter(([, value]) => value.length > 0))
}

function saidBy(parts: ReturnType<typeof elementParts>) {
  return new Map(parts.map((part) => [part.label, 'words' in part ? part.words : part.items]))
}

test('each side of a difference contains its whole version', async () => {
  await fc.assert(
    fc.asyncProperty(manuscript, manuscript, async (before, after) => {
      const difference = await revisionDifference({ before, after }, WITH_NAMES)
      const [was, is] = [saidBy(fieldParts(before, NAMES)), saidBy(fieldParts(after, NAMES))]
      const changed = new Set(difference.fields.map(({ label }) => label))
      for (const [label, value] of side(difference.fields, 'removed')) expect(value).toEqual(is.get(label))
      for (const [label, value] of side(difference.fields, 'added')) expect(value).toEqual(was.get(label))
      for (const label of [...was.keys(), ...is.keys()]) {
        if (!changed.has(label)) expect(is.get(label)).toEqual(was.get(label))
      }
      const later = difference.elements.filter(({ kind }) => kind !== 'removed')
      expect(later.map(({ id }) => id)).toEqual(after.body.map(({ id }) => id))
      for (const [place, found] of later.entries()) {
        const own = after.body[place]
        expect(side(found.parts, 'removed')).toEqual(own && saidBy(elementParts(own, NAMES)))
      }
      for (const own of before.body) {
        const found = difference.elements.find(({ id }) => id === own.id)
        expect(side(found?.parts ?? [], 'added')).toEqual(saidBy(elementParts(own, NAMES)))
      }
    }),
    { numRuns: propertyRuns(100) },
  )
})

test('versions differ exactly when a field or the body does', async () => {
  await fc.assert(
    fc.asyncProperty(manuscript, async (before) => {
      expect(isNoDifference(await revisionDifference({ before, after: before }, WITH_NAMES))).toBe(true)
    }),
    { numRuns: propertyRuns(100) },
  )
  expect(isNoDifference(await difference({ body: [A, B] }, { body: [B, A] }))).toBe(false)
  expect(isNoDifference(await difference({}, { headline: 'Ferry stops for good' }))).toBe(false)
})
