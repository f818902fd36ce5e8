import { once } from 'node:events'
import { createServer, type IncomingMessage, METHODS, request as send } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { propertyRuns } from '@/lib/testing/property-runs'
import { CompressedFiles } from '@/server/http/compressed-files'
import { siteHeaders } from '@/server/http/headers'
import { refuseConnect } from '@/server/http/refusals'
import { requestListener } from '@/server/http/router'
import { StaticFiles } from '@/server/http/static-files'

const ROUTER_STATE = 'next-router-state-tree'
const FILE = '/speculation.json'

let port = 0
let passedOn: IncomingMessage[] = []
const server = createServer()

beforeAll(async () => {
  const headers = siteHeaders({ siteUrl: 'https://observer.example', speculationRules: FILE })
  const files = new StaticFiles([], { compressed: new CompressedFiles(tmpdir()), headers: headers.common })
  const listener = requestListener({
    paperIcon: async () => null,
    pages: {
      answerFromStore: () => false,
      answer: async (_request, response) => void response.writeHead(404).end('missing'),
    },
    files: Object.assign(files, {
      has: (path: string) => path === FILE,
      send: async (...[, , response]: Parameters<StaticFiles['send']>) => void response.writeHead(200).end(),
    }),
    sitemaps: { answer: async () => false },
    headers,
    framework: (request, response) => {
      passedOn.push(request)
      // The framework fails when it has to decode what cannot be decoded.
      const isDecodable = decodeURIComponent((request.url ?? '').split('?', 1)[0] ?? '') !== ''
      response.writeHead(isDecodable && request.method !== 'TRACE' ? 200 : 500).end()
    },
    media: { folder: '/nowhere', crops: { make: async () => false } },
    trustedProxies: 0,
    answerRead: async () => {},
    isDevelopment: false,
    health: async () => ({ status: 200 as const, body: {} }),
  })
  server.on('request', listener).on('connect', refuseConnect)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})

beforeEach(() => {
  passedOn = []
})

afterAll(() => void server.close())

async function answerTo(method: string, path: string, headers: Record<string, string> = {}) {
  const request = send({ host: '127.0.0.1', port, method, path, headers: { ...headers, Connection: 'close' } }).end()
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  let body = ''
  for await (const chunk of response) body += chunk
  return { status: response.statusCode, allow: response.headers.allow, type: response.headers['content-type'], body }
}

describe('a method that an address lacks is 405, and says which methods it has', () => {
  const reading = ['/', '/world/nothing-4', FILE, '/healthz', '/media/0123456789abcdef-320.avif', '/rss.xml']
  for (const path of [...reading, '/admin', '/admin/articles/4', '/preview/secret/4', '/_next/static/chunks/a.js']) {
    test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])(`%s ${path}`, async (method) => {
      expect(await answerTo(method, path)).toMatchObject({ status: 405, allow: 'GET, HEAD' })
      expect(passedOn).toEqual([])
    })
  }

  test.each([
    ['TRACE', '/api/desk/articles', 'OPTIONS, POST'],
    ['PATCH', '/api/desk/articles/4/publish', 'OPTIONS, POST'],
    ['DELETE', '/api/desk/pictures', 'GET, HEAD, OPTIONS, POST'],
    ['GET', '/api/desk/receivers/4', 'OPTIONS, PUT'],
    ['PUT', '/api/auth/sign-in/email', 'GET, POST, OPTIONS'],
  ])('%s %s, in JSON', async (method, path, allow) => {
    const answer = await answerTo(method, path)
    expect(answer).toMatchObject({ status: 405, allow, type: 'application/json' })
    expect(JSON.parse(answer.body || '{}')).toMatchObject({ problems: [{ message: expect.stringMatching(/answers/) }] })
    expect(passedOn).toEqual([])
  })

  test('HEAD of sign-in: its forms have a body, and a request of HEAD can have none', async () => {
    expect(await answerTo('HEAD', '/api/auth/sign-in/email')).toMatchObject({
      status: 405,
      allow: 'GET, POST, OPTIONS',
    })
    expect(passedOn).toEqual([])
  })

  test.each(['/api', '/api/', '/api/desk/nowhere', '/api/desk/articles/4/nothing', '/__nextjs_font/a.woff2'])(
    'TRACE %s, where nothing stands',
    async (path) => {
      expect(await answerTo('TRACE', path)).toMatchObject({ status: 405 })
      expect(passedOn).toEqual([])
    },
  )

  test('TRACE of the content API is a problem document', async () => {
    const answer = await answerTo('TRACE', '/api/v1/articles')
    expect(answer).toMatchObject({ status: 405, allow: 'GET, HEAD, OPTIONS', type: 'application/problem+json' })
  })

  it('CONNECT too: the site is no proxy', async () => {
    const socket = connect(port, '127.0.0.1')
    socket.write('CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: elsewhere.example:443\r\n\r\n')
    const [head] = await once(socket, 'data')
    expect(String(head)).toMatch(/^HTTP\/1\.1 405 /)
  })
})

test.each(['/', '/admin', '/api/desk/articles', '/api/v1/articles', FILE])(
  'an unknown method is 501 at %s',
  async (path) => {
    for (const method of ['PROPFIND', 'PURGE', 'MKCOL']) {
      expect((await answerTo(method, path)).status).toBe(501)
    }
  },
)

test('what an address has goes on to what answers it', async () => {
  for (const [method, path] of [
    ['GET', '/admin/articles'],
    ['HEAD', '/admin/articles'],
    ['POST', '/api/desk/articles'],
    ['PUT', '/api/desk/articles/4/manuscript'],
    ['OPTIONS', '/api/desk/articles'],
    ['POST', '/api/auth/sign-in/email'],
    ['DELETE', '/api/desk/nowhere'],
  ] as const) {
    expect((await answerTo(method, path)).status, `${method} ${path}`).toBe(200)
  }
  expect((await answerTo('GET', FILE)).status).toBe(200)
})

describe('an address that cannot be decoded', () => {
  const BROKEN = ['%', '%zz', '%ff', '%E0%A4%A', 'a%2fb', '%00', '%c0%af']
  for (const broken of BROKEN) {
    test.each(['/admin/', '/preview/', '/_next/', '/_next/static/', '/media/', '/'])(
      `%s${broken} is a missing page`,
      async (below) => {
        expect(await answerTo('GET', below + broken)).toMatchObject({ status: 404, body: 'missing' })
      },
    )
    test.each(['/api/desk/', '/api/desk/articles/1/revisions/', '/api/auth/', '/api/'])(
      `%s${broken} is 404 in JSON`,
      async (below) => {
        const answer = await answerTo('GET', below + broken)
        expect([answer.status, JSON.parse(answer.body).problems[0].message]).toEqual([
          404,
          expect.stringMatching(/%25/),
        ])
      },
    )
  }
})

test('the framework never gets a state of its router, sound or broken', async () => {
  const sound = encodeURIComponent(JSON.stringify(['', { children: ['admin', {}, null, null] }, null, null]))
  for (const state of ['garbage', '%', '{}', sound]) await answerTo('GET', '/admin', { [ROUTER_STATE]: state })
  expect(passedOn.map(({ headers }) => headers[ROUTER_STATE])).toEqual(Array(4).fill(undefined))
})

test('no method and no path fails', async () => {
  const part = fc.oneof(
    fc.constantFrom('admin', 'api', 'desk', 'articles', 'auth', 'v1', '_next', 'static', 'preview', 'media', '..', ''),
    fc.stringMatching(/^[%0-9a-fA-F/.?=&;@:-]{0,8}$/),
  )
  const method = fc.constantFrom(...METHODS.filter((name) => name !== 'CONNECT' && name !== 'QUERY'))
  await fc.assert(
    fc.asyncProperty(method, fc.array(part, { maxLength: 5 }), async (name, parts) => {
      expect((await answerTo(name, `/${parts.join('/')}`)).status).toSatisfy(
        (status: number) => status < 500 || status === 501,
      )
    }),
    { numRuns: propertyRuns(300), seed: 11 },
  )
})
