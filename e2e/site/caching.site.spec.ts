import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { demoStory } from '@/e2e/testing/demo-story'
import { expect, type Paper, test } from '@/e2e/testing/paper'
import { fetchFrom, type SiteResponse, storedPageCount } from '@/e2e/testing/site-response'

/** One address of each kind of response. */
const KINDS: [path: string, status: number][] = [
  ['/', 200],
  ['/world', 200],
  ['/topics/trams', 200],
  ['/authors/mirela-osei', 200],
  ['/search', 200],
  ['/search?q=tram', 200],
  ['/corrections', 200],
  ['/about', 200],
  ['/nowhere', 404],
]

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
  "media-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

test('every page has a strong ETag and a Last-Modified, and must be revalidated by caches [validators]', async ({
  paper,
}) => {
  for (const [path, status] of await everyKind(paper)) {
    const { headers, status: found } = await fetchFrom(paper, path)
    expect(found, path).toBe(status)
    expect(headers.etag, path).toMatch(/^"[\w-]{22}"$/)
    expect(Date.parse(headers['last-modified'] ?? ''), path).not.toBeNaN()
    expect(headers['cache-control'], path).toBe('public, max-age=0, s-maxage=0, must-revalidate')
    expect(headers.vary, path).toBe('Accept-Encoding')
    expect(headers['set-cookie'], path).toBeUndefined()
    expect(headers['x-powered-by'], path).toBeUndefined()
  }
})

for (const encoding of ['identity', 'gzip', 'br']) {
  test(`a client that holds the ${encoding} body is answered 304 without one`, async ({ paper }) => {
    for (const [path, status] of await everyKind(paper)) {
      const accepted = { 'Accept-Encoding': encoding }
      const { headers } = await fetchFrom(paper, path, { headers: accepted })
      const etag = headers.etag ?? ''
      for (const validator of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await fetchFrom(paper, path, { headers: { ...accepted, 'If-None-Match': validator } })
        expect(again.status, `${path} ${validator}`).toBe(status === 200 ? 304 : status)
        if (status !== 200) continue
        expect(again.body).toBe('')
        expect(again.headers['content-length'] ?? '0').toBe('0')
        if (validator !== '*') expect(again.headers.etag).toBe(etag)
        // The clock of the tests is behind the build: an uncached page has the instant of its response as Last-Modified.
        const dated = path.startsWith('/search?') ? [] : ['last-modified']
        for (const name of [...dated, 'vary', 'cache-control', 'surrogate-key']) {
          expect(again.headers[name], name).toBe(headers[name])
        }
      }
      expect((await fetchFrom(paper, path, { headers: { 'If-None-Match': '"other"' } })).status).toBe(status)
    }
  })
}

test('If-Modified-Since is honoured, and If-None-Match takes precedence [conditional-requests]', async ({ paper }) => {
  const { headers } = await fetchFrom(paper, '/world')
  const held = headers['last-modified'] ?? ''
  const older = new Date(Date.parse(held) - 1000).toUTCString()
  const statusWith = async (headers: Record<string, string>) => (await fetchFrom(paper, '/world', { headers })).status
  expect(await statusWith({ 'If-Modified-Since': held })).toBe(304)
  expect(await statusWith({ 'If-Modified-Since': older })).toBe(200)
  expect(await statusWith({ 'If-Modified-Since': 'yesterday' })).toBe(200)
  expect(await statusWith({ 'If-Modified-Since': held, 'If-None-Match': '"other"' })).toBe(200)
  expect(await statusWith({ 'If-Modified-Since': older, 'If-None-Match': headers.etag ?? '' })).toBe(304)
})

for (const encoding of ['identity', 'gzip', 'br']) {
  test(`HEAD has the status and headers of GET in ${encoding}, without the body`, async ({ paper }) => {
    for (const [path, status] of await everyKind(paper)) {
      // A body that is recompressed between the two requests has another ETag.
      await expect(async () => {
        const headers = { 'Accept-Encoding': encoding }
        const got = await fetchFrom(paper, path, { headers })
        const head = await fetchFrom(paper, path, { method: 'HEAD', headers })
        expect(head.status, path).toBe(status)
        expect(head.body, path).toBe('')
        expect(ofThePage(head), path).toEqual(ofThePage(got))
      }).toPass({ timeout: 5000 })
    }
  })
}

for (const [accepted, sent] of [
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip', 'gzip'],
  ['br', 'br'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip;q=1, br;q=0.5', 'gzip'],
  ['br;q=0', 'identity'],
  ['*', 'br'],
  ['br;q=0, *', 'gzip'],
  ['identity, gzip;q=0.5', 'identity'],
  ['GZIP', 'gzip'],
  ['deflate', 'identity'],
  ['identity;q=0, *;q=0', 'identity'],
] as const) {
  test(`Accept-Encoding "${accepted ?? 'left out'}" is answered in ${sent}`, async ({ paper }) => {
    const plain = await bytesAt(paper, '/about', {})
    const { headers, body } = await bytesAt(
      paper,
      '/about',
      accepted === undefined ? {} : { 'Accept-Encoding': accepted },
    )
    expect(headers['content-encoding'] ?? 'identity').toBe(sent)
    expect(headers.vary).toBe('Accept-Encoding')
    const opened = sent === 'br' ? brotliDecompressSync(body) : sent === 'gzip' ? gunzipSync(body) : body
    expect(opened.equals(plain.body)).toBe(true)
    if (sent !== 'identity') expect(headers.etag).not.toBe(plain.headers.etag)
  })
}

test('pages carry the tags of their content for caches in front [surrogate-keys]', async ({ paper }) => {
  const [story, named] = [await demoStory(paper, 'tram-line-4'), await demoStory(paper, 'tram-strike-averted')]
  const { headers } = await fetchFrom(paper, story.path)
  const keys = String(headers['surrogate-key']).split(' ')
  expect(keys).toEqual(expect.arrayContaining([`article:${story.id}`, `link:${named.id}`, 'site']))
  expect(keys.filter((key) => !/^[a-z]+(?::[a-z]+)*(?::\d+)?$/.test(key))).toEqual([])
  expect(String(headers['cache-tag']).split(',')).toEqual(keys)
})

// A server of its own: others store pages meanwhile.
test.describe('the page store', () => {
  test.use({ needsOwnServer: true })

  test('an unknown query parameter changes nothing and is not stored', async ({ ownPaper: paper }) => {
    const { path } = await demoStory(paper, 'ferry-day')
    for (const page of ['/', '/world', path]) {
      const plain = await fetchFrom(paper, page)
      const kept = await storedPageCount(paper)
      for (const query of [
        '?',
        '?utm_source=x',
        '?_rsc=1abc',
        '?page=2',
        '?q=tram',
        '?a=%E0%A4',
        `?${'x'.repeat(3000)}`,
      ]) {
        const noisy = await fetchFrom(paper, page + query)
        expect(noisy.status, query).toBe(200)
        expect(noisy.body === plain.body, `${page}${query}`).toBe(true)
        expect(noisy.headers.etag).toBe(plain.headers.etag)
      }
      expect(await storedPageCount(paper)).toBe(kept)
    }
  })

  test('invented addresses leave nothing in the page store', async ({ ownPaper: paper }) => {
    const [story, gone] = [await demoStory(paper, 'ferry-day'), await demoStory(paper, 'bakery-prize')]
    for (const { path } of [story, gone]) await fetchFrom(paper, path)
    const kept = await storedPageCount(paper)
    const invented = Array.from({ length: 50 }, (_, number) => [
      `/nowhere-${number}x`,
      `/no/where/${number}`,
      `/world/made-up-${9000 + number}`,
      `/world/other-words-${number}-${story.id}`,
      `/room-${number}x/other-words-${gone.id}`,
      `/world/${story.id}&ref=${number}`,
      `/world/${gone.id}&ref=${number}`,
      `/topics/topic-${number}`,
      `/world/page/${number + 2}`,
      `/${'A'.repeat(number % 7)}%62out?${number}`,
    ]).flat()
    const agent = new Agent({ keepAlive: true })
    const statuses = new Map<number, number>()
    for (let from = 0; from < invented.length; from += 8) {
      const answers = await Promise.all(invented.slice(from, from + 8).map((path) => fetchFrom(paper, path, { agent })))
      for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    agent.destroy()
    expect([...statuses.keys()].sort()).toEqual([308, 404, 410])
    expect(await storedPageCount(paper)).toBeLessThanOrEqual(kept + 1)
  })
})

/** Headers that the router of the framework sends, and headers of attackers. */
const NOISY_HEADERS: Record<string, string>[] = [
  { RSC: '1' },
  { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_tree' },
  { 'Next-Router-State-Tree': '%5B%22%22%5D', 'Next-Url': '/world' },
  { 'X-Nextjs-Data': '1', 'X-Middleware-Prefetch': '1' },
  { 'X-Middleware-Subrequest': 'middleware:middleware:middleware' },
  { 'X-Matched-Path': '/admin', 'X-Now-Route-Matches': '1=x' },
  { 'X-Forwarded-Host': 'elsewhere.example', 'X-Forwarded-Proto': 'https' },
  { Host: 'elsewhere.example' },
  { Cookie: '__prerender_bypass=1; __next_preview_data=1', Authorization: 'Basic eDp5' },
  { 'User-Agent': 'Googlebot/2.1', Range: 'bytes=0-10' },
]

test('a reader gets the same page for any request headers, also with the first request', async ({ paper }) => {
  const { path } = await demoStory(paper, 'opinion-benches')
  for (const headers of NOISY_HEADERS) {
    // The first request for this page has a header that must not reach the render.
    const first = await fetchFrom(paper, path, { headers })
    const plain = await fetchFrom(paper, path)
    expect(first.status, JSON.stringify(headers)).toBe(200)
    expect(first.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(first.body === plain.body, JSON.stringify(headers)).toBe(true)
    expect(first.headers.vary).toBe('Accept-Encoding')
    expect(first.canonical).toBe(paper.url + path)
    for (const address of ['/search?q=bench', '/nowhere']) {
      const noisy = await fetchFrom(paper, address, { headers })
      expect(noisy.body === (await fetchFrom(paper, address)).body, `${address} ${JSON.stringify(headers)}`).toBe(true)
    }
  }
})

for (const [method, status] of [
  ...['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'].map((known) => [known, 405] as const),
  ['PROPFIND', 501],
] as const) {
  test(`${method} on a reader’s address is answered ${status}`, async ({ paper }) => {
    for (const path of ['/', '/world', '/search?q=tram', '/nowhere', (await demoStory(paper, 'ferry-day')).path]) {
      for (const action of ['', '00'.repeat(20)]) {
        const answer = await fetchFrom(paper, path, { method, headers: { 'Next-Action': action } })
        expect(answer.status, path).toBe(status)
        expect(answer.headers.allow).toBe('GET, HEAD')
      }
    }
  })
}

test('every page has security headers that forbid what it does not need', async ({ paper }) => {
  for (const [path] of await everyKind(paper)) {
    const { headers } = await fetchFrom(paper, path)
    expect(headers, path).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    })
  }
})

test('successive requests over one kept connection get complete responses', async ({ paper }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const local = new Set<number | undefined>()
  agent.on('free', (socket) => local.add(socket.localPort))
  const { path } = await demoStory(paper, 'ferry-day')
  const plain = await fetchFrom(paper, path)
  const etag = plain.headers.etag ?? ''
  for (let round = 0; round < 20; round++) {
    expect(await fetchFrom(paper, path, { agent })).toMatchObject({ status: 200, body: plain.body })
    expect(await fetchFrom(paper, path, { agent, headers: { 'If-None-Match': etag } })).toMatchObject({
      status: 304,
      body: '',
    })
    expect(await fetchFrom(paper, path, { agent, method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
    expect(await fetchFrom(paper, '/nowhere', { agent })).toMatchObject({ status: 404 })
  }
  agent.destroy()
  expect(local.size).toBe(1)
})

test('pipelined requests are answered in order', async ({ paper }) => {
  const { path } = await demoStory(paper, 'ferry-day')
  const story = await fetchFrom(paper, path)
  const front = await fetchFrom(paper, '/')
  const nowhere = await fetchFrom(paper, '/nowhere')
  const requests: [method: string, path: string, headers: string, status: number, body: string][] = [
    ['GET', path, '', 200, story.body],
    ['GET', '/', '', 200, front.body],
    ['GET', path, `If-None-Match: ${story.headers.etag}\r\n`, 304, ''],
    ['HEAD', path, '', 200, ''],
    // This page is not in the store, so it is ready later than those requested after it.
    ['GET', '/nowhere', '', 404, nowhere.body],
    ['GET', path, '', 200, story.body],
    ['GET', '/', 'Connection: close\r\n', 200, front.body],
  ]
  const words = requests
    .map(([method, at, headers]) => `${method} ${at} HTTP/1.1\r\nHost: paper\r\n${headers}\r\n`)
    .join('')
  let rest = await conversation(paper, words)
  for (const [method, at, , status, body] of requests) {
    const end = rest.indexOf('\r\n\r\n')
    const head = rest.subarray(0, end).toString('latin1')
    expect(head, `${method} ${at}`).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(head).toMatch(/\r\nDate: /i)
    const length = body === '' ? 0 : Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1])
    expect(rest.subarray(end + 4, end + 4 + length).toString(), `${method} ${at}`).toBe(body)
    rest = rest.subarray(end + 4 + length)
  }
  expect(rest.length).toBe(0)
})

test('files with a hash in their name are immutable for caches, the others are cached for a day [immutable-files]', async ({
  paper,
}) => {
  const front = await fetchFrom(paper, '/')
  const files = front.named('link', 'script', 'img').flatMap(({ attribs }) => {
    const address = attribs.src ?? (attribs.rel === 'stylesheet' ? attribs.href : undefined)
    return address === undefined ? [] : [address]
  })
  expect(files.length).toBeGreaterThan(4)
  for (const file of new Set(files)) {
    const { headers } = await fetchFrom(paper, file)
    expect(headers['cache-control'], file).toBe('public, max-age=31536000, immutable')
    expect(headers['x-content-type-options'], file).toBe('nosniff')
    const again = await fetchFrom(paper, file, { headers: { 'If-None-Match': headers.etag ?? '' } })
    expect(again, file).toMatchObject({ status: 304, body: '' })
  }
})

/** KINDS with a public story and a withdrawn one. */
async function everyKind(paper: Paper): Promise<[path: string, status: number][]> {
  const [story, gone] = [await demoStory(paper, 'ferry-day'), await demoStory(paper, 'bakery-prize')]
  return [...KINDS, [story.path, 200], [gone.path, 410]]
}

function ofThePage({ headers }: SiteResponse): Record<string, unknown> {
  const { date: _date, connection: _connection, 'keep-alive': _kept, ...page } = headers
  return page
}

/** The body as received, still compressed. */
async function bytesAt({ url }: Paper, path: string, headers: Record<string, string>) {
  return new Promise<{ headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const clientRequest = request(url + path, { headers, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => resolve({ headers: answer.headers, body: Buffer.concat(chunks) }))
    })
    clientRequest.on('error', reject)
    clientRequest.end()
  })
}

/** Everything that the site sends in response to `words` until it closes the connection. */
async function conversation({ url }: Paper, words: string): Promise<Buffer> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect(Number(port), hostname, () => socket.write(words))
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('end', () => resolve(Buffer.concat(chunks)))
    socket.on('error', reject)
    socket.setTimeout(10_000, () => socket.destroy(new Error('the site did not hang up within 10 s')))
  })
}
