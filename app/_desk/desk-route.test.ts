import { beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { articleRoute, deskRoute, signedOutRoute } from '@/app/_desk/desk-route'
import { writeArticle } from '@/db/editing/writing'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { NOW } from '@/db/testing/fixtures'
import type { Editor } from '@/lib/accounts/permissions'
import { endpoint } from '@/lib/desk/endpoint'
import { refuse } from '@/lib/desk/refusal'

const SITE = 'https://observer.example'
const EDITOR: Editor = { id: 'ines', name: 'Ines Dahl', email: 'ines@observer.example', role: 'editor' }

let db: MemoryStore
let signedIn: Editor | null

vi.mock('server-only', () => ({}))
vi.mock('@/app/store', () => ({ store: async () => db }))
vi.mock('@/app/_desk/editor', () => ({ currentEditor: async () => signedIn }))
vi.mock('@/lib/pages/site-runtime', () => ({ siteRuntime: () => ({ siteUrl: SITE, now: () => NOW }) }))

beforeEach(() => {
  db = openMemoryStore()
  signedIn = EDITOR
})

const input = z.object({ words: z.string() })
const answer = z.strictObject({ heard: z.string() })
const path = '/api/desk/articles/[id]/say' as const
const say = endpoint('POST', path, { input, answer })

const route = deskRoute(say, 'change settings', async ({ input: { words }, param }) => ({
  heard: `${param('id')} ${words}`,
}))

interface Sent {
  id?: string
  body?: unknown
  origin?: string
}

async function answerOf(
  handler: typeof route,
  { id = '1', body = { words: 'Good morning' }, origin = SITE }: Sent = {},
) {
  const sent = typeof body === 'string' ? body : JSON.stringify(body)
  const request = new Request(`${SITE}/api/desk/say`, { method: 'POST', headers: { origin }, body: sent })
  const response = await handler(request, { params: Promise.resolve({ id }) })
  return [response.status, await response.json()]
}

const problem = (message: string, field = '') => ({ problems: [{ field, message }] })

test('a request is stopped by the first check that fails: origin, sign-in, role, input', async () => {
  signedIn = null
  expect(await answerOf(route, { origin: 'https://elsewhere.example', body: {} })).toMatchObject([403, {}])
  expect(await answerOf(route, { body: {} })).toMatchObject([401, {}])
  signedIn = EDITOR
  expect(await answerOf(route, { body: {} })).toEqual([403, problem('Your role does not allow this.')])
  signedIn = { ...EDITOR, role: 'admin' }
  expect(await answerOf(route, { body: {} })).toMatchObject([400, { problems: [{ field: 'words' }] }])
  expect(await answerOf(route, { body: '{' })).toMatchObject([400, {}])
  expect(await answerOf(route)).toEqual([200, { heard: '1 Good morning' }])
})

test('an article is looked up before the role is checked: a contributor may save an own draft only', async () => {
  const id = await writeArticle(db, {
    draft: { headline: 'The last ferry', body: [], sectionId: null, kind: 'news', language: 'en' },
    by: { id: null, name: 'Ines Dahl' },
    now: NOW,
  })
  const save = articleRoute(say, 'save article', async ({ id: article }) => ({ heard: String(article) }))
  signedIn = { ...EDITOR, role: 'contributor' }
  expect(await answerOf(save, { id: '99' })).toEqual([404, problem('There is no such story.')])
  expect(await answerOf(save, { id: '01' })).toEqual([404, problem('There is no such story.')])
  expect(await answerOf(save, { id: String(id) })).toMatchObject([403, {}])
  signedIn = EDITOR
  expect(await answerOf(save, { id: String(id) })).toEqual([200, { heard: String(id) }])
})

test('a refusal is 422, a conflict 409, null 404, and what throws is logged and 500', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  const conflict = { version: 3, savedBy: 'Omar Lind', savedAt: NOW }
  const withOutcome = (work: Parameters<typeof deskRoute<'POST', typeof path, typeof input, typeof answer>>[2]) =>
    answerOf(deskRoute(say, 'read article', work))
  signedIn = { ...EDITOR, role: 'admin' }
  expect(await withOutcome(async () => refuse('words', 'Say more.'))).toEqual([422, problem('Say more.', 'words')])
  expect(await withOutcome(async () => ({ conflict }))).toMatchObject([409, { conflict: { savedBy: 'Omar Lind' } }])
  expect(await withOutcome(async () => null)).toMatchObject([404, {}])
  expect(logged).not.toHaveBeenCalled()
  expect(await withOutcome(() => Promise.reject(new Error('no disk')))).toMatchObject([500, {}])
  expect(logged).toHaveBeenCalledOnce()
  logged.mockRestore()
})

test('a full disk answers 507, a disk that cannot be written to 503, in words and with one line in the log [storage-answers]', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  signedIn = { ...EDITOR, role: 'admin' }
  const broken = (code: string) =>
    answerOf(
      deskRoute(say, 'read article', () =>
        Promise.reject(new Error('Failed query', { cause: Object.assign(new Error(code), { code }) })),
      ),
    )
  const then = 'Tell whoever runs the site, and try again once that is mended.'
  expect(await broken('SQLITE_FULL')).toEqual([
    507,
    problem(`This was not done, because the disk of the site is full. ${then}`),
  ])
  expect(await broken('ENOSPC')).toMatchObject([507, {}])
  expect(await broken('SQLITE_READONLY')).toEqual([
    503,
    problem(`This was not done, because the site may not write to its disk. ${then}`),
  ])
  expect(await broken('SQLITE_CORRUPT')).toMatchObject([503, {}])
  expect(logged.mock.calls).toHaveLength(4)
  for (const [line, ...more] of logged.mock.calls) {
    expect(line).toMatch(/^POST \/api\/desk\/say failed, because /)
    expect(more).toEqual([])
  }
  logged.mockRestore()
})

test('the twenty-first request within a minute to an address for people who are not signed in waits', async () => {
  signedIn = null
  const open = signedOutRoute(say, async ({ input: { words } }) => ({ heard: words }))
  for (let request = 0; request < 20; request++) expect((await answerOf(open))[0]).toBe(200)
  expect((await answerOf(open))[0]).toBe(429)
})
