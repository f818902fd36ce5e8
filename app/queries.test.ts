import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import * as reads from '@/app/reads'
import { allTokens } from '@/db/accounts/api-tokens'
import { openInvitations } from '@/db/accounts/one-time-links'
import { allUsers, openAccounts, userById } from '@/db/accounts/users'
import { redirectList } from '@/db/addresses/redirect-list'
import { clicksOf } from '@/db/audience/clicks'
import { accountEntries, logEntries } from '@/db/audit/entries'
import { logSearch } from '@/db/audit/export'
import { listedBatches, listedProposals } from '@/db/back-links/listed-links'
import { newStories } from '@/db/back-links/new-stories'
import { notesOf } from '@/db/comments/notes'
import { notificationsOf, unreadCount } from '@/db/comments/notifications'
import { peopleOfStory } from '@/db/comments/story-people'
import { latestDeliveries, receiverCounts } from '@/db/deliveries/deliveries'
import { searchArchive } from '@/db/desk/archive-search'
import { articleLinkSuggestions } from '@/db/desk/article-link-suggestions'
import { deskArticles } from '@/db/desk/article-list'
import { deskSuggestions } from '@/db/desk/desk-suggestions'
import { frontView } from '@/db/desk/front-view'
import { listedAuthors, listedTopics } from '@/db/desk/listed-names'
import { listedTimelines } from '@/db/desk/listed-timelines'
import {
  authorsAfter,
  newestCorrection,
  nextSitemapChange,
  publicSpan,
  SitemapQueries,
  timelinesAfter,
  topicsAfter,
} from '@/db/distribution/sitemap-queries'
import { scheduleTrouble } from '@/db/editing/lateness'
import { storiesLinkingTo } from '@/db/editing/links'
import { openedArticle } from '@/db/editing/manuscripts'
import { articleOwnership } from '@/db/editing/ownership'
import { storedArticle } from '@/db/editing/stored-article'
import { writeArticle } from '@/db/editing/writing'
import { knownCredits, libraryPictures, pictureRecord } from '@/db/library/library'
import { backLinkCandidates } from '@/db/linking/back-link-candidates'
import { backLinkRule } from '@/db/linking/back-link-rule'
import { proposalCount } from '@/db/linking/link-proposals'
import { linkedStories, linkTotals, neighbourhood } from '@/db/linking/linked-stories'
import { openSlotsSetting } from '@/db/linking/open-slots'
import { checksOutsideLinks, deadAddresses, deadCount, dueAddresses } from '@/db/linking/outside-addresses'
import { allAuthors } from '@/db/paper/authors'
import { menuLinks, menuOffers } from '@/db/paper/menus'
import { allSections } from '@/db/paper/sections'
import { siteSettings } from '@/db/paper/site'
import { allTopics } from '@/db/paper/topics'
import { dashboard } from '@/db/planning/dashboard'
import { planOf } from '@/db/planning/plans'
import { plansView } from '@/db/planning/plans-view'
import { checklistOf } from '@/db/publishing/checklist'
import { deskChecks } from '@/db/publishing/checks'
import { applyDue, nextDue } from '@/db/publishing/due'
import { publish, withdraw } from '@/db/publishing/publishing'
import { siteFaultCount } from '@/db/publishing/site-faults'
import { listedRevisions, revisionOf } from '@/db/revisions/revisions'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aUser } from '@/db/testing/accounts'
import { aPaper, aStory, BRIDGE, CITY, HARBOUR, hoursAgo, hoursAhead, MARA, NOW } from '@/db/testing/fixtures'
import { asSqlFile, costsOf, type RecordedQuery, recordedQueries } from '@/db/testing/recorded-queries'
import { openedTimeline, timelineDecisions } from '@/db/timelines/desk-views'
import { storyTimeline, timelineChoices } from '@/db/timelines/story-view'
import { changeTimeline, makeTimeline } from '@/db/timelines/timeline-changes'
import type { Editor } from '@/lib/accounts/permissions'
import { parseLogQuery } from '@/lib/audit/log-query'
import { LINK_AUDITS } from '@/lib/desk/links/links-query'
import { parseLibraryQuery } from '@/lib/desk/pictures/library-query'
import { parsePlansQuery } from '@/lib/desk/plans/plans-query'
import { withoutAccount } from '@/lib/revisions/saver'
import type { AskedSearch } from '@/lib/search/asked-search'
import { alsoRead, paragraph } from '@/lib/testing/body-fixtures'

const site: { db: MemoryStore; rendering: { tags: Set<string> } } = {
  db: openMemoryStore(),
  rendering: { tags: new Set() },
}

// Another test of the process may have loaded the readings with a store of its own.
vi.hoisted(() => vi.resetModules())

vi.mock('server-only', () => ({}))
vi.mock('@/app/store', () => ({ store: async () => site.db, dataDir: () => '' }))
vi.mock('@/lib/pages/site-runtime', () => ({
  siteRuntime: () => ({ siteUrl: 'https://observer.example', now: () => NOW, rendering: () => site.rendering }),
}))

const IN_ALL = {
  state: null,
  view: null,
  sectionId: null,
  authorId: null,
  from: null,
  until: null,
  dayEnds: hoursAhead(10),
}

/** How many queries a page of readers is made with. Whoever needs one more changes the number with a reason. */
const MAX_OF_READERS = {
  'front page': 23,
  article: 25,
  section: 18,
  'section, page 2': 16,
  topic: 15,
  timeline: 18,
  author: 15,
  search: 31,
  'suggestions of the search': 20,
  'archive: all years': 13,
  'archive: a year': 13,
  'archive: a month': 13,
  'archive: a day': 15,
  corrections: 12,
  'standing page': 10,
  'a redirect, or nothing there': 5,
  'llms.txt': 12,
  'feed of the paper': 13,
  'feed of a section': 15,
  'feed of a topic': 14,
  'feed of a timeline': 14,
  'feed of an author': 14,
  'news sitemap': 14,
  sitemaps: 15,
  // Two more where a story is in a timeline: how many of it are public, and until when.
  'content API: stories': 9,
  'content API: stories of a section since a day': 11,
  'content API: stories of all sections until a day': 7,
  'content API: stories behind others': 9,
  'content API: search': 31,
  'content API: timelines': 2,
}

const MAX_OF_THE_DESK = {
  today: 20,
  'list of articles': 17,
  'writing room': 19,
  'suggestions of links': 19,
  'looking for a story': 19,
  front: 24,
}

/** Queries that look at every row of a large table or sort, and why they may. */
const ACCEPTED: [why: string, text: RegExp][] = [
  ['of the corrections of a page', /from "corrections" inner join .* limit \?/s],
  [
    'in the order of the primary key, as far as the page goes',
    /from "(audit_log|deliveries)" .*order by "\1"."id" desc limit \?/s,
  ],
  ['in the order of an index, as far as the page goes', /not in .* order by "articles"."saved_at" desc, .* limit \?/s],
  ['of the newest entries about accounts', /from "audit_log" where .*"action" >= \?/],
  [
    'stories that wait, or are due: an index holds only them',
    /^select "articles"."id", "articles"."version", "articles"."headline", "articles"."language"/,
  ],
  ['of the last days, by an index', /^select cast\(\("published_at" - /],
  [
    'of the few matches that are looked at, and of the stories that are not public',
    /^select "articles"."id" from "articles" not indexed where/,
  ],
  ['editions that are still to come are few', /from "editions" .*"starts_at" > \?/],
  ['a front has an edition for each time that it was published', /^select distinct "section_id" from "editions"/],
  ['people choose from the whole list', /from "(topics|authors)"( left join .*)? order by "\1"."name"/],
  ['people choose from the whole list', /from "authors" where "authors"."portrait_id" is not null/],
  ['words are looked for in all names', /^select "id", "name" from "(topics|authors)"$/],
  ['the list of redirects is sorted by its age, at the desk alone', /from "redirects" left join "articles"/],
  [
    'the library of pictures counts and sorts what it has, at the desk alone',
    /from "media" where .*"deleted_at" is null/,
  ],
  ['of receivers, at the desk alone', /^select "receiver_id", sum/],
  ['on another thread, of the last hours or days', /from "(article_reads|link_clicks)"/],
  ['pairs are of the last months, and few belong to a timeline', /select storyId, timelineId, likeness from/],
  ['a limited number waits', /from "link_proposals"/],
  ['in the order of an index of that list, as far as the page goes', /from \(select \* from linked_stories/],
  ['an index holds only the dead ones', /from "outside_addresses" where failed_days >= 3/],
]

const SOUGHT: AskedSearch = {
  query: 'ferry',
  order: 'relevance',
  kind: '',
  section: '',
  topic: '',
  author: '',
  from: '',
  until: '',
}

let editor: Editor
let story: number
let draft: number

/** Each page of readers, crawlers and programs: what its route reads. */
const READERS: Record<string, () => Promise<unknown>> = {
  'front page': async () => [await reads.readPageChrome(), await reads.readPublication(), await reads.readEdition()],
  article: async () => {
    const [, page] = [await reads.readPageChrome(), await reads.readArticle(story), await reads.readPublication()]
    if (page?.visibility !== 'public') throw new Error('the story is not public')
    return [await reads.readMoreFrom(page.article, []), await reads.readStorySoFar(story)]
  },
  section: async () => [
    await reads.readPageChrome(),
    await reads.readPublication(),
    await reads.readSection('city', 1),
  ],
  'section, page 2': async () => [await reads.readPageChrome(), await reads.readSection('city', 2)],
  topic: async () => [await reads.readPageChrome(), await reads.readPublication(), await reads.readTopic('harbour', 1)],
  timeline: async () => [
    await reads.readPageChrome(),
    await reads.readPublication(),
    await reads.readTimeline('ferries', 1),
  ],
  author: async () => [
    await reads.readPageChrome(),
    await reads.readPublication(),
    await reads.readAuthor('mara-quill', 1),
  ],
  search: async () => [await reads.readPageChrome(), await reads.readPublication(), await reads.readSearch(SOUGHT, 1)],
  'suggestions of the search': async () => reads.readSuggestions('ferr'),
  corrections: async () => [
    await reads.readPageChrome(),
    await reads.readPublication(),
    await reads.readCorrections(1),
  ],
  'archive: all years': async () => [await reads.readPageChrome(), await reads.readArchive(null)],
  'archive: a year': async () => [await reads.readPageChrome(), await reads.readArchive('2026')],
  'archive: a month': async () => [await reads.readPageChrome(), await reads.readArchive('2026-11')],
  'archive: a day': async () => [await reads.readPageChrome(), await reads.readArchivedDay('2026-11-23', 1)],
  'standing page': async () => [await reads.readPageChrome(), await reads.readStandingPage('about')],
  'a redirect, or nothing there': async () => reads.readRedirect('/city/the-old-pier-31'),
  'feed of the paper': async () => reads.readFeed({ kind: 'paper' }),
  'feed of a section': async () => reads.readFeed({ kind: 'section', slug: 'city' }),
  'feed of a topic': async () => reads.readFeed({ kind: 'topic', slug: 'harbour' }),
  'feed of a timeline': async () => reads.readFeed({ kind: 'timeline', slug: 'ferries' }),
  'feed of an author': async () => reads.readFeed({ kind: 'author', slug: 'mara-quill' }),
  'news sitemap': async () => [await reads.readPageChrome(), await reads.readNews(1)],
  sitemaps: async () => {
    const { db } = site
    const span = { from: hoursAgo(900), to: hoursAhead(900) }
    const queries = new SitemapQueries(db, { now: NOW })
    const found = await queries.stories(span, { after: null, limit: 100 })
    await queries.subjects(found.map(({ id }) => id))
    await publicSpan(db, { now: NOW })
    await nextSitemapChange(db, { ...span, now: NOW })
    await topicsAfter(db, { after: 0, limit: 100 })
    await authorsAfter(db, { after: 0, limit: 100 })
    await timelinesAfter(db, { after: 0, limit: 100, now: NOW })
    await newestCorrection(db, { now: NOW })
  },
  'content API: stories': async () => reads.readStories({ limit: 20 }),
  'content API: stories of a section since a day': async () =>
    reads.readStories({ limit: 20, section: 'city', since: hoursAgo(24) }),
  'content API: stories of all sections until a day': async () => reads.readStories({ limit: 20, until: hoursAgo(24) }),
  'content API: stories behind others': async () =>
    reads.readStories({ limit: 20, section: 'city', cursor: { publishedAt: hoursAgo(6), id: story } }),
  'content API: timelines': async () => reads.readTimelines(),
  'content API: search': async () => reads.readStories({ limit: 20, q: 'ferry', sort: 'relevance' }),
  'llms.txt': async () => [await reads.readPageChrome(), await reads.readLanguages(), await reads.readSections()],
}

/** Each room of the desk: what its page reads once somebody is signed in. */
const DESK: Record<string, () => Promise<unknown>> = {
  today: async () => {
    await siteSettings(site.db)
    await scheduleTrouble(site.db, { now: NOW })
    await dashboard(site.db, { editor, now: NOW, timeZone: 'Europe/Lisbon' })
  },
  'list of articles': async () => {
    const order = { by: 'saved', direction: 'descending' } as const
    await siteSettings(site.db)
    await deskArticles(site.db, { editor, filters: { ...IN_ALL, words: '' }, order, page: 1, now: NOW })
    for (const read of [allSections, allAuthors, allTopics]) await read(site.db)
    await openAccounts(site.db)
    await scheduleTrouble(site.db, { now: NOW })
    await siteFaultCount(site.db)
  },
  'list of articles: words, a section and a state': async () => {
    const filters = { ...IN_ALL, words: 'ferry', state: 'published', sectionId: CITY } as const
    const order = { by: 'published', direction: 'descending' } as const
    await deskArticles(site.db, { editor, filters, order, page: 1, now: NOW })
  },
  'suggestions of links': async () => {
    await articleLinkSuggestions(site.db, { id: draft, now: NOW, most: 24 })
    await openSlotsSetting(site.db)
  },
  'writing room': async () => {
    await articleOwnership(site.db, draft)
    await openedArticle(site.db, { id: draft, now: NOW })
    await scheduleTrouble(site.db, { now: NOW })
    await siteSettings(site.db)
    for (const read of [allSections, allTopics, allAuthors]) await read(site.db)
  },
  'beside the writing room': async () => {
    await checklistOf(site.db, { id: draft, now: NOW })
    await notesOf(site.db, draft)
    await peopleOfStory(site.db, draft)
    await planOf(site.db, draft)
    await storiesLinkingTo(site.db, story)
    for (const id of [story, draft]) await storyTimeline(site.db, { id, proposes: true, now: NOW })
    await timelineChoices(site.db, { storyId: draft })
  },
  history: async () => {
    await listedRevisions(site.db, draft)
    await revisionOf(site.db, { articleId: draft, version: 1 })
  },
  'looking for a story': async () => {
    const asked = { not: null, editor, siteUrl: 'https://observer.example', now: NOW, limit: 10 }
    await searchArchive(site.db, { ...asked, query: 'ferry' })
    await searchArchive(site.db, { ...asked, query: '' })
  },
  'suggestions of the list': async () => deskSuggestions(site.db, { typed: 'ferr', editor, now: NOW, most: 8 }),
  front: async () => frontView(site.db, { sectionId: null, editor, now: NOW }),
  plans: async () => plansView(site.db, { query: parsePlansQuery({}), editor, now: NOW }),
  pictures: async () => {
    await libraryPictures(site.db, { query: parseLibraryQuery({}), editor, now: NOW })
    await knownCredits(site.db)
  },
  'a picture': async () => pictureRecord(site.db, { id: BRIDGE, editor, now: NOW }),
  topics: async () => listedTopics(site.db, { words: '', page: 1, now: NOW }),
  timelines: async () => [
    await listedTimelines(site.db, { words: '', page: 1, now: NOW }),
    await timelineDecisions(site.db, { now: NOW }),
  ],
  'a timeline': async () => openedTimeline(site.db, { id: 1, now: NOW }),
  authors: async () => listedAuthors(site.db, { words: '', page: 1, now: NOW }),
  menus: async () => [await menuLinks(site.db), await menuOffers(site.db)],
  people: async () => [
    await allUsers(site.db),
    await openInvitations(site.db, { now: NOW }),
    await userById(site.db, editor.id),
  ],
  tokens: async () => allTokens(site.db),
  notifications: async () => [await notificationsOf(site.db, editor.id), await unreadCount(site.db, editor.id)],
  deliveries: async () => [await receiverCounts(site.db), await latestDeliveries(site.db, { limit: 50 })],
  links: async () => [
    await proposalCount(site.db),
    await backLinkRule(site.db),
    await listedProposals(site.db, { page: 1 }),
    await listedBatches(site.db, { page: 1 }),
    await linkTotals(site.db),
  ],
  'links that are wanting': async () => {
    for (const view of LINK_AUDITS) await linkedStories(site.db, { view, page: 1 })
  },
  'addresses of other sites': async () => [
    await checksOutsideLinks(site.db),
    await dueAddresses(site.db, { now: NOW, limit: 300 }),
    await deadCount(site.db),
    await deadAddresses(site.db, { page: 1, now: NOW }),
  ],
  'links that readers follow': async () => clicksOf(site.db, { days: 30, now: NOW }),
  'the links around a story': async () => neighbourhood(site.db, { id: story }),
  'older stories that should link to a new one': async () => [
    await newStories(site.db),
    await backLinkCandidates(site.db, { id: story, now: NOW, most: 6 }),
  ],
  addresses: async () => redirectList(site.db, { words: '', page: 1, now: NOW }),
  log: async () => {
    const search = logSearch(parseLogQuery({}), 'Europe/Lisbon')
    await logEntries(site.db, { search, before: null, limit: 50 })
    await accountEntries(site.db, { limit: 20 })
  },
}

/** What the newsroom does with a story. */
const ACTS: Record<string, () => Promise<unknown>> = {
  'a story is begun': async () => {
    const by = withoutAccount('Nadia Reyes')
    const body = [paragraph('e1', 'From six.')]
    const text = { headline: 'Night ferry returns', body, sectionId: CITY, kind: 'news', language: 'en' } as const
    draft = await writeArticle(site.db, { draft: text, by, now: hoursAgo(5) })
  },
  'it is published': async () =>
    publish(site.db, { id: draft, by: withoutAccount('Nadia Reyes'), now: NOW, checks: deskChecks() }),
  'it is read for a change': async () => storedArticle(site.db, draft, NOW),
  'it is withdrawn': async () =>
    withdraw(site.db, { id: draft, by: withoutAccount('Nadia Reyes'), now: NOW, reason: 'It was about last year.' }),
  'what is due is applied': async () => [
    await applyDue(site.db, { now: hoursAhead(2) }),
    await nextDue(site.db, { now: NOW }),
  ],
}

async function recordedOf(pages: Record<string, () => Promise<unknown>>): Promise<Record<string, RecordedQuery[]>> {
  const recorded: Record<string, RecordedQuery[]> = {}
  for (const [name, page] of Object.entries(pages)) {
    site.rendering = { tags: new Set() }
    recorded[name] = await recordedQueries(site.db, page)
  }
  return recorded
}

let readers: Record<string, RecordedQuery[]>
let desk: Record<string, RecordedQuery[]>
let acts: Record<string, RecordedQuery[]>

beforeAll(async () => {
  site.db = await aPaper(openMemoryStore())
  const userId = await aUser(site.db, 'nadia', 'admin')
  editor = { id: userId, name: 'Nadia Reyes', email: 'nadia@observer.example', role: 'admin' }
  const wrong = [{ note: 'The ferry leaves at six.', correctedAt: hoursAgo(1) }]
  const told = { topics: [HARBOUR], by: [MARA, 'Ana Sol'], corrections: wrong, leadMediaId: BRIDGE }
  const other = await aStory(site.db, { headline: 'Council votes', publishedAt: hoursAgo(3), ...told })
  const body = [paragraph('e1', 'From six.'), alsoRead(other)]
  story = await aStory(site.db, { headline: 'Ferry back on time', publishedAt: hoursAgo(2), ...told, body })
  const event = { slug: 'ferries', name: 'Ferries', introduction: '', by: { name: 'Nadia Reyes' }, now: NOW }
  await makeTimeline(site.db, { ...event, storyIds: [story, other] })
  await changeTimeline(site.db, { id: 1, changes: { leadId: other }, now: NOW })
  for (let hour = 4; hour < 40; hour++)
    await aStory(site.db, { headline: `Tide table ${hour}`, publishedAt: hoursAgo(hour), ...told })
  await aStory(site.db, { headline: 'Bridge closes', state: 'scheduled', publishedAt: hoursAhead(1), ...told })
  acts = await recordedOf(ACTS)
  readers = await recordedOf(READERS)
  desk = await recordedOf(DESK)
})

describe('queries', () => {
  it('of readers’ pages are those of db/queries/readers.sql', async () => {
    await expect(
      asSqlFile('Queries of readers’ pages, and of what crawlers and programs read', readers),
    ).toMatchFileSnapshot('../db/queries/readers.sql')
  })

  it('of the desk are those of db/queries/desk.sql', async () => {
    await expect(asSqlFile('Queries of the desk', desk)).toMatchFileSnapshot('../db/queries/desk.sql')
  })

  it('of what is done with a story are those of db/queries/acts.sql', async () => {
    await expect(asSqlFile('Queries of what is done with a story', acts)).toMatchFileSnapshot('../db/queries/acts.sql')
  })

  it('of a page are no more than these', () => {
    const most: Record<string, number> = { ...MAX_OF_READERS, ...MAX_OF_THE_DESK }
    const pages = Object.entries({ ...readers, ...desk })
    const more = pages.filter(([name, queries]) => queries.length > (most[name] ?? Number.POSITIVE_INFINITY))
    expect(more.map(([name, queries]) => `${name}: ${queries.length}`)).toEqual([])
    expect(Object.keys(most).filter((name) => !pages.some(([page]) => page === name))).toEqual([])
  })

  it('of readers’ pages are built by the query builder once', async () => {
    const builtFor: Record<string, number> = {}
    // Those of the sitemaps are prepared for each file, and then asked with the place in it.
    for (const [name, page] of Object.entries(READERS).filter(([name]) => name !== 'sitemaps')) {
      site.rendering = { tags: new Set() }
      await page()
      site.rendering = { tags: new Set() }
      const built = vi.spyOn(SQLiteSyncDialect.prototype, 'buildSelectQuery')
      await page()
      if (built.mock.calls.length) builtFor[name] = built.mock.calls.length
      built.mockRestore()
    }
    expect(builtFor).toEqual({})
  })

  it('bound by one condition until when a story was published: SQLite looks up the first of two, however many it passes', () => {
    const all = Object.values({ ...readers, ...desk, ...acts }).flat()
    const upper = /(?<![+.])(?:"articles"\.)?"published_at"(?:, "articles"\."id"\))? <=? [?(]/g
    const isTwice = (text: string) => text.split(/\bselect\b/).some((part) => (part.match(upper) ?? []).length > 1)
    const twice = all.filter(({ text, plan }) => plan.some((step) => step.includes('published_at<')) && isTwice(text))
    expect(twice.map(({ text }) => text)).toEqual([])
  })

  it('neither look at every row of a large table nor sort many, except these', () => {
    const all = Object.values({ ...readers, ...desk, ...acts }).flat()
    const costly = all.filter((query) => costsOf(query).length && !ACCEPTED.some(([, text]) => text.test(query.text)))
    expect(costly).toEqual([])
    const unused = ACCEPTED.filter(([, text]) => !all.some((query) => costsOf(query).length && text.test(query.text)))
    expect(unused).toEqual([])
  })
})
