import { redirectList } from '@/db/addresses/redirect-list'
import { clicksOf } from '@/db/audience/clicks'
import { mostRead } from '@/db/audience/reads'
import { logEntries } from '@/db/audit/entries'
import { listedBatches, listedProposals } from '@/db/back-links/listed-links'
import { searchArchive } from '@/db/desk/archive-search'
import { articleLinkSuggestions } from '@/db/desk/article-link-suggestions'
import { deskArticles } from '@/db/desk/article-list'
import { deskSuggestions } from '@/db/desk/desk-suggestions'
import { foundArchive } from '@/db/desk/found-archive'
import { listedAuthors, listedTopics } from '@/db/desk/listed-names'
import { listedTimelines } from '@/db/desk/listed-timelines'
import { storiesCalled } from '@/db/desk/stories-called'
import { suggestedTargets } from '@/db/desk/suggested-targets'
import { storiesFor } from '@/db/distribution/content-api'
import { unindexedArticles } from '@/db/editing/complete-search-index'
import { libraryPictures } from '@/db/library/library'
import { backLinkCandidates } from '@/db/linking/back-link-candidates'
import { linkedStories } from '@/db/linking/linked-stories'
import { deadAddresses } from '@/db/linking/outside-addresses'
import { dashboard } from '@/db/planning/dashboard'
import { plansView } from '@/db/planning/plans-view'
import { type AskedFilters, askedFilters } from '@/db/search/asked-filters'
import { type SearchAnswer, searchTeasers } from '@/db/search/search-teasers'
import { suggestions } from '@/db/search/suggestions'
import type { Reader } from '@/db/store/open'
import { eventPairsOf } from '@/db/timelines/event-pairs'
import type { Tagged } from '@/lib/pages/tags'
import type { AskedSearch } from '@/lib/search/asked-search'

/**
 * The queries that run on threads of their own (server/query-threads/), because in a large archive one of them may take
 * longer than the thread that serves everybody can be kept from its work. Each is called with a connection that only
 * reads, in one transaction. What goes in and comes out is copied between threads.
 */
export const THREADED_QUERIES = {
  /** A page of what a reader searches for. */
  search: async (
    db: Reader,
    { asked, timeZone, ...of }: { asked: AskedSearch; timeZone: string; now: Date; page: number; perPage: number },
  ): Promise<Tagged<SearchAnswer & Pick<AskedFilters, 'names'>>> => {
    const { query, order } = asked
    const { names, ...filters } = await askedFilters(db, asked, timeZone)
    const { value, tags } = await searchTeasers(db, { query, order, ...filters, ...of })
    return { value: { ...value, names }, tags }
  },
  /** What may be meant by the first letters of a search. */
  suggestions,
  /** What an editor may want to link to, or a program looks for. */
  archive: searchArchive,
  /** The same with the words that were found. */
  archiveWithWords: foundArchive,
  /** What an editor may mean by the first letters of a search. */
  deskSuggestions,
  /** A page of the stories that a program asked for. */
  stories: storiesFor,
  /** What a story may link to. */
  linkSuggestions: articleLinkSuggestions,
  /** The stories that may tell of the same event as another one. */
  eventPairs: eventPairsOf,
  /** Which older stories should link to a new one. */
  backLinkCandidates,
  /** What pasted headlines name. */
  storiesCalled,
  /** To what missed addresses are likely to lead. */
  suggestedTargets,
  /** How many articles are not indexed for search. */
  unindexedArticles: (db: Reader, _all: object) => unindexedArticles(db),
  /** Which links readers follow. */
  clicks: clicksOf,
  /** The stories that were read most. */
  mostRead,
  // Lists of the desk, which say how many there are.
  deskList: deskArticles,
  topics: listedTopics,
  /** The timelines of the paper. */
  timelines: listedTimelines,
  authors: listedAuthors,
  redirects: redirectList,
  pictures: libraryPictures,
  plans: plansView,
  linkProposals: listedProposals,
  linkBatches: listedBatches,
  linkedStories,
  deadAddresses,
  dashboard,
  /** Entries of the audit log, also a part of an export. */
  log: logEntries,
} as const

type Queries = typeof THREADED_QUERIES
export type ThreadedQueryName = keyof Queries

/** The query of that name. */
export function threadedQueryNamed<Name extends ThreadedQueryName>(
  name: Name,
): (db: Reader, input: ThreadedInput<Name>) => Promise<ThreadedAnswer<Name>> {
  const queries: {
    [Each in ThreadedQueryName]: (db: Reader, input: ThreadedInput<Each>) => Promise<ThreadedAnswer<Each>>
  } = THREADED_QUERIES
  return queries[name]
}

export type ThreadedInput<Name extends ThreadedQueryName> = Parameters<Queries[Name]>[1]
export type ThreadedAnswer<Name extends ThreadedQueryName> = Awaited<ReturnType<Queries[Name]>>
