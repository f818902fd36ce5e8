import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type Server, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'

const VCL = readFileSync('server/proxies/varnish.vcl', 'utf8')
const NGINX = readFileSync('server/proxies/nginx.conf', 'utf8')
/** The statements alone. */
const statements = (text: string) => text.replace(/#.*$/gm, '').replace(/\s+/g, ' ')

/** What reached the site behind the proxy. */
let reached: { url: string; headers: IncomingHttpHeaders }[] = []
let site: Server
let sitePort = 0
let folder = ''
const running: ChildProcess[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-proxies-'))
  // The programs serve as users of their own.
  chmodSync(folder, 0o755)
  site = createServer((request, response) => {
    reached.push({ url: request.url ?? '', headers: request.headers })
    request.resume()
    const headers = { 'Cache-Control': 'public, max-age=0, s-maxage=86400', 'Surrogate-Key': 'article:42 everything' }
    response.writeHead(200, headers).end(`answer ${reached.length}`)
  })
  site.listen(0, '127.0.0.1')
  await once(site, 'listening')
  sitePort = (site.address() as AddressInfo).port
})

afterAll(async () => {
  for (const child of running) {
    if (child.exitCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
  }
  site.close()
  site.closeAllConnections()
  rmSync(folder, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}

interface Asked {
  method?: string
  path?: string
  headers?: Record<string, string>
}

async function ask(port: number, { method = 'GET', path = '/', headers = {} }: Asked) {
  const outgoing = send({ host: '127.0.0.1', port, method, path, agent: false, headers }).end()
  const [answer] = await once(outgoing, 'response')
  let text = ''
  for await (const chunk of answer) text += chunk
  return { status: Number(answer.statusCode), text }
}

async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await ask(port, { path: '/ready' }).catch(() => null)) return
    await pause(100)
  }
  throw new Error(`nothing answers at port ${port}`)
}

const isInstalled = (command: string) => spawnSync('which', [command]).status === 0

test('the cache purges for its own listener alone, whatever a header says', () => {
  const text = statements(VCL)
  expect(text).toContain('if (req.method == "PURGE") { if (local.socket != "purge") { return (synth(405')
  expect(text).not.toMatch(/acl |client\.ip|X-Forwarded-For/)
  expect(VCL).toContain('-a purge=127.0.0.1:')
})

test('the cache keeps campaigns and foreign cookies from making copies, and passes the desk on as it is', () => {
  const text = statements(VCL)
  const [desk, readers] = [text.indexOf('return (pass)'), text.indexOf('unset req.http.Cookie')]
  expect(desk).toBeGreaterThan(0)
  expect(readers).toBeGreaterThan(desk)
  expect(text).toContain('set req.url = regsub(req.url, "\\?.*$", "")')
})

test('the proxy tells the client’s address and has room for tags and pictures', () => {
  const text = statements(NGINX)
  expect(text).toContain('proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;')
  expect(text).toContain('client_max_body_size 50m;')
  expect(text).toContain('proxy_buffer_size 16k;')
})

test('nginx, where it is installed, runs this file: the address that it saw comes last', async () => {
  if (!isInstalled('nginx')) return expect(statements(NGINX).match(/[{}]/g)?.length).toBe(6)
  const port = await freePort()
  const server = NGINX.slice(NGINX.lastIndexOf('server {'))
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replace(/^ *(?:http2|ssl_).*$/gm, '')
    .replace('127.0.0.1:3000', `127.0.0.1:${sitePort}`)
  const file = join(folder, 'nginx.conf')
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  )
  writeFileSync(
    file,
    `daemon off; master_process off; pid ${folder}/pid; error_log stderr; events {} http { access_log off; ${paths.join(' ')}\n${server} }`,
  )
  running.push(spawn('nginx', ['-c', file, '-p', folder], { stdio: ['ignore', 'ignore', 'inherit'] }))
  await answering(port)
  reached = []
  await ask(port, { path: '/city', headers: { 'X-Forwarded-For': '203.0.113.9' } })
  expect(reached[0]?.headers['x-forwarded-for']).toBe('203.0.113.9, 127.0.0.1')
  expect((await ask(port, { method: 'POST', headers: { 'Content-Length': String(60 * 1024 ** 2) } })).status).toBe(413)
})

test('varnish, where it is installed, runs this file: nobody but the site empties the cache', async () => {
  const hasModule =
    isInstalled('varnishd') && spawnSync('find', ['/usr/lib', '-name', 'libvmod_xkey.so']).stdout.length > 0
  if (!hasModule) return expect(statements(VCL).match(/[{}]/g)?.length).toBe(20)
  const [port, purgePort] = [await freePort(), await freePort()]
  const file = join(folder, 'broadsheet.vcl')
  writeFileSync(file, VCL.replace('.port = "3000"', `.port = "${sitePort}"`))
  const listeners = ['-a', `public=127.0.0.1:${port},HTTP`, '-a', `purge=127.0.0.1:${purgePort},HTTP`]
  running.push(
    spawn('varnishd', ['-F', '-n', join(folder, 'varnish'), '-f', file, '-s', 'malloc,16m', ...listeners], {
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  )
  await answering(port)
  const first = await ask(port, { path: '/city', headers: { Host: 'observer.example' } })
  const same = async (asked: Asked) =>
    (await ask(port, { ...asked, headers: { Host: 'observer.example', ...asked.headers } })).text
  expect(await same({ path: '/city?utm_source=mail&fbclid=1' })).toBe(first.text)
  expect(await same({ path: '/city', headers: { Cookie: '_ga=1' } })).toBe(first.text)
  const purge = { method: 'PURGE', headers: { 'xkey-purge': 'everything' } }
  const pretended = { ...purge, headers: { ...purge.headers, 'X-Forwarded-For': '127.0.0.1' } }
  expect((await ask(port, purge)).status).toBe(405)
  expect((await ask(port, pretended)).status).toBe(405)
  expect(await same({ path: '/city' })).toBe(first.text)
  expect((await ask(purgePort, purge)).status).toBe(200)
  expect(await same({ path: '/city' })).not.toBe(first.text)
  expect((await ask(purgePort, { path: '/city' })).status).toBe(403)
  reached = []
  await ask(port, { path: '/admin/articles?state=draft', headers: { Cookie: 'broadsheet.session_token=1' } })
  expect(reached[0]).toMatchObject({
    url: '/admin/articles?state=draft',
    headers: { cookie: 'broadsheet.session_token=1' },
  })
})
