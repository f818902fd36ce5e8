import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { bearerOf, makeToken, revokeToken } from '@/db/accounts/api-tokens'
import { changeRole, deactivateUser, reactivateUser } from '@/db/accounts/users'
import { notificationsOf } from '@/db/comments/notifications'
import { apiAnswers } from '@/db/store/api-schema'
import { auditLog } from '@/db/store/audit-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { aUser } from '@/db/testing/accounts'
import { aPaper, BRIDGE, DREDGER, hoursAhead, NOW } from '@/db/testing/fixtures'
import { ROLES, type Role } from '@/lib/accounts/permissions'
import { adminOpenApi } from '@/lib/admin-api/open-api'
import type { Operation } from '@/lib/admin-api/operation'
import { OPERATIONS, type OperationName } from '@/lib/admin-api/operations'
import { SCOPES, type Scope } from '@/lib/admin-api/scopes'
import { CLIENT_ADDRESS_HEADER } from '@/lib/pages/client-address'
import type { TakenPicture } from '@/lib/pictures/picture-maker'
import { type Call, generatedClient } from '@/lib/testing/generated-client'

const SITE = 'https://observer.example'
const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-api-'))

let db: MemoryStore
let now: Date
let picture: TakenPicture
/** Each test comes from an address of its own, so that none waits for the failures of another. */
let tests = 0

vi.mock('server-only', () => ({}))
vi.mock('@/app/store', () => ({ store: async () => db, dataDir: () => dataDir }))
vi.mock('@/app/_desk/crawlers-view', () => ({ lookForSiteFaults: () => {} }))
vi.mock('@/lib/pages/site-runtime', () => ({
  siteRuntime: () => ({ siteUrl: SITE, now: () => now, pictures: { picture: async () => picture } }),
}))

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
interface Route {
  pattern: RegExp
  names: string[]
  module: Record<string, Handler>
}

const FOLDER = 'app/api/admin'
let routes: Route[]

beforeAll(async () => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('route.ts'))
  routes = await Promise.all(
    files.map(async (file) => {
      const path = `/api/admin/${file.replace(/\/route\.ts$/, '')}`
      const isRest = path.includes('[...')
      return {
        pattern: isRest ? /^\/api\/admin\/.+$/ : new RegExp(`^${path.replace(/\[\w+\]/g, '([^/]+)')}$`),
        names: isRest ? [] : [...path.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => name),
        module: await import(resolve(FOLDER, file)),
      }
    }),
  )
  // The address for what is nowhere comes last.
  routes.sort((one, other) => Number(one.pattern.source.includes('.+')) - Number(other.pattern.source.includes('.+')))
})

afterAll(() => rmSync(dataDir, { recursive: true }))

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  now = NOW
  tests += 1
  picture = {
    picture: { widthPx: 1600, heightPx: 900, original: 'originals/a.jpg', files: [], stated: null },
    notices: [],
  }
})

/** Answers as the framework does, without what the server does before it. */
async function send(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const route = routes.find(({ pattern }) => pattern.test(pathname))
  const handler = route?.module[request.method]
  if (!route || !handler) throw new Error(`${request.method} ${pathname} has no route`)
  const [, ...values] = route.pattern.exec(pathname) ?? []
  const params = Object.fromEntries(route.names.map((name, at) => [name, values[at] ?? '']))
  request.headers.set(CLIENT_ADDRESS_HEADER, `192.0.2.${tests}`)
  return handler(request, { params: Promise.resolve(params) })
}

const description = adminOpenApi({ siteUrl: SITE, paper: 'The Observer' })
const generated = generatedClient(description, send)

async function tokenOf(userId: string, scopes: readonly Scope[] = SCOPES): Promise<string> {
  const made = await makeToken(db, { name: 'Wire', userId, scopes: [...scopes], expiresAt: null, by: 'Ines Dahl', now })
  if ('problems' in made) throw new Error('the token was refused')
  return made.token
}

/** Calls as a user of a role, with all scopes or with these. */
async function clientOf(role: Role, scopes: readonly Scope[] = SCOPES) {
  const token = await tokenOf(await aUser(db, `${role}-${crypto.randomUUID().slice(0, 8)}`, role), scopes)
  return (name: OperationName, { headers, ...call }: Call = {}) => {
    const operation = generated[name]
    if (!operation) throw new Error(`${name} is not described`)
    return operation({ ...call, headers: { authorization: `Bearer ${token}`, ...headers } })
  }
}

const STORY = {
  headline: 'The last ferry leaves at six',
  section: 'city',
  byline: 'Mara Quill',
  body: [{ type: 'paragraph', text: 'From Monday, buses take over.' }],
}

test('a story is written, changed, published, changed in public and withdrawn by a generated client [admin-api]', async () => {
  const api = await clientOf('editor')
  const made = await api('createArticle', { body: STORY })
  expect([made.status, made.body]).toEqual([201, { id: expect.any(Number), version: 1 }])
  const path = { id: made.body.id }
  const change = { version: 1, standfirst: 'Buses take over.', topics: ['harbour'], byline: ['mara-quill', 'Ada Berg'] }
  const changed = await api('updateArticle', { path, body: change })
  expect(changed.body).toEqual({ id: path.id, version: 2 })
  const read = await api('getArticle', { path })
  expect(read.body).toMatchObject({
    ...{ state: 'draft', section: 'city', topics: ['harbour'], headline: STORY.headline, url: expect.any(String) },
    byline: [
      { name: 'Mara Quill', author: 'mara-quill' },
      { name: 'Ada Berg', author: null },
    ],
    body: [{ type: 'paragraph', id: 'e1', text: [{ text: 'From Monday, buses take over.' }] }],
  })
  const published = await api('publishArticle', { path, body: {} })
  expect(published.body).toMatchObject({
    state: 'published',
    url: `${SITE}/city/the-last-ferry-leaves-at-six-${path.id}`,
  })
  const { version } = published.body
  await api('updateArticle', { path, body: { version, headline: 'The last ferry has left' } })
  expect((await api('getArticle', { path })).body).toMatchObject({ hasUnpublishedChanges: true })
  const again = await api('publishArticle', { path })
  expect((await api('getArticle', { path })).body).toMatchObject({
    hasUnpublishedChanges: false,
    updatedAt: now.toISOString(),
  })
  const gone = await api('withdrawArticle', { path, body: { version: again.body.version, reason: 'It sails on.' } })
  expect(gone.body.state).toBe('withdrawn')
  expect((await api('searchArticles', { query: { q: 'ferry' } })).body.articles).toHaveLength(1)
  expect((await api('listArticles', { query: { state: 'withdrawn' } })).body).toMatchObject({ total: 1, pages: 1 })
})

test('a change of an older version is refused with both versions, and changes nothing', async () => {
  const [one, other] = [await clientOf('editor'), await clientOf('editor')]
  const { id } = (await one('createArticle', { body: STORY })).body
  await one('updateArticle', { path: { id }, body: { version: 1, headline: 'Ferries stop' } })
  for (const name of ['updateArticle', 'publishArticle', 'withdrawArticle'] as const) {
    const { status, body } = await other(name, { path: { id }, body: { version: 1 } })
    expect([name, status, body]).toMatchObject([
      name,
      409,
      { basedOn: { version: 1 }, current: { version: 2, article: { headline: 'Ferries stop', version: 2 } } },
    ])
  }
  expect((await one('getArticle', { path: { id } })).body).toMatchObject({ state: 'draft', version: 2 })
})

test('a body may be written short: texts as strings, elements without ids, and lists and tables too', async () => {
  const api = await clientOf('editor')
  const body = [
    { type: 'heading', level: 2, text: 'What changes' },
    { type: 'list', ordered: false, items: ['Fewer boats', [{ text: 'More buses', marks: ['bold'] }]] },
    { type: 'table', header: ['Line', 'Until'], rows: [['Dunlin', '18:00']] },
    { type: 'paragraph', id: 'e1', text: [] },
    { type: 'fact-box', title: 'Fares', elements: [{ type: 'paragraph', text: 'Unchanged.' }] },
  ]
  const { id } = (await api('createArticle', { body: { ...STORY, body } })).body
  const read = (await api('getArticle', { path: { id } })).body
  expect(read.body.map((element: { id: string }) => element.id)).toEqual(['e2', 'e3', 'e4', 'e1', 'e5'])
  expect(read.body[1].items).toEqual([[{ text: 'Fewer boats' }], [{ text: 'More buses', marks: ['bold'] }]])
  expect(read.body[2].rows).toEqual([[[{ text: 'Dunlin' }], [{ text: '18:00' }]]])
})

test('what does not exist is refused by its field: section, topic, picture, story', async () => {
  const api = await clientOf('editor')
  const wrong = { ...STORY, section: 'sea', topics: ['herons'], leadMedia: 99, translationOf: 98 }
  const { status, body } = await api('createArticle', { body: wrong })
  expect([status, body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
    422,
    ['/section', '/topics', '/leadMedia', '/translationOf'],
  ])
  const linked = [{ type: 'also-read', target: { kind: 'article', article: 77 } }]
  expect((await api('createArticle', { body: { ...STORY, body: linked } })).status).toBe(422)
})

test('the front page is read, arranged and published, and breaking news raised and taken down', async () => {
  const api = await clientOf('editor')
  const { id } = (await api('createArticle', { body: STORY })).body
  const change = { kind: 'place', story: id, zone: 'lead', before: null }
  const { version } = (await api('changeFront', { body: { change } })).body
  const edition = await api('publishFront', { body: { version, along: [{ id, version: 1 }] } })
  expect(edition.status).toBe(201)
  expect((await api('getArticle', { path: { id } })).body.state).toBe('published')
  await api('raiseStrip', { body: { label: 'Breaking', text: '', article: id, endsAt: hoursAhead(1).toISOString() } })
  const front = (await api('getFront')).body
  expect(front).toMatchObject({ arrangement: { lead: { articleId: id } }, strip: { article: id } })
  expect(front.editions[0]).toMatchObject({ isLive: true })
  expect((await api('takeDownStrip')).status).toBe(204)
  expect((await api('getFront')).body.strip).toBeNull()
  const planned = await api('publishFront', { body: { version: front.version, at: hoursAhead(2).toISOString() } })
  expect((await api('cancelEdition', { path: { edition: planned.body.id } })).status).toBe(204)
  expect((await api('restoreEdition', { path: { edition: edition.body.id } })).status).toBe(201)
})

test('a picture comes as a body or in a form, with its words, and is described', async () => {
  const api = await clientOf('editor')
  const form = new FormData()
  form.set('alt', 'The Dunlin at the quay')
  form.set('focalX', '0.25')
  form.set('file', new File([new Uint8Array(200_000)], 'dunlin.jpg', { type: 'image/jpeg' }))
  const sent = await api('uploadMedia', { body: form, query: { credit: 'Ada Berg' } })
  expect([sent.status, sent.body]).toMatchObject([
    201,
    { alt: 'The Dunlin at the quay', focalX: 0.25, credit: 'Ada Berg', isDuplicate: false },
  ])
  const raw = await api('uploadMedia', { body: new Uint8Array([1, 2]), headers: { 'content-type': 'image/jpeg' } })
  const path = { media: raw.body.id }
  expect((await api('describeMedia', { path, body: { caption: 'A heron' } })).body.caption).toBe('A heron')
  expect((await api('getMedia', { path })).body.caption).toBe('A heron')
  picture = { unusable: 'This is no picture.' }
  const unusable = await api('uploadMedia', { body: new Uint8Array([3]), headers: { 'content-type': 'image/png' } })
  expect([unusable.status, unusable.body.detail]).toEqual([422, 'This is no picture.'])
  for (const body of [
    '--a',
    '--x\r\n',
    '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
    '',
  ]) {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    expect((await api('uploadMedia', { body, headers })).status).toBe(400)
  }
  expect((await api('uploadMedia', { body: 'x', headers: { 'content-type': 'text/plain' } })).status).toBe(415)
})

test('pictures are listed and found, and a change of an older version is refused with both versions', async () => {
  const api = await clientOf('editor')
  const all = (await api('listMedia')).body
  expect([all.total, all.pages, all.media.map(({ id }: { id: number }) => id)]).toEqual([2, 1, [DREDGER, BRIDGE]])
  const path = { media: BRIDGE }
  const words = { version: 1, keywords: ['Harbour bridge'], rightsCategory: 'forbidden' }
  expect((await api('describeMedia', { path, body: words })).body).toMatchObject({
    ...{ version: 2, rightsCategory: 'forbidden', use: { verdict: 'blocked', why: expect.any(String) } },
  })
  const older = await api('describeMedia', { path, body: { version: 1, alt: 'The old bridge' } })
  expect([older.status, older.body]).toMatchObject([
    409,
    { basedOn: { version: 1 }, current: { version: 2, media: { id: BRIDGE, alt: 'The bridge at dusk', version: 2 } } },
  ])
  expect((await api('describeMedia', { path, body: { alt: 'The old bridge' } })).body.version).toBe(3)
  const found = (await api('listMedia', { query: { q: 'harbour bridge', rights: 'forbidden' } })).body
  expect(found).toMatchObject({ total: 1, media: [{ id: BRIDGE, alt: 'The old bridge' }] })
  expect((await api('listMedia', { query: { state: 'lost' } })).status).toBe(400)
})

test('a story is planned for somebody, and commented on; both are read again', async () => {
  const api = await clientOf('editor')
  const ada = await aUser(db, 'Ada', 'contributor')
  const plan = { deadline: hoursAhead(5).toISOString(), assignee: 'ada@observer.example', note: 'By six.' }
  const made = await api('planArticle', { body: { title: 'The last ferry', section: 'transport', ...plan } })
  expect([made.status, made.body]).toEqual([201, { id: expect.any(Number), version: 1 }])
  const path = { id: made.body.id }
  const { plans } = (await api('listPlans', { query: { section: 'city' } })).body
  expect(plans).toMatchObject([{ ...path, headline: 'The last ferry', section: 'Transport', assignee: 'Ada' }])
  expect((await api('changePlan', { path, body: { deadline: null } })).body).toEqual({
    ...{ ...path, deadline: null, assignee: 'Ada', note: 'By six.' },
  })
  expect((await api('getPlan', { path })).body.deadline).toBeNull()
  const wrong = await api('changePlan', { path, body: { assignee: 'nobody@observer.example' } })
  expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, '/assignee'])
  const first = await api('createComment', { path, body: { text: '@Ada, who confirmed this?' } })
  expect([first.status, first.body]).toMatchObject([201, { text: '@Ada, who confirmed this?', replyTo: null }])
  await api('createComment', { path, body: { text: 'The harbour master.', replyTo: first.body.id } })
  expect((await api('createComment', { path, body: { text: 'And?', replyTo: 999 } })).status).toBe(422)
  const { comments, older } = (await api('listComments', { path })).body
  expect([comments.map(({ replyTo }: { replyTo: number | null }) => replyTo), older]).toEqual([
    [null, first.body.id],
    0,
  ])
  expect((await notificationsOf(db, ada)).map(({ kind }) => kind)).toEqual(['mention', 'assignment'])
})

test('names are made and listed; another one of the same name is refused', async () => {
  const api = await clientOf('editor')
  expect((await api('createTopic', { body: { name: 'Herons' } })).body).toMatchObject({ slug: 'herons' })
  expect((await api('createTopic', { body: { name: 'Herons' } })).status).toBe(422)
  expect((await api('createAuthor', { body: { name: 'Ada Berg', role: 'Editor' } })).status).toBe(201)
  expect((await api('createSection', { body: { name: 'Buses', parent: 'transport' } })).status).toBe(201)
  expect((await api('listTopics')).body.topics).toHaveLength(3)
  expect((await api('listAuthors')).body.authors).toHaveLength(3)
  const { sections } = (await api('listSections')).body
  expect(sections.find(({ slug }: { slug: string }) => slug === 'buses')).toMatchObject({ parent: 'transport' })
})

test('a request with a key is carried out once: the same gets the same answer for a day, another is refused', async () => {
  const api = await clientOf('editor')
  const headers = { 'idempotency-key': 'wire-42' }
  const first = await api('createArticle', { body: STORY, headers })
  const second = await api('createArticle', { body: STORY, headers })
  expect([second.status, second.body]).toEqual([first.status, first.body])
  expect(second.headers.get('idempotent-replayed')).toBe('true')
  expect(await db.$count(articles)).toBe(1)
  expect((await api('createArticle', { body: { ...STORY, kicker: 'Ferries' }, headers })).status).toBe(422)
  expect((await api('createTopic', { body: { name: 'Herons' }, headers })).status).toBe(422)
  const other = await clientOf('editor')
  expect((await other('createArticle', { body: STORY, headers })).body.id).not.toBe(first.body.id)
  now = hoursAhead(25)
  expect((await api('createArticle', { body: STORY, headers })).body.id).not.toBe(first.body.id)
  expect((await api('createArticle', { body: STORY, headers: { 'idempotency-key': 'a'.repeat(256) } })).status).toBe(
    400,
  )
})

test('two requests with one key at once are one, and a lost answer is not a second change', async () => {
  const api = await clientOf('editor')
  const headers = { 'idempotency-key': 'wire-43' }
  const both = await Promise.all([1, 2].map(() => api('createArticle', { body: STORY, headers })))
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
  await db.update(apiAnswers).set({ status: null, body: '' })
  expect((await api('createArticle', { body: STORY, headers })).status).toBe(409)
  expect(await db.$count(articles)).toBe(1)
})

test('a token ends with its user, its end and its revocation, follows the role, and no cookie replaces it', async () => {
  const id = await aUser(db, 'omar', 'editor')
  await aUser(db, 'ines', 'admin')
  const works = async (token: string) => (await bearerOf(db, { token, now }))?.user.role ?? null
  const token = await tokenOf(id)
  expect(token).toMatch(/^bst_\d+_[\w-]{43}$/)
  expect(await works(token)).toBe('editor')
  expect(await works(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toBeNull()
  await changeRole(db, { id, role: 'contributor', now })
  expect(await works(token)).toBe('contributor')
  await deactivateUser(db, { id, now })
  await reactivateUser(db, { id, now })
  expect(await works(token)).toBeNull()
  const revoked = await tokenOf(id)
  await revokeToken(db, { id: Number(revoked.split('_')[1]), now })
  expect(await works(revoked)).toBeNull()
  const made = await makeToken(db, {
    ...{ name: 'Until six', userId: id, scopes: ['read'], expiresAt: hoursAhead(1), by: 'Ines Dahl', now },
  })
  const ending = 'token' in made ? made.token : ''
  expect(await works(ending)).toBe('contributor')
  now = hoursAhead(1)
  expect(await works(ending)).toBeNull()
  const cookie = await generated.getBearer?.({ headers: { cookie: `broadsheet.session_token=${token}` } })
  expect([cookie?.status, cookie?.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
})

test('what a token does is logged with the token, its user and the address', async () => {
  const api = await clientOf('editor')
  const { id } = (await api('createArticle', { body: STORY })).body
  await api('createTopic', { body: { name: 'Herons' } })
  const entries = await db.select().from(auditLog).where(eq(auditLog.actorKind, 'token'))
  expect(entries).toMatchObject([
    { action: 'story written', thingId: String(id), tokenName: 'Wire', address: `192.0.2.${tests}` },
    { action: 'topic added' },
  ])
})

test('where nothing stands, the answer is a problem document without leave for other sites', async () => {
  const response = await send(new Request(`${SITE}/api/admin/v1/nothing`))
  expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
})

/** An input of each operation that its checks let through; what it says may not exist. */
const RIGHT: Record<OperationName, Call> = {
  getBearer: {},
  listArticles: { query: { q: 'ferry', page: '1' } },
  searchArticles: { query: { q: 'ferry' } },
  createArticle: { body: STORY },
  getArticle: { path: { id: 1 } },
  updateArticle: { path: { id: 1 }, body: { version: 1, headline: 'Ferries stop' } },
  deleteArticle: { path: { id: 1 } },
  recoverArticle: { path: { id: 1 } },
  getChecklist: { path: { id: 1 } },
  submitArticle: { path: { id: 1 }, body: { note: 'Please look.' } },
  returnArticle: { path: { id: 1 }, body: { note: 'Say when.' } },
  publishArticle: { path: { id: 1 }, body: { version: 1 } },
  publishArticleChanges: { path: { id: 1 }, body: { as: 'correction', note: 'It was six.' } },
  discardArticleChanges: { path: { id: 1 } },
  scheduleArticle: { path: { id: 1 }, body: { at: '2026-12-01T06:00:00+01:00' } },
  unscheduleArticle: { path: { id: 1 } },
  setEmbargo: { path: { id: 1 }, body: { until: null } },
  withdrawArticle: { path: { id: 1 }, body: { reason: 'Wrong.' } },
  scheduleWithdrawal: { path: { id: 1 }, body: { at: null } },
  republishArticle: { path: { id: 1 } },
  getFront: { query: { section: 'city' } },
  changeFront: { body: { change: { kind: 'remove', story: 1 } } },
  discardFrontChanges: { body: { section: 'city' } },
  publishFront: { body: { version: 0 } },
  restoreEdition: { path: { edition: 1 } },
  cancelEdition: { path: { edition: 1 } },
  raiseStrip: { body: { label: 'Breaking', text: 'Ferries stop' } },
  takeDownStrip: {},
  uploadMedia: { body: new Uint8Array([1]), headers: { 'content-type': 'image/jpeg' } },
  listMedia: { query: { q: 'bridge', rights: 'none', page: '1' } },
  getMedia: { path: { media: BRIDGE } },
  describeMedia: { path: { media: BRIDGE }, body: { alt: 'The bridge' } },
  listPlans: { query: { view: 'late', section: 'city' } },
  planArticle: { body: { title: 'The ferry’s last day', deadline: '2026-12-01T18:00:00Z', assignee: null } },
  getPlan: { path: { id: 1 } },
  changePlan: { path: { id: 1 }, body: { note: 'Call the harbour master.' } },
  listComments: { path: { id: 1 } },
  createComment: { path: { id: 1 }, body: { text: 'Who confirmed this?' } },
  listSections: {},
  createSection: { body: { name: 'Buses' } },
  listTopics: {},
  createTopic: { body: { name: 'Herons' } },
  listAuthors: {},
  createAuthor: { body: { name: 'Ada Berg' } },
}

const WRONG: Call[] = [
  { body: {} },
  { body: [] },
  { body: 'null' },
  { body: '{' },
  { body: '' },
  { body: { version: '1', headline: 7, body: 'text', at: 'soon', until: 1, change: {}, name: '', label: 1, as: 'x' } },
  { body: { ...STORY, body: [{ type: 'paragraph', text: 7 }, null, 'x', { type: 'constructor' }], byline: {} } },
  { body: { unknown: true }, query: { unknown: '1' } },
  { path: { id: 999, media: 999, edition: 999 } },
  { path: { id: '0x1', media: '-1', edition: 'a' } },
  { headers: { 'content-type': 'text/xml' }, body: '<a/>' },
  { headers: { 'content-type': '' } },
]

test.each(Object.keys(OPERATIONS) as OperationName[])(
  '%s answers as described to right, wrong and missing input, with each role and scope, and never with 500 [admin-api]',
  async (name) => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    const operation: Operation = OPERATIONS[name]
    const editor = await clientOf('admin')
    await editor('createArticle', { body: STORY })
    const statuses = new Set<number>()
    for (const role of ROLES) {
      const api = await clientOf(role)
      const right = await api(name, RIGHT[name])
      const isAllowed = operation.action === null || can(role, name)
      expect([role, right.status === 403]).toEqual([role, !isAllowed])
      if (isAllowed) expect([200, 201, 204, 404, 409, 422]).toContain(right.status)
      for (const wrong of WRONG) {
        const call = { ...RIGHT[name], ...wrong }
        if (operation.method === 'GET') delete call.body
        statuses.add((await api(name, call)).status)
      }
    }
    if (operation.scope !== null) {
      const lacking = SCOPES.filter((scope) => scope !== operation.scope)
      const refused = await (await clientOf('admin', lacking))(name, RIGHT[name])
      expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
        403,
        `Bearer error="insufficient_scope", scope="${operation.scope}"`,
      ])
      expect((await (await clientOf('admin', [operation.scope]))(name, RIGHT[name])).status).not.toBe(403)
    }
    for (const authorization of ['', 'Bearer x', 'Basic YTpi', 'Bearer bst_1_short']) {
      expect(
        (await generated[name]?.({ ...RIGHT[name], headers: { ...RIGHT[name].headers, authorization } }))?.status,
      ).toBe(401)
    }
    expect([...statuses].filter((status) => status >= 500)).toEqual([])
    expect(logged).not.toHaveBeenCalled()
    logged.mockRestore()
  },
)

/** Whether a role may do it to a draft of somebody else. */
function can(role: Role, name: OperationName): boolean {
  const { action, path } = OPERATIONS[name]
  if (role !== 'contributor') return true
  const ofOthers = path.startsWith('/api/admin/v1/articles/[id]')
  const open = [
    ...['list articles', 'search archive', 'create article', 'upload picture', 'describe picture'],
    ...['see pictures', 'see plans'],
  ]
  return action === null || (!ofOthers && open.includes(action))
}

test('who sends without a token again and again is asked to wait', async () => {
  const statuses = []
  for (let tries = 0; tries < 60; tries++) statuses.push((await generated.getBearer?.())?.status)
  expect(statuses.at(-1)).toBe(429)
  now = hoursAhead(1)
  expect((await generated.getBearer?.())?.status).toBe(401)
})

test('every operation has a route, every route an operation, and the document holds all of them', async () => {
  const described = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const declared = Object.values<Operation>(OPERATIONS).map(
    ({ method, path }) => `${method} ${path.replace(/\[(\w+)\]/g, '{$1}')}`,
  )
  expect(described.sort()).toEqual(declared.sort())
  const answered = routes
    .filter(({ pattern }) => !pattern.source.includes('.+'))
    .flatMap(({ pattern, module }) => Object.keys(module).map((method) => `${method} ${pattern.source}`))
  expect(answered).toHaveLength(declared.length)
})

test('a linter of OpenAPI finds nothing by its strict rules in the Admin API', async () => {
  const config = await createConfig({ extends: ['recommended-strict'] })
  const source = JSON.stringify(description)
  const problems = await lintFromString({ source, config, absoluteRef: 'openapi.json' })
  expect(problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`)).toEqual([])
})
