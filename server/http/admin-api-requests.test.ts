import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { CompressedFiles } from '@/server/http/compressed-files'
import { siteHeaders } from '@/server/http/headers'
import { requestListener } from '@/server/http/router'
import { siteServer } from '@/server/http/site-server'
import { StaticFiles } from '@/server/http/static-files'

const headers = siteHeaders({ siteUrl: 'https://observer.example', speculationRules: '/speculation.json' })
let passedOn: IncomingMessage[] = []
const server = siteServer(
  headers,
  requestListener({
    paperIcon: async () => null,
    pages: {
      answerFromStore: () => false,
      answer: async (_request, response) => void response.writeHead(404).end('missing'),
    },
    files: new StaticFiles([], { compressed: new CompressedFiles(tmpdir()), headers: headers.common }),
    sitemaps: { answer: async () => false },
    headers,
    framework: (request, response) => {
      passedOn.push(request)
      request.resume().once('end', () => response.writeHead(200).end())
    },
    media: { folder: '/nowhere', crops: { make: async () => false } },
    trustedProxies: 0,
    answerRead: async () => {},
    isDevelopment: false,
    health: async () => ({ status: 200, body: {} }),
  }),
)
let origin = ''

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(() => {
  passedOn = []
})
afterAll(() => server.close())

const asked = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(`${origin}${path}`, init)
  const text = await response.text()
  const type = response.headers.get('content-type')
  return { status: response.status, type, allow: response.headers.get('allow'), text, headers: response.headers }
}

test.each([
  ['GET', '/api/admin/v1/articles.json', 404],
  ['GET', '/api/admin/v1/%', 404],
  ['DELETE', '/api/admin/v1/articles', 405],
  ['PUT', '/api/admin/v1/articles/1', 405],
  ['POST', '/api/admin/v1/me', 405],
  ['REPORT', '/api/admin/v1/articles', 501],
])('%s %s is refused with a problem document that no other site may read [admin-api]', async (method, path, status) => {
  const answer = await asked(path, { method })
  expect([answer.status, answer.type]).toEqual([status, 'application/problem+json'])
  expect(JSON.parse(answer.text)).toMatchObject({ type: 'about:blank', status })
  expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  if (status === 405) expect(answer.allow).toContain('OPTIONS')
  expect(passedOn).toEqual([])
})

test.each([
  ['POST', '/api/admin/v1/articles', 4 * 1024 ** 2],
  ['POST', '/api/admin/v1/topics', 1024 ** 2],
  ['POST', '/api/admin/v1/nothing', 1024 ** 2],
])('a body of %s %s is bounded, and the refusal is a problem document [admin-api]', async (method, path, bytes) => {
  const answer = await asked(path, { method, body: 'x'.repeat(bytes + 1) })
  expect([answer.status, answer.type]).toEqual([413, 'application/problem+json'])
})

test('the token and the key of a request are passed on to the Admin API alone, and no cookie is', async () => {
  const sent = { Authorization: 'Bearer x', 'Idempotency-Key': 'a', Cookie: 'broadsheet.session_token=y' }
  await asked('/api/admin/v1/me', { headers: sent })
  await asked('/admin/articles', { headers: sent })
  const [api, desk] = passedOn
  expect(api?.headers).toMatchObject({ authorization: 'Bearer x', 'idempotency-key': 'a' })
  expect(api?.headers.cookie).toBeUndefined()
  expect(desk?.headers.authorization).toBeUndefined()
  expect(desk?.headers.cookie).toBe('broadsheet.session_token=y')
})
