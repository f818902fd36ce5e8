import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import {
  addressOfTest,
  clientOf,
  freshPaper,
  generated,
  loadRoutes,
  SITE,
  STORY,
  send,
  site,
  tidyUp,
  tokenOf,
} from '@/app/_admin-api/testing/api-site'
import { bearerOf, makeToken, revokeToken } from '@/db/accounts/api-tokens'
import { changeRole, deactivateUser, reactivateUser } from '@/db/accounts/users'
import { notificationsOf } from '@/db/comments/notifications'
import { apiAnswers } from '@/db/store/api-schema'
import { auditLog } from '@/db/store/audit-schema'
import { articles } from '@/db/store/schema'
import { aUser } from '@/db/testing/accounts'
import { BRIDGE, DREDGER, hoursAhead } from '@/db/testing/fixtures'

// Modules that another file of this worker loaded are bound to what that file put in their place.
vi.hoisted(() => vi.resetModules())
vi.mock('server-only', () => ({}))
vi.mock('@/app/store', async () => (await import('@/app/_admin-api/testing/api-site')).mockedStore)
vi.mock('@/lib/pages/site-runtime', async () => (await import('@/app/_admin-api/testing/api-site')).mockedRuntime)
vi.mock('@/app/_desk/crawlers-view', () => ({ lookForSiteFaults: () => {} }))

beforeAll(loadRoutes)
beforeEach(freshPaper)
afterAll(tidyUp)

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
    state: 'draft',
    section: 'city',
    topics: ['harbour'],
    headline: STORY.headline,
    url: expect.any(String),
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
    updatedAt: site.now.toISOString(),
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

test('stories go along with an edition only by a token that may publish stories', async () => {
  const { id } = (await (await clientOf('editor'))('createArticle', { body: STORY })).body
  const arranging = await clientOf('editor', ['front'])
  const change = { kind: 'place', story: id, zone: 'lead', before: null }
  const { version } = (await arranging('changeFront', { body: { change } })).body
  for (const at of [undefined, hoursAhead(2).toISOString()]) {
    const refused = await arranging('publishFront', { body: { version, at, along: [{ id, version: 1 }] } })
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      403,
      'Bearer error="insufficient_scope", scope="publish"',
    ])
  }
  const both = await clientOf('editor', ['front', 'publish', 'read'])
  expect((await both('getArticle', { path: { id } })).body.state).toBe('draft')
  expect((await both('publishFront', { body: { version, along: [{ id, version: 1 }] } })).status).toBe(201)
  expect((await arranging('publishFront', { body: { version: version + 1 } })).status).not.toBe(403)
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
  site.picture = { unusable: 'This is no picture.' }
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
    version: 2,
    rightsCategory: 'forbidden',
    use: { verdict: 'blocked', why: expect.any(String) },
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
  const ada = await aUser(site.db, 'Ada', 'contributor')
  const plan = { deadline: hoursAhead(5).toISOString(), assignee: 'ada@observer.example', note: 'By six.' }
  const made = await api('planArticle', { body: { title: 'The last ferry', section: 'transport', ...plan } })
  expect([made.status, made.body]).toEqual([201, { id: expect.any(Number), version: 1 }])
  const path = { id: made.body.id }
  const { plans } = (await api('listPlans', { query: { section: 'city' } })).body
  expect(plans).toMatchObject([{ ...path, headline: 'The last ferry', section: 'Transport', assignee: 'Ada' }])
  expect((await api('changePlan', { path, body: { deadline: null } })).body).toEqual({
    ...path,
    deadline: null,
    assignee: 'Ada',
    note: 'By six.',
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
  expect((await notificationsOf(site.db, ada)).map(({ kind }) => kind)).toEqual(['mention', 'assignment'])
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
  expect(await site.db.$count(articles)).toBe(1)
  expect((await api('createArticle', { body: { ...STORY, kicker: 'Ferries' }, headers })).status).toBe(422)
  expect((await api('createTopic', { body: { name: 'Herons' }, headers })).status).toBe(422)
  const other = await clientOf('editor')
  expect((await other('createArticle', { body: STORY, headers })).body.id).not.toBe(first.body.id)
  site.now = hoursAhead(25)
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
  await site.db.update(apiAnswers).set({ status: null, body: '' })
  expect((await api('createArticle', { body: STORY, headers })).status).toBe(409)
  expect(await site.db.$count(articles)).toBe(1)
})

test('a token ends with its user, its end and its revocation, follows the role, and no cookie replaces it', async () => {
  const id = await aUser(site.db, 'omar', 'editor')
  await aUser(site.db, 'ines', 'admin')
  const works = async (token: string) => (await bearerOf(site.db, { token, now: site.now }))?.user.role ?? null
  const token = await tokenOf(id)
  expect(token).toMatch(/^bst_\d+_[\w-]{43}$/)
  expect(await works(token)).toBe('editor')
  expect(await works(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toBeNull()
  await changeRole(site.db, { id, role: 'contributor', now: site.now })
  expect(await works(token)).toBe('contributor')
  await deactivateUser(site.db, { id, now: site.now })
  await reactivateUser(site.db, { id, now: site.now })
  expect(await works(token)).toBeNull()
  const revoked = await tokenOf(id)
  await revokeToken(site.db, { id: Number(revoked.split('_')[1]), now: site.now })
  expect(await works(revoked)).toBeNull()
  const made = await makeToken(site.db, {
    name: 'Until six',
    userId: id,
    scopes: ['read'],
    expiresAt: hoursAhead(1),
    by: 'Ines Dahl',
    now: site.now,
  })
  const ending = 'token' in made ? made.token : ''
  expect(await works(ending)).toBe('contributor')
  site.now = hoursAhead(1)
  expect(await works(ending)).toBeNull()
  const cookie = await generated.getBearer?.({ headers: { cookie: `broadsheet.session_token=${token}` } })
  expect([cookie?.status, cookie?.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
})

test('what a token does is logged with the token, its user and the address', async () => {
  const api = await clientOf('editor')
  const { id } = (await api('createArticle', { body: STORY })).body
  await api('createTopic', { body: { name: 'Herons' } })
  const entries = await site.db.select().from(auditLog).where(eq(auditLog.actorKind, 'token'))
  expect(entries).toMatchObject([
    { action: 'story written', thingId: String(id), tokenName: 'Wire', address: addressOfTest() },
    { action: 'topic added' },
  ])
})

test('where nothing stands, the answer is a problem document without leave for other sites', async () => {
  const response = await send(new Request(`${SITE}/api/admin/v1/nothing`))
  expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
})
