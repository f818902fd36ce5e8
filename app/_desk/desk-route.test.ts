import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { desc } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { articleRoute, deskRoute, fileRoute, signedOutRoute } from '@/app/_desk/desk-route'
import { logAction } from '@/db/audit/log'
import { writeArticle } from '@/db/editing/writing'
import { auditLog } from '@/db/store/audit-schema'
import { inTransaction, type MemoryStore, openMemoryStore, type Transaction } from '@/db/store/open'
import { topics } from '@/db/store/schema'
import { NOW } from '@/db/testing/fixtures'
import type { Editor } from '@/lib/accounts/permissions'
import { endpoint } from '@/lib/desk/endpoint'
import { refuse } from '@/lib/desk/refusal'
import { textLine } from '@/lib/desk/text-input'
import { CLIENT_ADDRESS_HEADER } from '@/lib/pages/client-address'

const SITE = 'https://observer.example'
const EDITOR: Editor = { id: 'ines', name: 'Ines Dahl', email: 'ines@observer.example', role: 'editor' }

let db: MemoryStore
let signedIn: Editor | null
let dataDir: string

// Modules that another file of this worker loaded are bound to what that file put in their place.
vi.hoisted(() => vi.resetModules())
vi.mock('server-only', () => ({}))
vi.mock('@/app/store', () => ({ store: async () => db, dataDir: () => dataDir }))
vi.mock('@/app/_desk/editor', () => ({ currentEditor: async () => signedIn }))
vi.mock('@/lib/pages/site-runtime', () => ({ siteRuntime: () => ({ siteUrl: SITE, now: () => NOW }) }))

beforeEach(() => {
  db = openMemoryStore()
  signedIn = EDITOR
  dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-desk-'))
})

afterEach(() => rmSync(dataDir, { recursive: true }))

const input = z.object({ words: z.string() })
const answer = z.strictObject({ heard: z.string() })
const path = '/api/desk/articles/[id]/say' as const
const say = endpoint('POST', path, { input, answer, logs: 'settings changed' })

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
  const request = new Request(`${SITE}/api/desk/say`, {
    method: 'POST',
    body: sent,
    headers: { origin, [CLIENT_ADDRESS_HEADER]: '192.0.2.7' },
  })
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
  const [status, { problems }] = await withOutcome(() => Promise.reject(new Error('no disk')))
  const number = /error ([0-9a-f]{8})\.$/.exec(problems[0].message)?.[1]
  expect([status, number]).toEqual([500, expect.any(String)])
  expect(logged).toHaveBeenCalledOnce()
  expect(logged.mock.lastCall?.[0]).toContain(`(error ${number})`)
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

const MAX_BYTES = 1000
const files = endpoint('POST', '/api/desk/say', { input: z.object({}), answer, maxFileBytes: MAX_BYTES, logs: null })
const upload = fileRoute(files, 'upload picture', async ({ file }) => ({ heard: String(statSync(file).size) }))

/** Sends `chunks` without a length, as a client may. */
async function uploaded(chunks: Iterable<Uint8Array>, handler = upload, signal = new AbortController().signal) {
  const pieces = chunks[Symbol.iterator]()
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const { done, value } = pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
  })
  const request = new Request(`${SITE}/api/desk/say`, {
    method: 'POST',
    headers: { origin: SITE },
    body,
    duplex: 'half',
    signal,
  } as RequestInit)
  const response = await handler(request, { params: Promise.resolve({}) })
  return [response.status, await response.json()]
}

const incoming = () => (existsSync(join(dataDir, 'media/incoming')) ? readdirSync(join(dataDir, 'media/incoming')) : [])

test('a file is there while it is worked on, and gone afterwards, whatever came of it', async () => {
  const quarter = new Uint8Array(MAX_BYTES / 4)
  expect(await uploaded([quarter, quarter, quarter, quarter])).toEqual([200, { heard: '1000' }])
  expect(await uploaded([])).toEqual([200, { heard: '0' }])
  expect(incoming()).toEqual([])
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  const failing = fileRoute(files, 'upload picture', () => Promise.reject(new Error('no memory')))
  expect(await uploaded([quarter], failing)).toMatchObject([500, {}])
  expect(incoming()).toEqual([])
  logged.mockRestore()
})

test('a file without a length that is too large is 413 as soon as it is, and leaves nothing', async () => {
  let sent = 0
  function* endless() {
    for (;;) {
      sent += 1
      yield new Uint8Array(100)
    }
  }
  expect(await uploaded(endless())).toMatchObject([
    413,
    { problems: [{ message: expect.stringMatching(/too large/) }] },
  ])
  expect(sent).toBeLessThan(MAX_BYTES)
  expect(incoming()).toEqual([])
})

test('a file that breaks off is no error of the site, and leaves nothing', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  const controller = new AbortController()
  function* broken() {
    yield new Uint8Array(100)
    controller.abort()
    throw new Error('aborted')
  }
  expect(await uploaded(broken(), upload, controller.signal)).toMatchObject([400, {}])
  expect(incoming()).toEqual([])
  expect(logged).not.toHaveBeenCalled()
  logged.mockRestore()
})

test('the seventeenth file at once is asked to wait', async () => {
  let finish = () => {}
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  const slow = fileRoute(files, 'upload picture', async () => finished.then(() => ({ heard: 'all' })))
  const first = Array.from({ length: 16 }, () => uploaded([], slow))
  await vi.waitFor(() => expect(incoming()).toHaveLength(16))
  expect(await uploaded([], slow)).toMatchObject([
    503,
    { problems: [{ message: expect.stringMatching(/Wait a moment/) }] },
  ])
  finish()
  for (const [status] of await Promise.all(first)) expect(status).toBe(200)
  expect((await uploaded([]))[0]).toBe(200)
})

test('the answer tells what was taken out of the words that were sent, and nothing for clean words', async () => {
  signedIn = { ...EDITOR, role: 'admin' }
  const cleaning = endpoint('POST', path, { input: z.object({ words: textLine(100) }), answer, logs: null })
  const cleaned = deskRoute(cleaning, 'change settings', async ({ input: { words } }) => ({ heard: words }))
  const told = async (words: string) => {
    const init = { method: 'POST', headers: { origin: SITE }, body: JSON.stringify({ words }) }
    const response = await cleaned(new Request(`${SITE}/api/desk/say`, init), { params: Promise.resolve({}) })
    return [await response.json(), response.headers.get('broadsheet-cleaned')]
  }
  expect(await told('Bundes\u00adtags\u00adwahl\u0000')).toEqual([
    { heard: 'Bundestagswahl' },
    'soft-hyphen=2, control=1',
  ])
  expect(await told('Bundestagswahl ')).toEqual([{ heard: 'Bundestagswahl' }, null])
})

test('what an address writes is logged with who and from where, also when its verb says nothing', async () => {
  signedIn = { ...EDITOR, role: 'admin' }
  const rename = endpoint('POST', path, { input: z.object({ name: z.string() }), answer, logs: 'topic changed' })
  const sent = { id: '7', body: { name: 'Harbour' } }
  const writing = (work: (tx: Transaction) => Promise<unknown>) =>
    deskRoute(rename, 'change settings', async ({ db: store }) => {
      await inTransaction(store, work)
      return { heard: 'done' }
    })
  const nothing = writing(async () => {})
  const inSilence = writing(async (tx) => tx.insert(topics).values({ slug: 'harbour', name: 'Harbour' }))
  const aloud = writing(async (tx) => {
    await tx.delete(topics)
    await logAction(tx, { action: 'topic removed', thing: { id: 1, name: 'Harbour' }, now: NOW })
  })
  await answerOf(nothing, sent)
  expect(await logged()).toEqual([])
  await answerOf(inSilence, sent)
  expect(await logged()).toEqual([['topic changed', '7', 'Harbour', 'ines', 'Ines Dahl', '192.0.2.7']])
  await answerOf(aloud, sent)
  expect((await logged()).map(([action]) => action)).toEqual(['topic removed', 'topic changed'])
})

test('an entry is about the story of the path, with its headline, and not about the part of it that was changed', async () => {
  const by = { id: null, name: 'Ines Dahl' }
  const draft = { headline: 'The last ferry', body: [], sectionId: null, kind: 'news' as const, language: 'en' }
  const id = await writeArticle(db, { draft, by, now: NOW })
  const resolve = endpoint('POST', '/api/desk/articles/[id]/notes/[note]/resolve', {
    input: z.object({}),
    answer,
    logs: 'story comment resolved',
  })
  const handler = articleRoute(resolve, 'read article', async ({ db: store }) => {
    await inTransaction(store, async (tx) => tx.insert(topics).values({ slug: 'ferries', name: 'Ferries' }))
    return { heard: 'done' }
  })
  const request = new Request(`${SITE}/api/desk/say`, { method: 'POST', headers: { origin: SITE }, body: '{}' })
  await handler(request, { params: Promise.resolve({ id: String(id), note: '77' }) })
  const [last] = await db.select().from(auditLog).orderBy(desc(auditLog.id))
  expect(last).toMatchObject({ action: 'story comment resolved', thingId: String(id), thingName: 'The last ferry' })
})

test('what fails to be written leaves nothing in the log', async () => {
  signedIn = { ...EDITOR, role: 'admin' }
  const failing = deskRoute(say, 'change settings', async ({ db: store }) =>
    inTransaction(store, async (tx) => {
      await logAction(tx, { action: 'settings changed', now: NOW })
      return Promise.reject(new Error('no disk'))
    }),
  )
  vi.spyOn(console, 'error').mockImplementationOnce(() => {})
  expect((await answerOf(failing))[0]).toBe(500)
  expect(await logged()).toEqual([])
})

const logged = async () =>
  (await db.select().from(auditLog).orderBy(desc(auditLog.id)))
    .filter(({ action }) => !action.startsWith('story'))
    .map(({ action, thingId, thingName, userId, actorName, address }) => [
      ...[action, thingId, thingName],
      ...[userId, actorName, address],
    ])

test('an address of which the framework names no segments does its work, and is logged', async () => {
  signedIn = { ...EDITOR, role: 'admin' }
  const made = endpoint('POST', '/api/desk/say', {
    input: z.object({ words: z.string() }),
    answer,
    logs: 'topic added',
  })
  const handler = deskRoute(made, 'change settings', async ({ input: { words } }) => ({ heard: words }))
  const init = { method: 'POST', body: JSON.stringify({ words: 'Good morning' }), headers: { origin: SITE } }
  for (const params of [undefined, null]) {
    const response = await handler(new Request(`${SITE}/api/desk/say`, init), { params: Promise.resolve(params) })
    expect([response.status, await response.json()]).toEqual([200, { heard: 'Good morning' }])
  }
})
