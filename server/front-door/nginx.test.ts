import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changesAtTag } from '@/lib/pages/tags'
import { propertyRuns } from '@/lib/testing/property-runs'
import { HOUR_MS } from '@/lib/time/durations'
import { caddyConfiguration } from '@/server/front-door/caddy'
import { FrontDoor } from '@/server/front-door/front-door'
import { nginxConfiguration } from '@/server/front-door/nginx'
import { negotiateEncoding } from '@/server/http/content-encoding'
import { siteHeaders } from '@/server/http/headers'
import { CachedPageHandler } from '@/server/pages/page-handler'
import { Pages } from '@/server/pages/pages'

const SHIPPED = { siteUrl: 'https://observer.example', folder: '/srv/observer-pages', port: 3000 }
const isInstalled = spawnSync('which', ['nginx']).status === 0

let root = ''
let child: ChildProcess | null = null
let port = 0
let sitePort = 0
let door: FrontDoor
let pages: Pages
/** What the paper says at each path; null when it was withdrawn. */
const paper = new Map<string, { words: string | null; changesAt: number | null; next: string | null }>()
let ahead = 0
const now = () => new Date(Date.now() + ahead)
const staleAt = new Map<string, Date>()
let reached: string[] = []

function present(path: string): string | null {
  const page = paper.get(path)
  if (!page) return null
  return page.changesAt !== null && page.changesAt <= now().getTime() ? page.next : page.words
}

const site = createServer()

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'broadsheet-door-'))
  chmodSync(root, 0o755)
  const headers = siteHeaders({ siteUrl: 'https://observer.example', speculationRules: '/rules.json' })
  door = new FrontDoor({
    path: join(root, 'door'),
    dataDir: mkdtempSync(join(root, 'data-')),
    headers,
    now,
    makeSmaller: (page) => pages.store.makeSmaller(page),
  })
  pages = new Pages({
    render: async (path) => {
      const of = paper.get(path)
      const change =
        of?.changesAt != null && of.changesAt > now().getTime() ? [changesAtTag(new Date(of.changesAt))] : []
      const body = Buffer.from(`<html>${present(path) ?? 'an error page'}</html>`)
      return {
        status: 200,
        location: null,
        body,
        document: null,
        link: '</font.woff2>; rel=preload',
        tags: [path, ...change],
      }
    },
    addressOf: async (path) => (present(path) === null ? { kind: 'missing' } : { kind: 'page' }),
    now,
    lastStaleAt: async (tags) => tags.map((tag) => staleAt.get(tag) ?? null).find((instant) => instant) ?? null,
    builtAt: new Date(Date.now() - HOUR_MS),
    maxBytes: 10_000_000,
    copies: door.files,
  })
  await pages.prepare()
  const handler = new CachedPageHandler({ pages, headers, now, recordNotFound: () => {} })
  site.on('request', (request, response) => {
    reached.push(request.url ?? '')
    if (!handler.answerFromStore(request, response)) void handler.answer(request, response)
  })
  site.listen(0, '127.0.0.1')
  await once(site, 'listening')
  sitePort = (site.address() as AddressInfo).port
  paper.set('/', { words: 'front page', changesAt: null, next: null })
  await pages.look('/')
  if (isInstalled) await startNginx()
})

afterAll(async () => {
  if (child && child.exitCode === null) {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  await door.files.stop()
  site.close()
  site.closeAllConnections()
  rmSync(root, { recursive: true, force: true })
})

async function startNginx(): Promise<void> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  port = (probe.address() as AddressInfo).port
  probe.close()
  const text = nginxConfiguration({ ...SHIPPED, folder: join(root, 'door'), port: sitePort })
  const [first, second] = [text.indexOf('server {'), text.lastIndexOf('server {')]
  const local = (text.slice(0, first) + text.slice(second))
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replace(/^ *(?:http2|ssl_).*$/gm, '')
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${root}/${kind};`,
  )
  const file = join(root, 'nginx.conf')
  writeFileSync(
    file,
    `daemon off; master_process off; pid ${root}/pid; error_log stderr error; events {} http { access_log off; ${temporary.join(' ')}\n${local} }`,
  )
  child = spawn('nginx', ['-c', file, '-p', root, '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'inherit'] })
  for (let tries = 0; tries < 100; tries++) {
    if (await ask('/').catch(() => null)) return
    await pause(50)
  }
  throw new Error('nginx does not answer')
}

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

async function ask(
  path: string,
  headers: Record<string, string> = {},
  { method = 'GET', at = port } = {},
): Promise<Answer> {
  const outgoing = send({ host: '127.0.0.1', port: at, method, path, agent: false, headers }).end()
  const [answer] = await once(outgoing, 'response')
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  const encoding = answer.headers['content-encoding']
  const plain =
    body.length === 0
      ? body
      : encoding === 'br'
        ? brotliDecompressSync(body)
        : encoding === 'gzip'
          ? gunzipSync(body)
          : body
  return { status: Number(answer.statusCode), headers: answer.headers, text: String(plain) }
}

/** Publishes, renames or withdraws, as a commit with its hooks does, until the editor has the answer. */
function act(path: string, to: { words: string | null; changesAt: number | null; next: string | null }): void {
  paper.set(path, to)
  staleAt.set(path, now())
  pages.invalidate([path])
}

/** Time passes, and the site looks at it. */
async function pass(ms: number): Promise<void> {
  ahead += ms
  door.files.lookAtTime()
  await door.files.settled()
}

test('the files that come with the site are what the command makes', () => {
  expect(readFileSync('server/proxies/front-door.nginx.conf', 'utf8')).toBe(nginxConfiguration(SHIPPED))
  expect(readFileSync('server/proxies/front-door.caddy', 'utf8')).toBe(caddyConfiguration(SHIPPED))
})

test('nginx chooses the encoding that the site would choose, or leaves the choice to it', () => {
  const rules = [...nginxConfiguration(SHIPPED).matchAll(/^ {2}"~(\*?)(.+)" (\.(?:none|br|gz));$/gm)].filter(
    ([, , rule]) => !rule?.includes('GET'),
  )
  const exact = new Map(
    [...nginxConfiguration(SHIPPED).matchAll(/^ {2}"1([a-z, ]*)" (?:""|(\.(?:br|gz)));$/gm)].map(
      ([, header = '', to = '']) => [header, to],
    ),
  )
  const ending = (header: string) => {
    const named = exact.get(header)
    if (named !== undefined) return named
    for (const [, insensitive, rule = '', to] of rules) {
      if (new RegExp(rule, insensitive ? 'i' : '').test(`1${header}`)) return to
    }
    return ''
  }
  const known = { '.br': 'br', '.gz': 'gzip', '': 'identity' } as Record<string, string>
  const word = fc.constantFrom(
    'br',
    'gzip',
    'x-gzip',
    'identity',
    'deflate',
    'zstd',
    '*',
    'BR',
    'gzip;q=0',
    'br;q=0.1',
    'abr',
    'brx',
  )
  const header = fc
    .array(word, { maxLength: 5 })
    .chain((words) => fc.constantFrom(words.join(', '), words.join(','), words.join(' ,')))
  expect(rules).toHaveLength(4)
  expect(exact.size).toBe(5)
  for (const [header, to] of exact) expect(known[to]).toBe(negotiateEncoding(header))
  fc.assert(
    fc.property(header, (text) => {
      const chosen = ending(text) ?? ''
      if (chosen !== '.none') expect(known[chosen]).toBe(negotiateEncoding(text))
    }),
    { numRuns: propertyRuns() },
  )
})

test('nginx, where it is installed, sends a file with the headers of the site, and asks the site for everything else [front-door]', async () => {
  if (!isInstalled) return expect(nginxConfiguration(SHIPPED).match(/[{}]/g)?.length).toBeGreaterThan(20)
  act('/city/f%C3%A4hre-1', { words: 'The ferry runs again. '.repeat(99), changesAt: null, next: null })
  await ask('/city/f%C3%A4hre-1')
  await pass(2000)
  await pages.store.recompressed()
  await door.files.settled()
  reached = []
  for (const encoding of ['', 'gzip', 'br', 'gzip, deflate, br, zstd']) {
    const [file, own] = [
      await ask('/city/f%C3%A4hre-1', encoding ? { 'Accept-Encoding': encoding } : {}),
      await ask('/city/f%C3%A4hre-1', encoding ? { 'Accept-Encoding': encoding } : {}, { at: sitePort }),
    ]
    expect(file.text).toBe(own.text)
    const compared = (headers: IncomingHttpHeaders) => {
      const {
        date,
        server,
        connection,
        etag,
        'keep-alive': _kept,
        'cache-tag': _tag,
        'surrogate-key': _key,
        ...rest
      } = headers
      return rest
    }
    expect(compared(file.headers)).toEqual(compared(own.headers))
    const { etag = '', 'last-modified': date = '' } = file.headers
    for (const at of [port, sitePort]) {
      expect(
        (
          await ask(
            '/city/f%C3%A4hre-1',
            { 'If-None-Match': etag, ...(encoding && { 'Accept-Encoding': encoding }) },
            { at },
          )
        ).status,
      ).toBe(304)
    }
    expect((await ask('/city/f%C3%A4hre-1', { 'If-None-Match': own.headers.etag ?? '' })).status).toBe(304)
    expect((await ask('/city/f%C3%A4hre-1', { 'If-Modified-Since': date })).status).toBe(304)
  }
  // Four times the site itself, its ETags four times at each, nothing else.
  expect(reached).toHaveLength(12)
  reached = []
  expect((await ask('/city/f%C3%A4hre-1', { Cookie: '_ga=1' })).status).toBe(200)
  expect(await ask('/city/f%C3%A4hre-1', {}, { method: 'HEAD' })).toMatchObject({ status: 200, text: '' })
  expect(reached).toEqual([])
  const others: [string, Record<string, string>?, string?][] = [
    ['/city/f%C3%A4hre-1?utm_source=mail'],
    ['/city/f%c3%a4hre-1'],
    ['//city/f%C3%A4hre-1'],
    ['/city/./f%C3%A4hre-1'],
    ['/city/f%C3%A4hre-1@.br'],
    ['/city/f%C3%A4hre-1', { RSC: '1' }],
    ['/city/f%C3%A4hre-1', { Range: 'bytes=0-9' }],
    ['/city/f%C3%A4hre-1', { 'Accept-Encoding': 'gzip;q=0.5' }],
    ['/city/f%C3%A4hre-1/'],
    ['/city/feed.xml'],
    ...['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].map((method): [string, Record<string, string>, string] => [
      '/city/f%C3%A4hre-1',
      {},
      method,
    ]),
    ['/kept/html/city/f%C3%A4hre-1@'],
  ]
  for (const [path, headers = {}, method = 'GET'] of others) await ask(path, headers, { method })
  expect(reached).toEqual(others.map(([path]) => path))
})

test('nginx, where it is installed, never sends a stale byte after the answer to an editor [front-door]', async () => {
  if (!isInstalled) return expect(nginxConfiguration(SHIPPED)).toContain('open_file_cache_valid 0;')
  const path = fc.constantFrom('/', '/city', '/city/ferry-1', '/city/tram-2')
  const step = fc.record({
    path,
    verb: fc.constantFrom('publish', 'publish', 'withdraw', 'schedule', 'end', 'wait'),
    encoding: fc.constantFrom('', 'gzip', 'br'),
    reads: fc.array(path, { maxLength: 2 }),
  })
  let version = 0
  let fromFiles = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 15 }), async (steps) => {
      for (const { path, verb, encoding, reads } of steps) {
        const words = `version ${++version}`
        const changesAt = now().getTime() + HOUR_MS
        if (verb === 'publish') act(path, { words, changesAt: null, next: null })
        if (verb === 'withdraw') act(path, { words: null, changesAt: null, next: null })
        if (verb === 'schedule') act(path, { words, changesAt, next: `${words} at its hour` })
        if (verb === 'end') act(path, { words, changesAt, next: null })
        for (const read of [path, ...reads, path]) {
          reached = []
          const { status, text } = await ask(read, encoding ? { 'Accept-Encoding': encoding } : {})
          const expected = present(read)
          expect(status).toBe(expected === null ? 404 : 200)
          if (expected !== null) expect(text).toBe(`<html>${expected}</html>`)
          if (reached.length === 0) fromFiles++
        }
        await pass(verb === 'wait' ? HOUR_MS / 2 : 2000)
      }
    }),
    { numRuns: propertyRuns(3), seed: 137 },
  )
  expect(fromFiles).toBeGreaterThan(10)
})

test('nginx, where it is installed, sends the paper while the site is stopped [front-door]', async () => {
  if (!isInstalled) return expect(nginxConfiguration(SHIPPED)).toContain('error_page 502 504 = @paper;')
  act('/city', { words: 'the city', changesAt: null, next: null })
  const { headers } = await ask('/city')
  await pass(2000)
  await door.files.stop()
  site.close()
  site.closeAllConnections()
  await once(site, 'close')
  for (const asked of [{}, { 'If-None-Match': headers.etag ?? '' }, { 'Accept-Encoding': 'br' }]) {
    expect(await ask('/city', asked)).toMatchObject({ status: 200, text: '<html>the city</html>' })
  }
  expect((await ask('/city?utm_source=mail')).text).toBe('<html>the city</html>')
  expect((await ask('/city/nobody-knows-9')).status).toBe(502)
})
