import { createConfig, lintFromString } from '@redocly/openapi-core'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import {
  adminRoutes,
  clientOf,
  description,
  freshPaper,
  generated,
  loadRoutes,
  STORY,
  site,
  tidyUp,
} from '@/app/_admin-api/testing/api-site'
import { BRIDGE, hoursAhead } from '@/db/testing/fixtures'
import { ROLES, type Role } from '@/lib/accounts/permissions'
import type { Operation } from '@/lib/admin-api/operation'
import { OPERATIONS, type OperationName } from '@/lib/admin-api/operations'
import { SCOPES } from '@/lib/admin-api/scopes'
import type { Call } from '@/lib/testing/generated-client'

// Modules that another file of this worker loaded are bound to what that file put in their place.
vi.hoisted(() => vi.resetModules())
vi.mock('server-only', () => ({}))
vi.mock('@/app/store', async () => (await import('@/app/_admin-api/testing/api-site')).mockedStore)
vi.mock('@/lib/pages/site-runtime', async () => (await import('@/app/_admin-api/testing/api-site')).mockedRuntime)
vi.mock('@/app/_desk/crawlers-view', () => ({ lookForSiteFaults: () => {} }))

beforeAll(loadRoutes)
beforeEach(freshPaper)
afterAll(tidyUp)

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
  site.now = hoursAhead(1)
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
  const answered = adminRoutes()
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
