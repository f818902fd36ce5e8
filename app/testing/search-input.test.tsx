import { resolve } from 'node:path'
import fc from 'fast-check'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, test, vi } from 'vitest'
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
  useRouter: () => ({}),
  usePathname: () => '',
  forbidden: () => {},
  notFound: () => {
    throw new Error(NOT_FOUND)
  },
}))
vi.mock('@/app/store', () => ({ store: async () => site.db, dataDir: () => '' }))
vi.mock('@/app/_desk/editor', () => ({ currentEditor: async () => EDITOR, requireEditor: async () => EDITOR }))
vi.mock('@/lib/pages/site-runtime', () => ({
  siteRuntime: () => ({
    siteUrl: SITE,
    rendering: () => null,
    askerLeft: () => null,
    queryThreads: null,
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

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
type Page = (props: { searchParams: Promise<Record<string, string>> }) => Promise<ReactNode>
type Door = (query: URLSearchParams) => Promise<number>

/** The status with which the route of an address answers a query. */
const door =
  (path: string): Door =>
  async (query) => {
    const { GET }: { GET: Handler } = await import(resolve(`app${path}/route.ts`))
    const headers = { authorization: `Bearer ${site.token}`, [CLIENT_ADDRESS_HEADER]: '192.0.2.1' }
    const response = await GET(new Request(`${SITE}${path}?${query}`, { headers }), { params: Promise.resolve({}) })
    await response.text()
    return response.status
  }

/** A page that reads its own query. */
const page =
  (path: string): Door =>
  async (query) => {
    const { default: Page }: { default: Page } = await import(resolve(`app${path}/page.tsx`))
    renderToStaticMarkup(await Page({ searchParams: Promise.resolve(Object.fromEntries(query)) }))
    return 200
  }

/** Readers' search, after what the server does with its address. */
const readersSearch: Door = async (query) => {
  const asked = parseAskedSearch(query)
  const number = query.get('page') ? parsePageNumber(query.get('page') ?? '') : 1
  if (!asked || number === null) return 404
  const [, segment, , place] = internalSearchPath(String(searchParameters(asked)), number)
    .slice(1)
    .split('/')
  const { search }: { search: (...of: unknown[]) => Promise<ReactNode> } = await import(
    resolve('app/_pages/search.tsx')
  )
  try {
    renderToStaticMarkup(await search(segment, place))
    return 200
  } catch (error) {
    if (error instanceof Error && error.message === NOT_FOUND) return 404
    throw error
  }
}

const readersSuggestions: Door = async (query) => {
  const typed = searchQuery(query.get('q') ?? '') || ' '
  const [, words = ''] = internalSuggestionsPath(typed).slice(1).split('/')
  const { GET }: { GET: Handler } = await import(resolve('app/(site)/(paper)/search/[words]/suggest/route.ts'))
  return (await GET(new Request(SITE), { params: Promise.resolve({ words }) })).status
}

/** Everything that takes words to look for, and the names under which it does. */
const DOORS: Record<string, Door> = {
  '/search': readersSearch,
  '/search/suggest': readersSuggestions,
  ...Object.fromEntries(
    [
      ...['/api/v1/search', '/api/v1/articles', '/api/admin/v1/search', '/api/desk/search'],
      ...['/api/desk/search/suggestions', '/api/desk/front/stories', '/api/desk/pictures/library'],
      ...['/api/desk/topics', '/api/desk/authors'],
    ].map((path) => [path, door(path)]),
  ),
  ...Object.fromEntries(['/admin/articles', '/admin/log'].map((path) => [path, page(path)])),
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
    { numRuns: propertyRuns(15) },
  )
  expect(complained).not.toHaveBeenCalled()
})

const MEGABYTE = 1_000_000

test('a megabyte of one sign is no error', { timeout: PROPERTY_TIMEOUT_MS }, async () => {
  const doors = ['/search', '/search/suggest', '/api/v1/search', '/api/desk/search', '/api/desk/search/suggestions']
  for (const sign of ['"', '\uD83D']) {
    await asked(new URLSearchParams({ q: sign.repeat(MEGABYTE / sign.length) }), doors)
  }
})
