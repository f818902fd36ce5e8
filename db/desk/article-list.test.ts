import { beforeEach, describe, expect, test } from 'vitest'
import { deskArticles, type ListFilters, STORIES_PER_PAGE } from '@/db/desk/article-list'
import { indexArticle } from '@/db/search/index-article'
import { users } from '@/db/store/account-schema'
import { workingCopies } from '@/db/store/desk-schema'
import { inTransaction, type MemoryStore, openMemoryStore } from '@/db/store/open'
import {
  aPaper,
  aStory,
  CITY,
  FERRIES,
  HARBOUR,
  hoursAgo,
  hoursAhead,
  MARA,
  NOW,
  type StoryFixture,
  TOMAS,
  TRANSPORT,
  WORLD,
} from '@/db/testing/fixtures'
import { recordedQueries } from '@/db/testing/recorded-queries'
import type { Editor } from '@/lib/accounts/permissions'
import { emptyManuscript } from '@/lib/article/manuscript'
import type { ListOrder } from '@/lib/desk/list/list-query'

const NADIA: Editor = { id: 'nadia', name: 'Nadia Reyes', email: 'nadia@observer.example', role: 'editor' }
const OLE: Editor = { id: 'ole', name: 'Ole Brandt', email: 'ole@observer.example', role: 'contributor' }
const EVERY: ListFilters = {
  words: '',
  state: null,
  view: null,
  sectionId: null,
  authorId: null,
  from: null,
  until: null,
  dayEnds: new Date('2026-11-24T00:00:00Z'),
}
const NEWEST_SAVE: ListOrder = { by: 'saved', direction: 'descending' }

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  for (const { id, name, email, role } of [NADIA, OLE]) {
    const joined = { emailVerified: true, createdAt: hoursAgo(500), updatedAt: hoursAgo(500) }
    await db.insert(users).values({ id, name, email, role, ...joined })
  }
})

interface ListRequest {
  editor?: Editor
  filters?: Partial<ListFilters>
  order?: ListOrder
  page?: number
}

function list({ editor = NADIA, filters = {}, order = NEWEST_SAVE, page = 1 }: ListRequest = {}) {
  return deskArticles(db, { editor, filters: { ...EVERY, ...filters }, order, page, now: NOW })
}

async function headlines(request: ListRequest = {}) {
  const { articles, total } = await list(request)
  expect(total).toBe(articles.length)
  return articles.map(({ headline }) => headline).toSorted()
}

/** One story for every case of a filter. */
async function aNewsroom() {
  const stories: StoryFixture[] = [
    { headline: 'Draft', state: 'draft', publishedAt: null, ownerId: OLE.id, by: [TOMAS], sectionId: null },
    { headline: 'Review', state: 'in-review', publishedAt: null, ownerId: OLE.id, by: [MARA], sectionId: FERRIES },
    { headline: 'Coming', state: 'scheduled', publishedAt: hoursAhead(30), sectionId: TRANSPORT },
    { headline: 'Due', state: 'scheduled', publishedAt: hoursAgo(1), by: [MARA, TOMAS], sectionId: CITY },
    { headline: 'Out', state: 'published', publishedAt: hoursAgo(50), by: ['Guest'], sectionId: WORLD },
    { headline: 'Ended', publishedAt: hoursAgo(90), withdrawnAt: hoursAgo(2), sectionId: CITY },
    { headline: 'Withdrawn', state: 'withdrawn', publishedAt: hoursAgo(90), withdrawnAt: hoursAgo(3) },
    { headline: 'Thrown away', state: 'draft', publishedAt: null, deletedAt: hoursAgo(4), ownerId: OLE.id },
  ]
  for (const story of stories) {
    const id = await aStory(db, { topics: [HARBOUR], ...story })
    const words = { headline: story.headline, standfirst: 'Tide tables', body: '', names: '' }
    await inTransaction(db, (tx) => indexArticle(tx, { id, ...words }))
    if (story.headline !== 'Out') continue
    const manuscript = emptyManuscript('en')
    await db.insert(workingCopies).values({ articleId: id, manuscript, savedAt: NOW, savedBy: NADIA.name })
  }
}

const STANDING = ['Coming', 'Draft', 'Due', 'Ended', 'Out', 'Review', 'Withdrawn']

describe('the list', () => {
  beforeEach(aNewsroom)

  test('has every story that is not deleted', async () => {
    expect(await headlines()).toEqual(STANDING)
  })

  test.each<[string, Partial<ListFilters>, string[]]>([
    ['drafts', { state: 'draft' }, ['Draft']],
    ['stories in review', { state: 'in-review' }, ['Review']],
    ['scheduled stories that are not due', { state: 'scheduled' }, ['Coming']],
    ['published stories, those due by the clock among them', { state: 'published' }, ['Due', 'Out']],
    ['withdrawn stories, those past their end among them', { state: 'withdrawn' }, ['Ended', 'Withdrawn']],
    ['stories with unpublished changes', { state: 'changes' }, ['Out']],
    ['what was thrown away', { state: 'deleted' }, ['Thrown away']],
    ['a section with all below it', { sectionId: TRANSPORT }, ['Coming', 'Review']],
    ['an author, wherever in the byline', { authorId: TOMAS }, ['Draft', 'Due']],
    ['the day of publication from an instant on', { from: hoursAgo(1) }, ['Coming', 'Due']],
    ['the day of publication before an instant', { from: hoursAgo(60), until: hoursAgo(1) }, ['Out']],
    ['the last save where nothing was published', { until: hoursAgo(1999) }, ['Draft', 'Review']],
    ['a word', { words: 'withdr' }, ['Withdrawn']],
    ['words of the standfirst', { words: 'tide tables' }, STANDING],
    ['nothing for a search without a word', { words: '—' }, []],
    ['everything for blanks', { words: '  ' }, STANDING],
    ['a state, a section and an author at once', { state: 'in-review', sectionId: CITY, authorId: MARA }, ['Review']],
    ['a word within a section and a span', { words: 'tide', sectionId: CITY, from: hoursAgo(1) }, ['Coming', 'Due']],
    ['nothing where two filters exclude each other', { state: 'draft', authorId: MARA }, []],
    ['words among what was thrown away', { state: 'deleted', words: 'thrown' }, ['Thrown away']],
  ])('narrows to %s', async (_name, filters, expected) => {
    expect(await headlines({ filters })).toEqual(expected)
  })

  test('shows a contributor only their own stories, with any filter', async () => {
    expect(await headlines({ editor: OLE })).toEqual(['Draft', 'Review'])
    expect(await headlines({ editor: OLE, filters: { state: 'published' } })).toEqual([])
    expect(await headlines({ editor: OLE, filters: { state: 'deleted' } })).toEqual(['Thrown away'])
    expect(await headlines({ editor: OLE, filters: { words: 'tide' } })).toEqual(['Draft', 'Review'])
    expect(await headlines({ editor: { ...OLE, id: 'somebody-else' } })).toEqual([])
  })

  test('tells another spelling where it finds more of the same list', async () => {
    const meant = async (request: ListRequest) => (await list(request)).didYouMean
    expect(await meant({ filters: { words: 'withdrwn' } })).toBe('withdrawn')
    expect(await meant({ filters: { words: 'withdrawn' } })).toBeNull()
    expect(await meant({ filters: { words: 'withdrwn', state: 'draft' } })).toBeNull()
    expect(await meant({ filters: { words: 'withdrwn' }, editor: OLE })).toBeNull()
    expect(await meant({})).toBeNull()
  })

  test('has everything that a row shows', async () => {
    const { articles } = await list({ filters: { words: 'due' } })
    expect(articles).toMatchObject([
      {
        headline: 'Due',
        state: 'published',
        section: 'City',
        bylines: ['Mara Quill', 'Tomas Reed'],
        publishedAt: hoursAgo(1),
        savedBy: null,
        hasUnpublishedChanges: false,
        deletedAt: null,
        ownerId: null,
      },
    ])
    expect((await list({ filters: { words: 'out' } })).articles[0]?.hasUnpublishedChanges).toBe(true)
  })
})

describe('the order of the list', () => {
  const order = async (by: ListOrder['by'], direction: ListOrder['direction']) =>
    (await list({ order: { by, direction } })).articles.map(({ headline }) => headline)

  beforeEach(async () => {
    await aStory(db, { headline: 'Crane', savedAt: hoursAgo(1), publishedAt: hoursAgo(9) })
    await aStory(db, { headline: 'anchor', savedAt: hoursAgo(3), state: 'draft', publishedAt: null })
    await aStory(db, { headline: 'Buoy', savedAt: hoursAgo(2), publishedAt: hoursAgo(8) })
    await aStory(db, { headline: 'Dock', savedAt: hoursAgo(2), publishedAt: hoursAgo(8) })
  })

  test.each<[ListOrder['by'], ListOrder['direction'], string[]]>([
    ['saved', 'descending', ['Crane', 'Dock', 'Buoy', 'anchor']],
    ['saved', 'ascending', ['anchor', 'Buoy', 'Dock', 'Crane']],
    ['published', 'descending', ['Dock', 'Buoy', 'Crane', 'anchor']],
    ['published', 'ascending', ['Crane', 'Buoy', 'Dock', 'anchor']],
    ['headline', 'ascending', ['anchor', 'Buoy', 'Crane', 'Dock']],
    ['headline', 'descending', ['Dock', 'Crane', 'Buoy', 'anchor']],
  ])('by %s, %s, ties by id, unpublished stories last', async (by, direction, expected) => {
    expect(await order(by, direction)).toEqual(expected)
  })
})

test('every story is on exactly one page, also when all were saved at once', async () => {
  const count = 2 * STORIES_PER_PAGE + 7
  for (let at = 0; at < count; at += 1) await aStory(db, { headline: 'Tide', savedAt: NOW, publishedAt: NOW })
  for (const by of ['saved', 'published', 'headline'] as const) {
    const pages = await Promise.all([1, 2, 3, 4].map((page) => list({ page, order: { by, direction: 'descending' } })))
    expect(pages.map(({ articles }) => articles.length)).toEqual([STORIES_PER_PAGE, STORIES_PER_PAGE, 7, 0])
    expect(pages.map(({ total }) => total)).toEqual([count, count, count, count])
    expect(new Set(pages.flatMap(({ articles }) => articles.map(({ id }) => id))).size).toBe(count)
  }
})

describe('in a large archive', () => {
  const orders = (['saved', 'published', 'headline'] as const).map((by): ListOrder => ({ by, direction: 'descending' }))
  /** The steps in which SQLite finds the stories of a page and their number, in each order. */
  async function stepsOf(filters: Partial<ListFilters>): Promise<string[]> {
    const recorded = await recordedQueries(db, async () => {
      for (const order of orders) await list({ filters, order })
    })
    const finding = recorded.filter(({ text }) =>
      /^select (?:"id"|"articles"\."id"|count\(\*\)) from "articles" where/.test(text),
    )
    expect(finding.length).toBeGreaterThanOrEqual(orders.length)
    return finding.flatMap(({ plan }) => plan)
  }

  test.each<[string, Partial<ListFilters>]>([
    ['deleted', { state: 'deleted' }],
    ['withdrawn', { state: 'withdrawn' }],
    ['scheduled', { state: 'scheduled' }],
    ['in review', { state: 'in-review' }],
    ['with changes', { state: 'changes' }],
    ['missed', { view: 'missed' }],
    ['by an author', { authorId: MARA }],
  ])('few stories, such as those %s, are found before they are sorted', async (_name, filters) => {
    expect((await stepsOf(filters)).filter((step) => /SCAN articles|articles_by_(?:save|headline)/.test(step))).toEqual(
      [],
    )
  })

  test.each<[string, Partial<ListFilters>]>([
    ['all', {}],
    ['of a section', { sectionId: CITY }],
    ['of some years', { from: hoursAgo(20_000), until: hoursAgo(10_000) }],
    ['before a day', { until: hoursAgo(10_000) }],
  ])('of many stories, such as %s, only rows of an index are looked through', async (_name, filters) => {
    const scans = (await stepsOf(filters)).filter((step) => /^SCAN articles\b/.test(step))
    expect(scans).not.toEqual([])
    expect(scans.filter((step) => !step.includes('COVERING INDEX'))).toEqual([])
  })
})
