// `npm run compare -- FOLDER`: whether readers and crawlers get from this source what they get from that of FOLDER,
// another checkout of this project with its packages installed. Builds both anew, lets FOLDER make the demo edition, serves
// the same store from both, and asks both for every address that one leads to. Exit status 0 when every answer is the
// same byte for byte, 1 when one differs, 2 for a wrong call.
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const SITE_URL = 'https://paper.example'

/** Addresses that nothing links to. */
const ENTRANCES = [
  ...[
    '/',
    '/robots.txt',
    '/llms.txt',
    '/sitemap.xml',
    '/news-sitemap.xml',
    '/search',
    '/search?q=harbour',
    '/corrections',
  ],
  ...['/api/v1/articles', '/api/v1/articles?format=ninjs', '/api/v1/sections', '/api/v1/topics', '/api/v1/authors'],
  ...['/api/v1/search?q=harbour', '/api/v1/openapi.json', '/manifest.webmanifest', '/no-such-page', '/%E0%A4'],
]

/**
 * What a build or a request names anew: hashes of style modules, files of the framework and into how many the styles of a
 * page are cut.
 */
const BUILD_NAMES = [
  [/(?<=[" ])_?[\w-]{6}_(?=[a-zA-Z]\w*[" ])/g, ''],
  [/\/_next\/static\/[^"')\s]+/g, '/_next/static/…'],
  [/(<link rel="stylesheet" href="\/_next\/static\/…" data-precedence="next"\/>)+/g, '$1'],
  [/\/assets\/([a-z-]+)-[A-Z0-9]{8}\.js/g, '/assets/$1.js'],
]

/** Headers that say what the answer is; the others follow from the body or from the time of the day. */
const COMPARED_HEADERS = [
  ...['content-type', 'cache-control', 'location', 'link', 'surrogate-key', 'vary', 'x-robots-tag'],
  ...['content-security-policy', 'access-control-allow-origin', 'allow', 'retry-after', 'content-language'],
]

const other = process.argv[2]
if (!other || !existsSync(join(other, 'server/commands/build.mjs'))) {
  console.error('Name the folder of another checkout of this project: npm run compare -- ../broadsheet-before')
  process.exit(2)
}
const folders = { before: resolve(other), after: resolve('.') }
for (const folder of Object.values(folders)) build(folder)

const data = mkdtempSync(join(tmpdir(), 'broadsheet-compare-'))
const stores = { before: join(data, 'before'), after: join(data, 'after') }
const running = new Set()
let status = 1
try {
  const printing = await start(folders.before, stores.before)
  await printing.end()
  cpSync(stores.before, stores.after, { recursive: true })
  const [before, after] = await Promise.all([start(folders.before, stores.before), start(folders.after, stores.after)])
  status = await compare(before, after)
} finally {
  for (const site of running) await site.end()
  rmSync(data, { recursive: true, force: true })
}
process.exit(status)

function build(folder) {
  const { status } = spawnSync(process.execPath, ['server/commands/build.mjs'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) process.exit(status ?? 1)
}

/** The site of `folder` on the store in `dataDir`, once it is ready. */
async function start(folder, dataDir) {
  const port = await freePort()
  const child = spawn(process.execPath, ['.build/server/main.mjs'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, SITE_URL },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const origin = `http://127.0.0.1:${port}`
  const ended = new Promise((done) => child.once('exit', done))
  const site = {
    origin,
    end: () => {
      running.delete(site)
      child.kill('SIGTERM')
      return ended
    },
  }
  running.add(site)
  for (const deadline = Date.now() + 600_000; ; ) {
    const health = await fetch(`${origin}/healthz`).catch(() => null)
    if (health?.ok) break
    if (Date.now() > deadline || child.exitCode !== null) throw new Error(`the site of ${folder} did not start`)
    await new Promise((wait) => setTimeout(wait, 100))
  }
  return site
}

async function compare(before, after) {
  const waiting = [...ENTRANCES]
  const known = new Set(waiting)
  let differences = 0
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const [one, two] = await Promise.all([ask(before, path), ask(after, path)])
    const difference = differenceOf(one, two)
    if (difference) {
      differences += 1
      console.log(`${path}: ${difference}`)
    }
    for (const next of pathsIn(one)) {
      if (known.has(next)) continue
      known.add(next)
      waiting.push(next)
    }
  }
  console.log(`${known.size} addresses compared, ${differences} differ`)
  return differences ? 1 : 0
}

async function ask({ origin }, path) {
  const response = await fetch(origin + path, { redirect: 'manual', headers: { accept: '*/*' } })
  const type = response.headers.get('content-type') ?? ''
  const isText = /text|json|xml|javascript/.test(type)
  const bytes = Buffer.from(await response.arrayBuffer())
  return {
    status: response.status,
    headers: COMPARED_HEADERS.map((name) => `${name}: ${withoutBuildNames(response.headers.get(name) ?? '')}`),
    body: isText ? withoutBuildNames(bytes.toString('utf8')) : bytes.toString('base64'),
    isText,
  }
}

function withoutBuildNames(text) {
  return BUILD_NAMES.reduce((rest, [pattern, name]) => rest.replace(pattern, name), text)
}

/** null when both answers are the same. */
function differenceOf(one, two) {
  if (one.status !== two.status) return `status ${one.status} became ${two.status}`
  const header = one.headers.findIndex((line, index) => line !== two.headers[index])
  if (header >= 0) return `"${one.headers[header]}" became "${two.headers[header]}"`
  if (one.body === two.body) return null
  if (!one.isText) return 'the bytes differ'
  let at = 0
  while (one.body[at] === two.body[at]) at += 1
  const around = (body) => JSON.stringify(body.slice(Math.max(0, at - 60), at + 100))
  return `at character ${at}, ${around(one.body)} became ${around(two.body)}`
}

/** The addresses of the site that an answer names: its links, pictures and what stands in documents for machines. */
function pathsIn({ body, headers, isText }) {
  if (!isText) return []
  const words = `${body} ${headers.join(' ')}`
  const absolute = [...words.matchAll(/https:\/\/paper\.example(\/[^\s"'<>\\)]*)/g)].map(([, path]) => path)
  const relative = [...words.matchAll(/(?:href|src|action)="(\/[^"]*)"/g)].map(([, path]) => path)
  const sets = [...words.matchAll(/srcset="([^"]*)"/gi)].flatMap(([, set]) =>
    set.split(/,\s*/).map((one) => one.split(' ')[0]),
  )
  return [...absolute, ...relative, ...sets]
    .map((path) => path.replaceAll('&amp;', '&').replace(/#.*$/, ''))
    .filter(
      (path) =>
        path.startsWith('/') && !path.startsWith('/_next/') && !path.startsWith('/admin') && !path.includes('…'),
    )
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })
}
