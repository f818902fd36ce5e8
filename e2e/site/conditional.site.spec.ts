import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { getTableName, is, sql } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as schema from '@/db/store/schema'
import { demoStory } from '@/e2e/testing/demo-story'
import { expect, type Paper, test } from '@/e2e/testing/paper'
import { fetchFrom, type SiteResponse } from '@/e2e/testing/site-response'
import { DAY_MS } from '@/lib/time/durations'

test.use({ needsOwnServer: true })

interface Kind {
  name: string
  path: string
  /** Rendered for each request, so that its Last-Modified is the instant of the response. */
  isMadeAnew?: boolean
}

/** An address of each kind that answers 200. */
async function everyKind(paper: Paper): Promise<Kind[]> {
  const story = await demoStory(paper, 'ferry-day')
  const page = await fetchFrom(paper, story.path)
  const [, picture] = /(\/media\/[0-9a-f]{16}-\d+\.(?:avif|webp|jpeg))/.exec(page.body) ?? []
  const [, crop] = /(\/media\/[^"' ]+-(?:16x9|4x3|1x1|social)-\d+x\d+\.jpg)/.exec(page.body) ?? []
  const files = page.named('link', 'script').flatMap(({ attribs }) => attribs.src ?? attribs.href ?? [])
  const [, sitemap] = /<loc>https?:\/\/[^/]+(\/[^<]+)<\/loc>/.exec((await fetchFrom(paper, '/sitemap.xml')).body) ?? []
  const [, card] = /(\/cards\/[^"]+\.png)/.exec((await fetchFrom(paper, '/about')).body) ?? []
  return [
    ...[
      ['front page', '/'],
      ['section', '/politics'],
      ['topic', '/topics/harbour'],
      ['author', '/authors/mirela-osei'],
      ['story', story.path],
      ['corrections', '/corrections'],
      ['standing page', '/about'],
      ['search form', '/search'],
      ['RSS feed', '/rss.xml'],
      ['Atom feed of a section', '/politics/atom.xml'],
      ['JSON feed of a topic', '/topics/harbour/feed.json'],
      ['sitemap index', '/sitemap.xml'],
      ['sitemap', sitemap],
      ['news sitemap', '/news-sitemap.xml'],
      ['robots', '/robots.txt'],
      ['llms', '/llms.txt'],
      ['manifest', '/manifest.webmanifest'],
      ['stories for programs', '/api/v1/articles'],
      ['a story for programs', `/api/v1/articles/${story.id}`],
      ['sections for programs', '/api/v1/sections'],
      ['story as data', `${story.path}.json`],
      ['story as Markdown', `${story.path}.md`],
      ['picture', picture],
      ['crop', crop],
      ['card', card],
      ['style sheet', files.find((file) => file.endsWith('.css'))],
      ['script', files.find((file) => file.endsWith('.js'))],
      ['font', /<([^>]+\.woff2)>/.exec(String(page.headers.link))?.[1]],
    ].map(([name = '', path]) => {
      if (!path) throw new Error(`the demo edition shows no ${name}`)
      return { name, path }
    }),
    { name: 'search', path: '/search?q=harbour', isMadeAnew: true },
  ]
}

test('every kind of address has validators and answers 304 to a client with the current version [conditional-requests] [validators]', async ({
  paper,
}) => {
  test.setTimeout(180_000)
  for (const { name, path, isMadeAnew = false } of await everyKind(paper)) {
    const full = await fetchFrom(paper, path)
    expect(full.status, name).toBe(200)
    const { etag = '', 'last-modified': dated = '' } = full.headers
    expect(etag, name).toMatch(/^"[\x21\x23-\x7e]+"$/)
    expect(Date.parse(dated), name).not.toBeNaN()
    expect(full.headers['set-cookie'], name).toBeUndefined()

    for (const validator of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      // If-None-Match takes precedence over a date (RFC 9110, section 13.2.2).
      const since = new Date(Date.parse(dated) - DAY_MS).toUTCString()
      const again = await fetchFrom(paper, path, {
        headers: { 'If-None-Match': validator, 'If-Modified-Since': since },
      })
      expect(again.status, `${name} ${validator}`).toBe(304)
      expectNothingSent(again, name)
      if (validator !== '*') expect(again.headers.etag, name).toBe(etag)
      for (const header of ['vary', 'cache-control', ...(isMadeAnew ? [] : ['last-modified'])]) {
        expect(again.headers[header], `${name} ${header}`).toBe(full.headers[header])
      }
    }
    const tomorrow = new Date(Date.now() + 3650 * DAY_MS).toUTCString()
    const other = { 'If-None-Match': '"other"', 'If-Modified-Since': tomorrow }
    expect((await fetchFrom(paper, path, { headers: other })).status, name).toBe(200)
    if (!isMadeAnew) {
      const same = await fetchFrom(paper, path, { headers: { 'If-Modified-Since': dated } })
      expect(same.status, `${name} since ${dated}`).toBe(304)
      expectNothingSent(same, name)
    }
    const before = new Date(Date.parse(dated) - DAY_MS).toUTCString()
    expect((await fetchFrom(paper, path, { headers: { 'If-Modified-Since': before } })).status, name).toBe(200)
    expect((await fetchFrom(paper, path, { headers: { 'If-Modified-Since': 'some day' } })).status, name).toBe(200)
  }
})

test('HEAD has the status and headers of GET for every kind of address, without a body [conditional-requests]', async ({
  paper,
}) => {
  for (const { name, path, isMadeAnew = false } of await everyKind(paper)) {
    const full = await fetchFrom(paper, path)
    const head = await fetchFrom(paper, path, { method: 'HEAD' })
    expect(head.status, name).toBe(200)
    expect(head.body, name).toBe('')
    expect(lasting(head, isMadeAnew), name).toEqual(lasting(full, isMadeAnew))
  }
})

test('a range request of any address is answered with the range, or ranges are not advertised', async ({ paper }) => {
  for (const { name, path } of await everyKind(paper)) {
    const part = await fetchFrom(paper, path, { headers: { Range: 'bytes=0-9' } })
    if (part.status === 206) expect(part.headers['content-range'], name).toMatch(/^bytes 0-9\/\d+$/)
    else {
      expect(part.status, name).toBe(200)
      expect(part.headers['accept-ranges'] ?? 'none', name).toBe('none')
    }
  }
})

test('no request for any address, found or not, writes to the database [reads-never-write]', async ({
  ownPaper: paper,
}) => {
  const gone = await demoStory(paper, 'bakery-prize')
  const story = await demoStory(paper, 'ferry-day')
  const others = [
    gone.path,
    `/world/${story.id}`,
    '/nowhere',
    '/nowhere/page/2',
    '/wp-login.php',
    '/%E0%A4',
    '/healthz',
  ]
  const kinds = await everyKind(paper)
  await untilNothingIsWritten(paper)
  const [rows, version] = [await everyRow(paper), dataVersion(paper)]
  for (const path of [...kinds.map((kind) => kind.path), ...others]) {
    for (const method of ['GET', 'HEAD']) await fetchFrom(paper, path, { method })
    await fetchFrom(paper, path, { headers: { 'If-None-Match': '*', Referer: `${paper.url}/politics` } })
  }
  expect(dataVersion(paper)).toBe(version)
  expect(await everyRow(paper)).toBe(rows)
})

/** The scheduler runs once a second; its first passes write what a start requires. */
const QUIET_MS = 2500

/** Resolves once the store was not written for longer than the scheduler sleeps. */
async function untilNothingIsWritten(paper: Paper): Promise<void> {
  let version = dataVersion(paper)
  let quietSince = performance.now()
  while (performance.now() - quietSince < QUIET_MS) {
    await setTimeout(100)
    const present = dataVersion(paper)
    if (present !== version) quietSince = performance.now()
    version = present
  }
}

function expectNothingSent({ body, headers }: SiteResponse, name: string): void {
  expect(body, name).toBe('')
  expect(headers['content-length'] ?? '0', name).toBe('0')
  expect(headers['content-encoding'], name).toBeUndefined()
}

function lasting({ headers }: SiteResponse, isMadeAnew: boolean): Record<string, unknown> {
  const { date: _date, connection: _connection, 'keep-alive': _kept, 'last-modified': dated, ...rest } = headers
  const { 'transfer-encoding': _chunks, ...comparable } = rest
  return isMadeAnew ? comparable : { ...comparable, 'last-modified': dated }
}

/** A number that changes when another connection, such as that of the site, commits. */
function dataVersion({ db }: Paper): unknown {
  return db.$client.pragma('data_version', { simple: true })
}

async function everyRow({ db }: Paper): Promise<string> {
  const hash = createHash('sha256')
  for (const table of Object.values(schema).filter((thing) => is(thing, SQLiteTable))) {
    const name = getTableName(table)
    hash.update(`${name} ${JSON.stringify(await db.all(sql`select * from ${sql.identifier(name)}`))}`)
  }
  return hash.digest('hex')
}
