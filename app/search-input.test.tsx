import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, test, vi } from 'vitest'
import { search } from '@/app/_pages/search'
import { GET as suggestToReaders } from '@/app/(site)/(paper)/search/[words]/suggest/route'
import StoriesPage from '@/app/admin/articles/page'
import LogPage from '@/app/admin/log/page'
import { GET as searchForPrograms } from '@/app/api/admin/v1/search/route'
import { GET as desksAuthors } from '@/app/api/desk/authors/route'
import { GET as storiesForFront } from '@/app/api/desk/front/stories/route'
import { GET as picturesOfLibrary } from '@/app/api/desk/pictures/library/route'
import { GET as searchArchive } from '@/app/api/desk/search/route'
import { GET as suggestAtDesk } from '@/app/api/desk/search/suggestions/route'
import { GET as desksTopics } from '@/app/api/desk/topics/route'
import { GET as listStories } from '@/app/api/v1/articles/route'
import { GET as searchStories } from '@/app/api/v1/search/route'
import { makeToken } from '@/db/accounts/api-tokens'
import { indexArticle } from '@/db/search/index-article'
import { inTransaction, type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aUser } from '@/db/testing/accounts'
import { aPaper, aStory, HARBOUR, hoursAgo, MARA, NOW } from '@/db/testing/fixtures'
import type { Editor } from '@/lib/accounts/permissions'
import { internalSearchPath, internalSuggestionsPath, parsePageNumber } from '@/lib/addresses/paths'
import { CLIENT_ADDRESS_HEADER } from '@/lib/pages/client-address'
import { parseAskedSearch, searchParameters } from '@/lib/search/asked-search'
import { paragraph } from '@/lib/testing/body-fixtures'
import { PROPERTY_TIMEOUT_MS, propertyRuns } from '@/lib/testing/property-runs'
import { searchQuery } from '@/lib/text/search-query'

const SITE = 'https://observer.example'
const EDITOR: Editor = { id: 'ines', name: 'Ines Dahl', email: 'ines@observer.example', role: 'admin' }
const NOT_FOUND = 'there is no such page'

const site: { db: MemoryStore; token: string; requests: number } = { db: openMemoryStore(), token: '', requests: 0 }

// Modules that another file of this worker loaded are bound to what that file put in their place.
vi.hoisted(() => vi.resetModules())
vi.mock('server-only', () => ({}))
vi.mock('next/navigation', () => ({
  ...{ useRouter: () => ({}), usePathname: () => '', forbidden: () => {} },
  notFound: () => {
    throw new Error(NOT_FOUND)
  },
}))
vi.mock('@/app/store', () => ({ store: async () => site.db, dataDir: () => '' }))
vi.mock('@/app/_desk/editor', () => ({ currentEditor: async () => EDITOR, requireEditor: async () => EDITOR }))
vi.mock('@/lib/pages/site-runtime', () => ({
  siteRuntime: () => ({
    ...{ siteUrl: SITE, rendering: () => null, askerLeft: () => null, queryThreads: null },
    // The Admin API counts requests by the second.
    now: () => new Date(NOW.getTime() + 60_000 * site.requests),
  }),
}))

const HEADLINES = [
  ...['Storm closes the harbour', 'Der Hafen schließt', 'Порт закрыт', 'बंदरगाह बंद', '港口关闭', 'カタカナの見出し'],
  ...['الميناء مغلق', 'הנמל סגור', 'ท่าเรือปิด', 'Το λιμάνι κλείνει', '항구 폐쇄', 'Pat O’Brien’s e-mail'],
]

beforeAll(async () => {
  site.db = await aPaper(openMemoryStore())
  for (const headline of HEADLINES) {
    const body = [paragraph('e1', `${headline}. Nobody waited.`)]
    const id = await aStory(site.db, { headline, body, topics: [HARBOUR], by: [MARA], publishedAt: hoursAgo(1) })
    const text = { id, headline, standfirst: '', body: `${headline}. Nobody waited.`, names: 'Mara Quill' }
    await inTransaction(site.db, (tx) => indexArticle(tx, text))
  }
  const userId = await aUser(site.db, 'program', 'admin')
  const named = { name: 'Wire', userId, scopes: ['read' as const], expiresAt: null, by: 'Ines Dahl', now: NOW }
  const made = await makeToken(site.db, named)
  if (!('problems' in made)) site.token = made.token
})

type Handler = (request: Request, context: { params: Promise<never> }) => Promise<Response>

/** The status with which a handler answers the query of an address. */
function door(path: string, handler: Handler) {
  return async (query: URLSearchParams) => {
    const headers = { authorization: `Bearer ${site.token}`, [CLIENT_ADDRESS_HEADER]: '192.0.2.1' }
    const request = new Request(`${SITE}${path}?${query}`, { headers })
    const response = await handler(request, { params: Promise.resolve({} as never) })
    await response.text()
    return response.status
  }
}

/** A page that reads its own query. */
function page(Page: (props: { searchParams: Promise<Record<string, string>> }) => Promise<React.ReactNode>) {
  return async (query: URLSearchParams) => {
    renderToStaticMarkup(await Page({ searchParams: Promise.resolve(Object.fromEntries(query)) }))
    return 200
  }
}

/** Everything that takes words to look for, and the names under which it does, each with what its server does before. */
const DOORS: Record<string, (query: URLSearchParams) => Promise<number>> = {
  '/search': async (query) => {
    const asked = parseAskedSearch(query)
    if (!asked) return 200
    const number = query.get('page') ? parsePageNumber(query.get('page') ?? '') : 1
    if (number === null) return 404
    const [, segment, , place] = internalSearchPath(String(searchParameters(asked)), number)
      .slice(1)
      .split('/')
    try {
      renderToStaticMarkup(await search(segment, place))
      return 200
    } catch (error) {
      if (error instanceof Error && error.message === NOT_FOUND) return 404
      throw error
    }
  },
  '/search/suggest': async (query) => {
    const typed = searchQuery(query.get('q') ?? '')
    const [, words = ''] = internalSuggestionsPath(typed || ' ')
      .slice(1)
      .split('/')
    return (await suggestToReaders(new Request(SITE), { params: Promise.resolve({ words }) })).status
  },
  '/api/v1/search': door('/api/v1/search', searchStories),
  '/api/v1/articles': door('/api/v1/articles', listStories),
  '/api/admin/v1/search': door('/api/admin/v1/search', searchForPrograms),
  '/api/desk/search': door('/api/desk/search', searchArchive),
  '/api/desk/search/suggestions': door('/api/desk/search/suggestions', suggestAtDesk),
  '/api/desk/front/stories': door('/api/desk/front/stories', storiesForFront),
  '/api/desk/pictures/library': door('/api/desk/pictures/library', picturesOfLibrary),
  '/api/desk/topics': door('/api/desk/topics', desksTopics),
  '/api/desk/authors': door('/api/desk/authors', desksAuthors),
  '/admin/articles': page(StoriesPage),
  '/admin/log': page(LogPage),
}

/** Fails when a door answers with an error of the server, or breaks. */
async function asked(query: URLSearchParams, doors = Object.keys(DOORS)): Promise<void> {
  site.requests += 1
  for (const name of doors) {
    const status = await DOORS[name]?.(query).catch((error: unknown) => {
      throw new Error(`${name} broke`, { cause: error })
    })
    expect([name, status !== undefined && status < 500 ? 'answered' : status]).toEqual([name, 'answered'])
  }
}

const SIGNS = [
  ...[
    '"',
    '“',
    '”',
    '„',
    '«',
    "'",
    '’',
    '*',
    '^',
    '-',
    '−',
    '+',
    ':',
    '(',
    ')',
    '{',
    '}',
    '[',
    '\\',
    '%',
    '_',
    ';',
    ',',
  ],
  ...['AND', 'OR', 'NOT', 'NEAR(', 'NEAR/2', 'headline:', 'words:', 'rowid', 'rank', '--', '/*', '0x', '#1', '/', '//'],
  ...[
    '\0',
    '\uD83D',
    '\uDE00',
    '\uE000',
    '\uFFFD',
    '\uFEFF',
    '\u200B',
    '\u200D',
    '\u0301',
    '\u00AD',
    '\u202E',
    '\n',
    '\t',
  ],
]
const unit = fc.integer({ min: 0, max: 0xff_ff }).map((code) => String.fromCharCode(code))
const piece = fc.oneof(
  fc.constantFrom(...SIGNS),
  fc.constantFrom(...HEADLINES.flatMap((headline) => [headline, ...headline.split(' '), headline.slice(0, 3)])),
  fc.array(unit, { maxLength: 6 }).map((units) => units.join('')),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
)
const typed = fc
  .tuple(fc.array(piece, { maxLength: 12 }), fc.constantFrom('', ' '))
  .map(([pieces, between]) => pieces.join(between))
const filters = fc.record(
  {
    section: fc.oneof(fc.constantFrom('city', 'transport', '1', '-1', '9'.repeat(30)), typed),
    topic: fc.oneof(fc.constant('harbour'), typed),
    author: fc.oneof(fc.constant('mara-quill'), typed),
    kind: fc.oneof(fc.constantFrom('news', 'live', 'NEWS'), typed),
    from: fc.oneof(fc.constantFrom('2026-11-01', '0000-00-00', '9999-99-99', '2026-02-31', '-1'), typed),
    until: fc.oneof(fc.constantFrom('2026-11-30', '9999-12-31', '2026-11-23T08:00:00Z'), typed),
    since: fc.oneof(fc.constantFrom('2026-11-23T08:00:00Z', '0001-01-01T00:00:00Z'), typed),
    sort: fc.oneof(fc.constantFrom('newest', 'relevance', 'headline'), typed),
    order: fc.oneof(fc.constantFrom('best', 'reads'), typed),
    language: fc.oneof(fc.constantFrom('en', 'hi'), typed),
    state: fc.oneof(fc.constantFrom('draft', 'published', 'deleted', 'bin'), typed),
    limit: fc.oneof(fc.constantFrom('10', '0', '1e9'), typed),
    page: fc.oneof(fc.constantFrom('1', '2', '999999', '0', '1e3', 'Infinity'), typed),
    cursor: typed,
  },
  { requiredKeys: [] },
)

test('no words and no filters are an error, wherever something is looked for', {
  timeout: PROPERTY_TIMEOUT_MS,
}, async () => {
  const complained = vi.spyOn(console, 'error').mockImplementation(() => {})
  const query = fc.tuple(typed, filters).map(([q, more]) => new URLSearchParams({ q, ...more }))
  await fc.assert(
    fc.asyncProperty(query, (one) => asked(one)),
    { numRuns: propertyRuns(30) },
  )
  expect(complained).not.toHaveBeenCalled()
})

const MEGABYTE = 1_000_000

test('a megabyte of one sign is no error', { timeout: PROPERTY_TIMEOUT_MS }, async () => {
  const doors = ['/search', '/search/suggest', '/api/v1/search', '/api/desk/search', '/api/desk/search/suggestions']
  for (const sign of ['"', '港', '\uD83D', '(a* ']) {
    await asked(new URLSearchParams({ q: sign.repeat(MEGABYTE / sign.length) }), doors)
  }
})
