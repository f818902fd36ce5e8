import { describe, expect, it } from 'vitest'
import type { ArticleSnapshot } from '@/lib/article/snapshot'
import { type ArticleContext, staleTags } from '@/lib/pages/stale-tags'

const NOW = new Date('2026-11-23T14:00:00Z')
const [CITY, TRANSPORT, FERRIES, WORLD] = [1, 2, 3, 4]
const HARBOUR = 1
const [MARA, TOMAS] = [1, 2]

function hoursAgo(hours: number): Date {
  return new Date(NOW.getTime() - hours * 3_600_000)
}

function hoursAhead(hours: number): Date {
  return hoursAgo(-hours)
}

const ID = 7
const CONTEXT: ArticleContext = {
  lines: new Map([
    [CITY, [CITY]],
    [TRANSPORT, [CITY, TRANSPORT]],
    [FERRIES, [CITY, TRANSPORT, FERRIES]],
    [WORLD, [WORLD]],
  ]),
  laterStory: false,
  corrected: false,
  timelineId: null,
  archive: [],
}

const PUBLIC: ArticleSnapshot = {
  state: 'published',
  kind: 'news',
  headline: 'Night ferry returns after eleven years',
  kicker: 'Ferries',
  standfirst: 'The first boat leaves at 23:40 on Friday.',
  body: [{ type: 'paragraph', id: 'e1', text: [{ text: 'The lamps on the pier were lit again.' }] }],
  slug: 'night-ferry-returns-after-eleven-years',
  sectionId: TRANSPORT,
  dateline: 'Port Linnet',
  language: 'en',
  leadMediaId: 1,
  seoTitle: null,
  seoDescription: null,
  translationOfId: null,
  isUnlisted: false,
  topicIds: [HARBOUR],
  bylines: [{ authorId: MARA, name: null }],
  publishedAt: hoursAgo(3).getTime(),
  updatedAt: null,
  withdrawnAt: null,
  withdrawalReason: '',
}
const DRAFT: ArticleSnapshot = { ...PUBLIC, state: 'draft', publishedAt: null }
const SCHEDULED: ArticleSnapshot = { ...PUBLIC, state: 'scheduled', publishedAt: hoursAhead(2).getTime() }
const WITHDRAWN: ArticleSnapshot = { ...PUBLIC, state: 'withdrawn', withdrawnAt: hoursAgo(1).getTime() }

const LISTS = ['list:latest', 'list:news', 'list:section:1', 'list:section:2', 'list:topic:1', 'list:author:1']
const ALL = ['article:7', 'link:7', 'teaser:7', ...LISTS]

function stale(before: ArticleSnapshot | null, after: ArticleSnapshot | null, change: Partial<ArticleContext> = {}) {
  return staleTags({ id: ID, before, after, context: { ...CONTEXT, ...change } }, NOW).toSorted()
}

describe('a save of a public article', () => {
  it('that changes nothing makes nothing stale', () => {
    expect(stale(PUBLIC, { ...PUBLIC })).toEqual([])
  })

  it.each<[string, Partial<ArticleSnapshot>]>([
    ['the body', { body: [] }],
    ['the dateline', { dateline: 'At sea' }],
    ['the update', { updatedAt: NOW.getTime() }],
    ['the title for search engines', { seoTitle: 'Night ferry' }],
  ])('makes its own page alone stale when %s changes', (_what, change) => {
    expect(stale(PUBLIC, { ...PUBLIC, ...change }, { corrected: true })).toEqual(['article:7'])
  })

  it.each<[string, Partial<ArticleSnapshot>]>([
    ['kicker', { kicker: 'At night' }],
    ['standfirst', { standfirst: 'The boat leaves on Saturday.' }],
    ['kind', { kind: 'feature' }],
    [
      'guest byline',
      { bylines: [PUBLIC.bylines[0] ?? { authorId: null, name: 'x' }, { authorId: null, name: 'A Guest' }] },
    ],
  ])('reaches teasers, and no links and lists, when the %s changes', (_what, change) => {
    expect(stale(PUBLIC, { ...PUBLIC, ...change })).toEqual(['article:7', 'teaser:7'])
  })

  it.each<[string, Partial<ArticleSnapshot>]>([
    ['headline', { headline: 'Night ferry is back' }],
    ['slug', { slug: 'night-ferry-is-back' }],
    ['language', { language: 'pt' }],
    ['lead picture', { leadMediaId: 2 }],
  ])('reaches links, teasers and the news when the %s changes', (_what, change) => {
    expect(stale(PUBLIC, { ...PUBLIC, ...change })).toEqual(['article:7', 'link:7', 'list:news', 'teaser:7'])
  })

  it('reaches whatever names it to search engines when it may no longer be listed', () => {
    expect(stale(PUBLIC, { ...PUBLIC, isUnlisted: true })).toEqual(['article:7', 'link:7', 'list:latest', 'list:news'])
  })

  it('reaches the list of corrections when a corrected one is renamed', () => {
    expect(stale(PUBLIC, { ...PUBLIC, headline: 'Back' }, { corrected: true })).toContain('list:corrections')
  })

  it('reaches the topics and authors that it left and joined, and not the others', () => {
    const after = { ...PUBLIC, topicIds: [HARBOUR, 2], bylines: [{ authorId: TOMAS, name: null }] }
    expect(stale(PUBLIC, after)).toEqual(['article:7', 'list:author:1', 'list:author:2', 'list:topic:2', 'teaser:7'])
  })

  it('reaches the lists of both sections and all above them when it moves', () => {
    expect(stale(PUBLIC, { ...PUBLIC, sectionId: WORLD })).toEqual(
      [
        ...['article:7', 'link:7', 'teaser:7'],
        ...['list:latest', 'list:news', 'list:section:1', 'list:section:2', 'list:section:4'],
      ].toSorted(),
    )
  })

  it('reaches the lists of earlier stories in its new section when that has later stories', () => {
    const moved = stale(PUBLIC, { ...PUBLIC, sectionId: WORLD }, { laterStory: true })
    expect(moved).toContain('earlier:section:4')
    expect(moved).not.toContain('earlier:section:2')
  })
})

describe('an article that becomes public', () => {
  it('reaches its links and every list that it is in', () => {
    expect(stale(DRAFT, PUBLIC)).toEqual(ALL.toSorted())
    expect(stale(null, PUBLIC)).toEqual(ALL.toSorted())
  })

  it('reaches the lists of every section above its own', () => {
    expect(stale(DRAFT, { ...PUBLIC, sectionId: FERRIES })).toEqual([...ALL, 'list:section:3'].toSorted())
  })

  it('as the newest of its section leaves the lists of earlier stories alone', () => {
    expect(stale(DRAFT, PUBLIC, { laterStory: false }).join()).not.toContain('earlier')
  })

  it('in a section with later stories changes the lists of earlier stories', () => {
    expect(stale(WITHDRAWN, PUBLIC, { laterStory: true })).toEqual([...ALL, 'earlier:section:2'].toSorted())
  })

  it('reaches the front page and the corrections only when it is there', () => {
    expect(stale(DRAFT, PUBLIC, { corrected: true })).toEqual([...ALL, 'list:corrections'].toSorted())
  })
})

describe('an article that ceases to be public', () => {
  it.each([
    ['withdrawn', WITHDRAWN],
    ['taken out of the store', null],
  ])('%s, reaches its links and every list that it was in', (_how, after) => {
    expect(stale(PUBLIC, after)).toEqual(ALL.toSorted())
  })

  it('at a later instant reaches every page that now changes at that instant', () => {
    expect(stale(PUBLIC, { ...PUBLIC, withdrawnAt: hoursAhead(5).getTime() })).toEqual(ALL.toSorted())
  })
})

describe('an article that no reader sees', () => {
  it('makes nothing stale, whatever changes in it', () => {
    expect(stale(null, DRAFT)).toEqual([])
    expect(stale(DRAFT, { ...DRAFT, headline: 'Other words', sectionId: WORLD, topicIds: [] })).toEqual([])
    expect(stale(SCHEDULED, { ...SCHEDULED, headline: 'Other words', body: [] }, { corrected: true })).toEqual([])
  })

  it('changes the instants of links and lists when it is scheduled, rescheduled or unscheduled', () => {
    const later = { ...SCHEDULED, publishedAt: hoursAhead(9).getTime() }
    const expected = ['link:7', 'teaser:7', ...LISTS].toSorted()
    expect(stale(DRAFT, SCHEDULED)).toEqual(expected)
    expect(stale(SCHEDULED, later)).toEqual(expected)
    expect(stale(SCHEDULED, DRAFT)).toEqual(expected)
  })

  it('changes the instants of the lists that it joins while scheduled', () => {
    expect(stale(SCHEDULED, { ...SCHEDULED, topicIds: [HARBOUR, 2] })).toEqual(['list:topic:2'])
  })

  it('changes only its notice when the reason of its withdrawal changes', () => {
    expect(stale(WITHDRAWN, { ...WITHDRAWN, withdrawalReason: 'The story was wrong.' })).toEqual(['article:7'])
    expect(stale(WITHDRAWN, { ...WITHDRAWN, headline: 'Other words' })).toEqual([])
  })
})

it('a due story is public whether it is called scheduled or published', () => {
  const due: ArticleSnapshot = { ...PUBLIC, state: 'scheduled' }
  expect(stale(due, PUBLIC)).toEqual([])
  expect(stale(due, { ...due, body: [] })).toEqual(['article:7'])
})
