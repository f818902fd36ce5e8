import { describe, expect, it, test } from 'vitest'
import type { Body, BodyElement } from '@/lib/article/body'
import {
  type ChecklistFacts,
  checklist,
  type OriginalAhead,
  type PictureAhead,
  type TargetAhead,
  type VersionAhead,
} from '@/lib/article/checklist'
import { emptyManuscript, type Manuscript } from '@/lib/article/manuscript'

const NOON = new Date('2026-11-23T12:00:00Z')
const BEFORE = new Date('2026-11-23T11:00:00Z')
const LATER = new Date('2026-11-23T12:00:01Z')

const SELF = 7
const FERRY = 20
const TRAM = 21
const DREDGER = 1
const QUAY = 2
const SKETCH = 3
const FREE = { use: { kind: 'free' }, isNobodys: false, isThrownAway: false } as const

const opening: BodyElement = { type: 'paragraph', id: 'opening', text: [{ text: 'The crane lifted the last girder.' }] }
const alsoRead = (article: number): BodyElement => ({
  type: 'also-read',
  id: 'also',
  target: { kind: 'article', article },
})

/** A story with an empty checklist. */
const sound: Manuscript = {
  ...emptyManuscript('en'),
  headline: 'New crane lifts its last girder',
  slug: 'new-crane-lifts-its-last-girder',
  standfirst: 'The bridge over the Linnet is closed at last.',
  sectionId: 2,
  bylines: [{ authorId: 1, name: null }],
  leadMediaId: DREDGER,
  body: [opening, alsoRead(FERRY)],
}

function ahead(target: Partial<TargetAhead> = {}): TargetAhead {
  return {
    headline: 'Ferry strike ends',
    state: 'published',
    isDeleted: false,
    publishedAt: BEFORE,
    withdrawnAt: null,
    ...target,
  }
}

function facts(manuscript: Partial<Manuscript>, around: Partial<ChecklistFacts> = {}): ChecklistFacts {
  return {
    self: SELF,
    manuscript: { ...sound, ...manuscript },
    at: NOON,
    pictures: new Map([
      [DREDGER, { alt: 'The dredger at dusk', widthPx: 1600, ...FREE }],
      [QUAY, { alt: ' ', widthPx: 1600, ...FREE }],
      [SKETCH, { alt: 'A sketch of the bridge', widthPx: 1199, ...FREE }],
    ]),
    targets: new Map([
      [FERRY, ahead()],
      [TRAM, ahead({ headline: 'Tram line reopens' })],
    ]),
    original: null,
    versions: [],
    paper: 'The Observer',
    isAddressFixed: false,
    conflicts: [],
    ...around,
  }
}

const ARABIC: OriginalAhead = {
  id: FERRY,
  headline: 'انتهى إضراب العبارات',
  language: 'ar',
  translationOfId: null,
  isDeleted: false,
}
const HINDI: VersionAhead = { id: TRAM, headline: 'हड़ताल समाप्त', language: 'hi', translationOfId: FERRY }
const translated = { translationOfId: FERRY }

const text = (elements: BodyElement[]): Partial<Manuscript> => ({ body: [...(sound.body as Body), ...elements] })
const target = (state: Partial<TargetAhead>) => ({ targets: new Map([[FERRY, ahead(state)]]) })

test('the checklist of a valid story is empty', () => {
  expect(checklist(facts({}))).toEqual({ blockers: [], advice: [] })
})

type Row = [rule: string, found: object, manuscript: Partial<Manuscript>, around?: Partial<ChecklistFacts>]

const BLOCKERS: Row[] = [
  ['a story needs a headline', { code: 'no-headline', field: 'headline' }, { headline: ' ' }],
  ['a story needs words in its address', { code: 'no-address', field: 'slug' }, { slug: '' }],
  [
    'a headline carries no name of the paper as a label',
    { code: 'headline-label', field: 'headline' },
    { headline: 'The ferry leaves at six | The\u00a0Observer' },
  ],
  ['a story stands in a section', { code: 'no-section', field: 'sectionId' }, { sectionId: null }],
  ['somebody is named as the author', { code: 'no-byline', field: 'bylines' }, { bylines: [] }],
  [
    'a story needs text; a link to another story is not text',
    { code: 'no-text', field: 'body' },
    { body: [alsoRead(FERRY)] },
  ],
  ['the lead image has alt text', { code: 'no-alt', field: 'leadMediaId' }, { leadMediaId: QUAY }],
  [
    'an image in the text has alt text',
    { code: 'no-alt', elementId: 'image' },
    text([{ type: 'image', id: 'image', media: QUAY }]),
  ],
  [
    'every image of a gallery has alt text',
    { code: 'no-alt', elementId: 'gallery' },
    text([{ type: 'gallery', id: 'gallery', items: [{ media: DREDGER }, { media: QUAY }] }]),
  ],
  [
    'an image in the text is still in the store',
    { code: 'picture-gone', elementId: 'image' },
    text([{ type: 'image', id: 'image', media: 99 }]),
  ],
  [
    'nothing is left unfinished',
    { code: 'unfinished', elementId: 'list' },
    text([{ type: 'list', id: 'list', ordered: false, items: [] }]),
  ],
  [
    'two versions wait for no decision about the text',
    { code: 'conflict', elementId: 'opening' },
    {},
    { conflicts: [{ place: 'body:opening' }] },
  ],
  [
    'two versions wait for no decision about a field',
    { code: 'conflict', field: 'headline' },
    {},
    { conflicts: [{ place: 'headline' }] },
  ],
  ['a block names no draft', { code: 'target-missing', elementId: 'also' }, {}, target({ state: 'draft' })],
  ['a block names no story in review', { code: 'target-missing' }, {}, target({ state: 'in-review' })],
  [
    'a block names no withdrawn story',
    { code: 'target-missing' },
    {},
    target({ state: 'withdrawn', withdrawnAt: BEFORE }),
  ],
  [
    'a block names no story that will be withdrawn by then',
    { code: 'target-missing' },
    {},
    target({ withdrawnAt: NOON }),
  ],
  [
    'a block names no story that is due later',
    { code: 'target-missing' },
    {},
    target({ state: 'scheduled', publishedAt: LATER }),
  ],
  ['a block names no deleted story', { code: 'target-missing' }, {}, target({ state: 'draft', isDeleted: true })],
  ['a block names a story that exists', { code: 'target-missing' }, {}, { targets: new Map() }],
  ['a block does not name the story itself', { code: 'target-missing' }, {}, { self: FERRY }],
  [
    'related news names only what readers will find',
    { code: 'target-missing', elementId: 'related' },
    text([{ type: 'related-news', id: 'related', articles: [TRAM, 99] }]),
  ],
  [
    'a translation names an original that exists',
    { code: 'wrong-original', field: 'translationOfId' },
    translated,
    { original: null },
  ],
  [
    'a translation names no deleted original',
    { code: 'wrong-original' },
    translated,
    { original: { ...ARABIC, isDeleted: true } },
  ],
  [
    'a translation names no translation as its original',
    { code: 'wrong-original' },
    translated,
    { original: { ...ARABIC, translationOfId: TRAM } },
  ],
  ['a story is not its own original', { code: 'wrong-original' }, { translationOfId: SELF }],
  [
    'a story that others name as their original is no translation',
    { code: 'wrong-original' },
    translated,
    { original: ARABIC, versions: [{ ...HINDI, translationOfId: SELF }] },
  ],
]

const ADVICE: Row[] = [
  [
    'a translation has another language than its original',
    { code: 'same-language', field: 'language' },
    translated,
    { original: { ...ARABIC, language: 'EN' } },
  ],
  [
    'two versions of a story have two languages',
    { code: 'same-language' },
    translated,
    { original: ARABIC, versions: [{ ...HINDI, language: 'en' }] },
  ],
  [
    'an original has another language than its translations',
    { code: 'same-language' },
    {},
    { versions: [{ ...HINDI, language: 'en', translationOfId: SELF }] },
  ],
  [
    'a headline has at most 110 characters',
    { code: 'headline-long', field: 'headline' },
    { headline: 'é'.repeat(111) },
  ],
  ['a story has a standfirst', { code: 'no-standfirst', field: 'standfirst' }, { standfirst: '' }],
  ['a story has a lead image', { code: 'no-lead', field: 'leadMediaId' }, { leadMediaId: null }],
  ['a lead image is 1,200 px wide', { code: 'lead-small', field: 'leadMediaId' }, { leadMediaId: SKETCH }],
  ['a story names another one between its paragraphs', { code: 'no-also-read', field: 'body' }, { body: [opening] }],
  [
    'a paragraph has at most 150 words',
    { code: 'paragraph-long', elementId: 'long' },
    text([{ type: 'paragraph', id: 'long', text: [{ text: 'so it went, '.repeat(51) }] }]),
  ],
  [
    'a link in the text leads to a public story',
    { code: 'link-not-public', elementId: 'linked' },
    text([{ type: 'paragraph', id: 'linked', text: [{ text: 'the roof', link: { to: 'article', article: 99 } }] }]),
  ],
]

describe.each(BLOCKERS)('%s', (_rule, found, manuscript, around) => {
  it('or the story cannot be published', () => {
    expect(checklist(facts(manuscript, around))).toMatchObject({ blockers: [found], advice: [] })
  })
})

describe.each(ADVICE)('%s', (_rule, found, manuscript, around) => {
  it('or the checklist advises the editor', () => {
    expect(checklist(facts(manuscript, around))).toMatchObject({ blockers: [], advice: [found] })
  })
})

const ALLOWED: Row[] = [
  ['a story whose address is fixed and has no words', {}, { slug: '' }, { isAddressFixed: true }],
  ['a headline with the name of the paper in its sentence', {}, { headline: 'How the Observer was saved: a history' }],
  ['a headline of 110 characters', {}, { headline: '🚢'.repeat(110) }],
  [
    'a paragraph of 150 words',
    {},
    text([{ type: 'paragraph', id: 'long', text: [{ text: 'so it went, '.repeat(50) }] }]),
  ],
  ['a scheduled target that is due at the same instant', {}, {}, target({ state: 'scheduled', publishedAt: NOON })],
  ['a target that ends later', {}, {}, target({ withdrawnAt: LATER })],
  ['a translation in a language of its own', {}, translated, { original: ARABIC, versions: [HINDI] }],
  ['an original with translations', {}, {}, { versions: [{ ...HINDI, translationOfId: SELF }] }],
  ['related news instead of an Also read', {}, { body: [opening, related(FERRY, TRAM)] }],
]

test.each(ALLOWED)('the checklist allows %s', (_what, _found, manuscript, around) => {
  expect(checklist(facts(manuscript, around))).toEqual({ blockers: [], advice: [] })
})

test('a missing target is named by its headline, with what is wrong with it', () => {
  const { blockers } = checklist(facts({}, target({ state: 'draft' })))
  expect(blockers.map(({ message }) => message)).toEqual([
    'Also read: “Ferry strike ends” is still a draft. Choose another story, or take it out.',
  ])
})

function related(...articles: number[]): BodyElement {
  return { type: 'related-news', id: 'related', articles }
}

describe('the rights of pictures', () => {
  const shown = (about: Partial<PictureAhead>) =>
    checklist(
      facts(
        { body: [opening, alsoRead(FERRY), { type: 'image', id: 'photo', media: SKETCH }] },
        {
          pictures: new Map([DREDGER, SKETCH].map((id) => [id, { alt: 'The quay', widthPx: 1600, ...FREE, ...about }])),
        },
      ),
    )

  it('block where a picture may not be used, each in its place and with the reason', () => {
    const why = 'The permission to use it ended on 3 May 2026.'
    expect(shown({ use: { kind: 'blocked', why } })).toEqual({
      blockers: [
        {
          code: 'picture-forbidden',
          field: 'leadMediaId',
          message: `The lead image cannot be published. ${why} Replace it.`,
        },
        { code: 'picture-forbidden', elementId: 'photo', message: `A picture cannot be published. ${why} Replace it.` },
      ],
      advice: [],
    })
  })

  it('advise where there is something to heed, or nobody said anything', () => {
    const { blockers, advice } = shown({ use: { kind: 'warned', why: 'Each use of it is paid for.' } })
    expect(blockers).toEqual([])
    expect(advice.map(({ code }) => code)).toEqual(['picture-rights', 'picture-rights'])
    expect(shown({ isNobodys: true }).advice.map(({ code }) => code)).toEqual(['picture-nobodys', 'picture-nobodys'])
  })

  it('block a picture that was thrown away', () => {
    expect(shown({ isThrownAway: true }).blockers.map(({ code }) => code)).toEqual([
      'picture-thrown-away',
      'picture-thrown-away',
    ])
  })
})
