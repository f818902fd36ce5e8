import { once } from 'node:events'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readdress, reviseArticle } from '@/db/editing/writing'
import { renameSection } from '@/db/paper/sections'
import { changeSiteSettings } from '@/db/paper/site'
import { republish, withdraw } from '@/db/publishing/publishing'
import { invalidate } from '@/db/store/invalidation'
import { closeStore, inTransaction, openStore, type Store } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import {
  aPaper,
  aStory,
  BRIDGE,
  CITY,
  ELECTIONS,
  HARBOUR,
  hoursAgo,
  hoursAhead,
  MARA,
  NOT_PUBLIC,
  NOW,
  PUBLIC,
  TOMAS,
  TRANSPORT,
  WORLD,
} from '@/db/testing/fixtures'
import { makeTimeline } from '@/db/timelines/timeline-changes'
import { REQUIRED_PAGE_PATHS } from '@/lib/addresses/paths'
import type { Body } from '@/lib/article/body'
import { tags } from '@/lib/pages/tags'
import { withoutAccount } from '@/lib/revisions/saver'
import { sitemapProblems } from '@/lib/testing/sitemap-schemas/problems'
import { SitemapDates } from '@/server/sitemaps/sitemap-dates'
import { SitemapIndexCache } from '@/server/sitemaps/sitemap-index-cache'
import { Sitemaps } from '@/server/sitemaps/sitemaps'

const SITE = 'https://observer.example'
const CHECKING = { siteUrl: SITE, read: (file: string) => readFileSync(file, 'utf8') }
const BUILT_AT = hoursAgo(24 * 400)
const BODY: Body = [{ type: 'paragraph', id: 'e1', text: [{ text: 'The lamps on the pier were lit again.' }] }]
const NOVEMBER = '/sitemaps/stories-2026-11.xml'

let templateFolder: string
let template: string
let folder: string
let db: Store
let server: Server
let now: Date
let small: SitemapIndexCache | undefined
let started: Promise<string> | undefined

/** One store is migrated and filled; each test opens a copy. */
beforeAll(async () => {
  templateFolder = mkdtempSync(join(tmpdir(), 'broadsheet-sitemaps-'))
  template = join(templateFolder, 'store.sqlite')
  const store = openStore(template)
  await inTransaction(store, aPaper)
  await closeStore(store)
})

afterAll(() => rmSync(templateFolder, { recursive: true }))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-sitemaps-'))
  copyFileSync(template, join(folder, 'store.sqlite'))
  db = openStore(join(folder, 'store.sqlite'))
  now = NOW
  small = undefined
  started = undefined
  server = createServer()
})

afterEach(async () => {
  server.closeAllConnections()
  server.close()
  await closeStore(db)
  rmSync(folder, { recursive: true })
})

/** The address of the server, which starts with the first request. */
function listening(): Promise<string> {
  started ??= start()
  return started
}

async function start(): Promise<string> {
  const sitemaps = new Sitemaps({
    db,
    now: () => now,
    siteUrl: SITE,
    builtAt: BUILT_AT,
    headers: ['X-Content-Type-Options', 'nosniff'],
    indexCache: small,
  })
  server.on('request', async (request, response) => {
    if (!(await sitemaps.answer(request.url ?? '', request, response))) response.writeHead(404).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const url = await listening()
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${url}${path}`, { headers, method, agent: false }, resolve).on('error', reject)
  })
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk)
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }
}

/** Stories with addresses so long that their sitemap does not fit into the buffers between server and client. */
async function manyLongStories(count: number): Promise<void> {
  await inTransaction(db, async (tx) => {
    await aStory(tx, { headline: 'Night ferry returns', publishedAt: hoursAgo(20) })
    await tx.update(articles).set({ slug: 'long-'.repeat(120) })
    const [story] = await tx.select().from(articles)
    if (!story) throw new Error('the story was not saved')
    const copies = Array.from({ length: count - 1 }, (_, index) => ({ ...story, id: story.id + index + 1 }))
    while (copies.length) await tx.insert(articles).values(copies.splice(0, 100))
  })
}

async function sitemap(path: string): Promise<string> {
  const { status, body } = await ask(path)
  expect(status, path).toBe(200)
  return body.toString()
}

async function addresses(path: string): Promise<string[]> {
  return [...(await sitemap(path)).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = '']) => loc.replace(SITE, ''))
}

async function etag(path: string): Promise<string> {
  return (await ask(path)).headers.etag ?? ''
}

/** Stores a story as the fixtures do, and invalidates its tags as the desk does; returns its id. */
async function story(words: Parameters<typeof aStory>[1]): Promise<number> {
  return inTransaction(db, async (tx) => {
    const id = await aStory(tx, words)
    await invalidate(tx, [tags.article(id), tags.link(id)], words.updatedAt ?? words.publishedAt ?? NOW)
    return id
  })
}

describe('the sitemap of a month', () => {
  it.each(PUBLIC)('lists %s', async (_which, words) => {
    const id = await story({ headline: 'Night ferry returns', ...words })
    expect(await addresses(NOVEMBER)).toEqual([`/city/night-ferry-returns-${id}`])
  })

  it.each(NOT_PUBLIC)('does not list %s', async (_which, words) => {
    await story({ headline: 'Night ferry returns', ...words })
    expect((await ask(NOVEMBER)).status).toBe(404)
    expect(await addresses('/sitemap.xml')).toEqual(['/sitemaps/pages.xml'])
  })

  it('does not list a story with noindex', async () => {
    await story({ headline: 'Advertisement', isUnlisted: true })
    expect((await ask(NOVEMBER)).status).toBe(404)
    await story({ headline: 'Night ferry returns' })
    expect(await addresses(NOVEMBER)).toEqual(['/city/night-ferry-returns-2'])
  })

  it('has the last change, the picture and the other versions of each story', async () => {
    const id = await story({
      headline: 'Fähre & Tram',
      leadMediaId: BRIDGE,
      publishedAt: hoursAgo(5),
      updatedAt: hoursAgo(2),
    })
    await story({ headline: 'Volta o barco', language: 'pt', translationOfId: id, publishedAt: hoursAgo(4) })
    await story({ headline: 'Barco secreto', language: 'es', translationOfId: id, isUnlisted: true })
    await story({
      headline: 'La barca torna',
      language: 'it',
      translationOfId: id,
      publishedAt: hoursAhead(1),
      state: 'scheduled',
    })
    const xml = await sitemap(NOVEMBER)
    expect(await sitemapProblems(xml, CHECKING)).toEqual([])
    const [own] = xml.match(/<url>.*<\/url>/g) ?? []
    expect(own).toContain(`<loc>${SITE}/city/f%C3%A4hre-tram-1</loc><lastmod>2026-11-23T12:00:00+00:00</lastmod>`)
    expect(own).toContain(`<image:loc>${SITE}/media/bridge-800.jpeg</image:loc>`)
    expect([...(own ?? '').matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(([, ...version]) => version)).toEqual([
      ['en', `${SITE}/city/f%C3%A4hre-tram-1`],
      ['pt', `${SITE}/city/volta-o-barco-2`],
      ['x-default', `${SITE}/city/f%C3%A4hre-tram-1`],
    ])
    now = hoursAhead(1)
    expect(await sitemap(NOVEMBER)).toContain('hreflang="it"')
  })

  it('holds the stories of a month in the time zone of the paper', async () => {
    await inTransaction(db, (tx) => changeSiteSettings(tx, { changes: { timeZone: 'Pacific/Auckland' }, now: NOW }))
    await story({ headline: 'Still October', publishedAt: new Date('2026-10-31T10:59:59.999Z') })
    await story({ headline: 'November', publishedAt: new Date('2026-10-31T11:00:00Z') })
    expect(await addresses('/sitemaps/stories-2026-10.xml')).toEqual(['/city/still-october-1'])
    expect(await addresses(NOVEMBER)).toEqual(['/city/november-2'])
    await inTransaction(db, (tx) => changeSiteSettings(tx, { changes: { timeZone: 'America/New_York' }, now: NOW }))
    expect(await addresses('/sitemaps/stories-2026-10.xml')).toEqual(['/city/still-october-1', '/city/november-2'])
    expect((await ask(NOVEMBER)).status).toBe(404)
  })

  it('is split when it is full, in the order of publication, and the index lists every part', async () => {
    small = new SitemapIndexCache({ entries: 2, bytes: 50_000_000 })
    for (let number = 1; number <= 5; number++) {
      const same = number > 3 ? 3 : number
      await story({ headline: `Story ${number}`, publishedAt: hoursAgo(20 - same), isUnlisted: number === 2 })
    }
    const parts = [NOVEMBER, '/sitemaps/stories-2026-11-2.xml']
    expect(await Promise.all(parts.map(addresses))).toEqual([
      ['/city/story-1-1', '/city/story-3-3'],
      ['/city/story-4-4', '/city/story-5-5'],
    ])
    expect((await ask('/sitemaps/stories-2026-11-3.xml')).status).toBe(404)
    expect(await addresses('/sitemap.xml')).toEqual(expect.arrayContaining(parts))
    for (const path of [...parts, '/sitemap.xml'])
      expect(await sitemapProblems(await sitemap(path), CHECKING)).toEqual([])
    const first = await etag(NOVEMBER)
    await story({ headline: 'Story 6' })
    now = new Date(NOW.getTime() + 1)
    expect(await etag(NOVEMBER)).toBe(first)
  })
})

describe('the other sitemaps', () => {
  it('list sections, parent sections, topics and authors with public stories, each with its last change', async () => {
    await story({ headline: 'Old tram', sectionId: TRANSPORT, topics: [HARBOUR], by: [MARA], publishedAt: hoursAgo(9) })
    await story({
      headline: 'New tram',
      sectionId: TRANSPORT,
      topics: [HARBOUR],
      publishedAt: hoursAgo(8),
      updatedAt: hoursAgo(2),
    })
    await story({
      headline: 'Draft',
      sectionId: WORLD,
      topics: [ELECTIONS],
      by: [TOMAS],
      state: 'draft',
      publishedAt: null,
    })
    expect(await addresses('/sitemaps/sections.xml')).toEqual(['/city', '/transport'])
    expect(await addresses('/sitemaps/topics.xml')).toEqual(['/topics/harbour'])
    expect(await addresses('/sitemaps/authors.xml')).toEqual(['/authors/mara-quill'])
    expect(await sitemap('/sitemaps/sections.xml')).toContain('/city</loc><lastmod>2026-11-23T12:00:00+00:00</lastmod>')
    expect(await sitemap('/sitemaps/authors.xml')).toContain('<lastmod>2026-11-23T05:00:00+00:00</lastmod>')
    for (const kind of ['sections', 'topics', 'authors', 'pages']) {
      expect(await sitemapProblems(await sitemap(`/sitemaps/${kind}.xml`), CHECKING)).toEqual([])
    }
  })

  it('list the front page and the standing pages, with the last change where it is known', async () => {
    await story({
      headline: 'Wrong',
      publishedAt: hoursAgo(9),
      corrections: [{ note: 'Right.', correctedAt: hoursAgo(3) }],
    })
    const pages = await sitemap('/sitemaps/pages.xml')
    expect(await addresses('/sitemaps/pages.xml')).toEqual(['/', '/corrections', ...REQUIRED_PAGE_PATHS])
    expect(pages).toContain(`${SITE}/</loc><lastmod>2026-11-23T05:00:00+00:00</lastmod>`)
    expect(pages).toContain('/corrections</loc><lastmod>2026-11-23T11:00:00+00:00</lastmod>')
    expect(pages).toContain('/about</loc></url>')
  })

  it('list the archive, its years and its months', async () => {
    await story({ headline: 'Old mill closes', publishedAt: new Date('1931-03-04T10:00:00Z') })
    await story({ headline: 'Night ferry returns', publishedAt: hoursAgo(9) })
    expect(await addresses('/sitemaps/archive.xml')).toEqual([
      ...['/archive', '/archive/1931', '/archive/1931/03', '/archive/2026', '/archive/2026/11'],
    ])
    expect(await sitemap('/sitemap.xml')).toContain('/sitemaps/archive.xml</loc>')
  })

  it('list timelines of which readers have three stories, with the last change of one', async () => {
    const ids: number[] = []
    for (const hours of [9, 7, 5]) ids.push(await story({ headline: `Strike ${hours}`, publishedAt: hoursAgo(hours) }))
    const act = { introduction: '', slug: '', by: { name: 'Nadia Reyes' }, now: NOW }
    const draft = await story({ headline: 'Draft', state: 'draft', publishedAt: null })
    const pair = [await story({ headline: 'Bread', publishedAt: hoursAgo(3) }), draft]
    await makeTimeline(db, { name: 'Harbour strike', storyIds: ids, ...act })
    await makeTimeline(db, { name: 'Bread', storyIds: pair, ...act })
    expect(await addresses('/sitemaps/timelines.xml')).toEqual(['/timelines/harbour-strike'])
    expect(await sitemap('/sitemaps/timelines.xml')).toContain('<lastmod>2026-11-23T09:00:00+00:00</lastmod>')
  })

  it('answer 404 while they would be empty', async () => {
    for (const kind of ['sections', 'topics', 'authors', 'timelines', 'archive']) {
      expect((await ask(`/sitemaps/${kind}.xml`)).status, kind).toBe(404)
    }
    expect((await ask('/sitemaps/topics-2.xml')).status).toBe(404)
    expect((await ask('/sitemaps/stories-1400-01.xml')).status).toBe(404)
  })
})

describe('the index', () => {
  it('lists every month with stories and its last change, also at the end of a year', async () => {
    await story({ headline: 'Last of the year', publishedAt: new Date('2025-12-31T23:59:59.999Z') })
    await story({ headline: 'First of the year', publishedAt: new Date('2026-01-01T00:00:00Z') })
    const index = await sitemap('/sitemap.xml')
    expect(await sitemapProblems(index, CHECKING)).toEqual([])
    expect(index).toContain('stories-2025-12.xml</loc><lastmod>2025-12-31T23:59:59+00:00</lastmod>')
    expect(index).toContain('stories-2026-01.xml</loc><lastmod>2026-01-01T00:00:00+00:00</lastmod>')
    expect(index.match(/stories-/g)).toHaveLength(2)
  })
})

describe('validators', () => {
  it('a client with the current version gets 304, in any encoding', async () => {
    await story({ headline: 'Night ferry returns' })
    for (const path of [NOVEMBER, '/sitemap.xml', '/sitemaps/sections.xml']) {
      const etags: string[] = []
      for (const encoding of ['identity', 'gzip', 'br']) {
        const full = await ask(path, { 'Accept-Encoding': encoding })
        expect(full.headers['content-encoding'] ?? 'identity').toBe(encoding)
        expect(full.headers.vary).toBe('Accept-Encoding')
        const etag = full.headers.etag ?? ''
        etags.push(etag)
        const again = await ask(path, { 'Accept-Encoding': encoding, 'If-None-Match': `"other", ${etag}` })
        expect([again.status, again.headers.etag, again.body.length]).toEqual([304, etag, 0])
        const since = await ask(path, { 'If-Modified-Since': full.headers['last-modified'] ?? '' })
        expect(since.status).toBe(304)
        const decode = { identity: (body: Buffer) => body, gzip: gunzipSync, br: brotliDecompressSync }[encoding]
        expect(decode?.(full.body).toString()).toBe(await sitemap(path))
      }
      expect(new Set(etags).size).toBe(3)
    }
  })

  it('HEAD has the same status and headers as GET, without a body', async () => {
    await story({ headline: 'Night ferry returns' })
    const [full, head] = [await ask(NOVEMBER), await ask(NOVEMBER, {}, 'HEAD')]
    expect(head.status).toBe(200)
    expect(head.body.length).toBe(0)
    expect({ ...head.headers, date: '' }).toEqual({ ...full.headers, date: '' })
    expect(Number(head.headers['content-length'])).toBe(full.body.length)
  })

  it('change at the instant at which a story is published or withdrawn by time', async () => {
    await story({ headline: 'Night ferry returns', publishedAt: hoursAgo(5) })
    await story({ headline: 'Due', state: 'scheduled', publishedAt: hoursAhead(1), withdrawnAt: hoursAhead(2) })
    const before = await ask(NOVEMBER)
    now = new Date(hoursAhead(1).getTime() - 1)
    expect(await etag(NOVEMBER)).toBe(before.headers.etag)
    now = hoursAhead(1)
    const during = await ask(NOVEMBER, { 'If-None-Match': before.headers.etag ?? '' })
    expect(during.status).toBe(200)
    expect(during.body.toString()).toContain('/city/due-2')
    const index = await etag('/sitemap.xml')
    now = hoursAhead(2)
    const after = await ask(NOVEMBER, { 'If-Modified-Since': during.headers['last-modified'] ?? '' })
    expect(after.status).toBe(200)
    expect(after.body).toEqual(before.body)
    expect(Date.parse(after.headers['last-modified'] ?? '')).toBe(hoursAhead(2).getTime())
    expect(await etag('/sitemap.xml')).not.toBe(index)
  })

  it.each<[string, (id: number) => Promise<unknown>, boolean]>([
    ['is withdrawn', (id) => withdraw(db, { id, by: withoutAccount('Desk'), now, reason: '' }), false],
    ['gets another address', (id) => readdress(db, { id, slug: 'other', by: withoutAccount('Desk'), now }), true],
    ['moves with its section', () => renameSection(db, { id: CITY, name: 'Town', slug: 'town', now }), true],
  ])('change when a story %s', async (_how, change, isStillThere) => {
    const id = await story({ headline: 'Night ferry returns', body: BODY, publishedAt: hoursAgo(5) })
    await story({ headline: 'Another', publishedAt: hoursAgo(5) })
    const [month, index] = [await ask(NOVEMBER), await ask('/sitemap.xml')]
    now = hoursAhead(3)
    await change(id)
    const after = await ask(NOVEMBER, { 'If-Modified-Since': month.headers['last-modified'] ?? '' })
    expect(after.status).toBe(200)
    expect(after.headers.etag).not.toBe(month.headers.etag)
    expect(await addresses(NOVEMBER)).toHaveLength(isStillThere ? 2 : 1)
    expect(await etag('/sitemap.xml')).not.toBe(index.headers.etag)
    expect(await sitemap('/sitemap.xml')).toContain(
      `stories-2026-11.xml</loc><lastmod>2026-11-23T17:00:00+00:00</lastmod>`,
    )
  })

  it('a republished story is listed in the month of its first publication again', async () => {
    const id = await story({ headline: 'Night ferry returns', body: BODY, publishedAt: hoursAgo(24 * 30) })
    const before = await etag('/sitemaps/stories-2026-10.xml')
    await withdraw(db, { id, by: withoutAccount('Desk'), now, reason: '' })
    expect((await ask('/sitemaps/stories-2026-10.xml')).status).toBe(404)
    await republish(db, { id, by: withoutAccount('Desk'), now })
    expect(await etag('/sitemaps/stories-2026-10.xml')).toBe(before)
  })

  it('do not change for a month in which no story changed', async () => {
    await story({ headline: 'Old', publishedAt: hoursAgo(24 * 60) })
    const id = await story({ headline: 'New', body: BODY })
    const before = await etag('/sitemaps/stories-2026-09.xml')
    await withdraw(db, { id, by: withoutAccount('Desk'), now, reason: '' })
    expect(await etag('/sitemaps/stories-2026-09.xml')).toBe(before)
  })
})

describe('the date of each file in the index moves when its bytes do, and only then', () => {
  /** Every file with its bytes and its date in the index. */
  async function files(): Promise<Map<string, { bytes: string; date: string }>> {
    const index = await sitemap('/sitemap.xml')
    const listed = [...index.matchAll(/<loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?/g)]
    const found = new Map<string, { bytes: string; date: string }>()
    for (const [, loc = '', date = ''] of listed) {
      const path = loc.replace(SITE, '')
      found.set(path, { bytes: await sitemap(path), date })
    }
    return found
  }

  const by = withoutAccount('Desk')
  const ACTS: [string, (ids: number[]) => Promise<unknown>][] = [
    [
      'another headline',
      ([id = 0]) => reviseArticle(db, { id, change: { headline: 'Ferry back' }, by, now, reason: 'revised' }),
    ],
    [
      'another text',
      ([, id = 0]) => reviseArticle(db, { id, change: { standfirst: 'At last.' }, by, now, reason: 'revised' }),
    ],
    ['another address', ([id = 0]) => readdress(db, { id, slug: `ferry-${now.getTime()}`, by, now })],
    [
      'another section',
      ([id = 0]) => reviseArticle(db, { id, change: { sectionId: WORLD }, by, now, reason: 'moved' }),
    ],
    ['a withdrawal', ([, id = 0]) => withdraw(db, { id, by, now, reason: '' })],
    ['a return', ([, id = 0]) => republish(db, { id, by, now })],
    ['a translation that is withdrawn', ([, , id = 0]) => withdraw(db, { id, by, now, reason: '' })],
    [
      'a section of another name',
      () => renameSection(db, { id: CITY, name: `City ${now.getTime()}`, slug: 'city', now }),
    ],
    [
      'a section of another address',
      () => renameSection(db, { id: CITY, name: 'City', slug: `c${now.getTime()}`, now }),
    ],
    ['another tagline', () => changeSiteSettings(db, { changes: { tagline: `At ${now.getTime()}` }, now })],
    ['another time zone', () => changeSiteSettings(db, { changes: { timeZone: 'Europe/Vienna' }, now })],
    ['nothing', async () => {}],
  ]

  async function threeStories(): Promise<number[]> {
    const old = { body: BODY, standfirst: 'It was late.', by: [MARA], topics: [HARBOUR] }
    const first = await story({ headline: 'Night ferry returns', publishedAt: hoursAgo(24 * 40), ...old })
    const second = await story({ headline: 'Trams run', publishedAt: hoursAgo(5), sectionId: TRANSPORT, ...old })
    const version = { language: 'pt', translationOfId: first, publishedAt: hoursAgo(3) }
    return [first, second, await story({ headline: 'Volta o barco', ...old, ...version })]
  }

  it('after any changes', async () => {
    const ids = await threeStories()
    let before = await files()
    const moved = new Set<string>()
    const order = [...ACTS.keys(), ...ACTS.map((_, place) => (place * 7 + 3) % ACTS.length)]
    for (const act of order) {
      now = new Date(now.getTime() + 3_600_000)
      const [name, change] = ACTS[act] ?? ACTS[0] ?? ['', async () => {}]
      await change(ids)
      const after = await files()
      for (const [path, { bytes, date }] of after) {
        const was = before.get(path)
        if (!was) continue
        expect(date !== was.date, `${path} after ${name}`).toBe(bytes !== was.bytes)
        if (bytes !== was.bytes) moved.add(name)
      }
      before = new Map([...before, ...after])
    }
    expect(moved).toContain('another address')
    expect(moved).toContain('a translation that is withdrawn')
    expect(moved).not.toContain('another headline')
  })

  it('also over a restart [sitemap-dates-file]', async () => {
    const [id = 0] = await threeStories()
    small = new SitemapIndexCache(undefined, new SitemapDates(folder))
    const before = await sitemap('/sitemap.xml')
    now = hoursAhead(1)
    await reviseArticle(db, { id, change: { headline: 'Ferry back' }, by, now, reason: 'revised' })
    const again = new SitemapIndexCache(undefined, new SitemapDates(folder))
    const restarted = new Sitemaps({
      db,
      now: () => now,
      siteUrl: SITE,
      builtAt: BUILT_AT,
      headers: [],
      indexCache: again,
    })
    const other = createServer((request, response) => void restarted.answer(request.url ?? '', request, response))
    other.listen(0, '127.0.0.1')
    await once(other, 'listening')
    const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}/sitemap.xml`
    expect(await (await fetch(url)).text()).toBe(before)
    other.closeAllConnections()
    other.close()
  })

  it('a file of dates that cannot be read is no more than forgotten', () => {
    writeFileSync(join(folder, 'sitemap-dates.json'), '{"half')
    const at = { digest: 'a', suspectedAt: hoursAgo(1), now: NOW }
    expect(new SitemapDates(folder).changedAt('/sitemap.xml', at)).toEqual(hoursAgo(1))
  })
})

describe('while a sitemap is sent', () => {
  it('it holds the store as of the start, and has the length of its Content-Length header', async () => {
    await manyLongStories(1000)
    const url = await listening()
    const answer = await new Promise<IncomingMessage>((resolve) => get(`${url}${NOVEMBER}`, { agent: false }, resolve))
    await inTransaction(db, async (tx) => {
      await tx.update(articles).set({ slug: 'changed-meanwhile' })
    })
    let body = ''
    for await (const chunk of answer) body += chunk
    expect(Buffer.byteLength(body)).toBe(Number(answer.headers['content-length']))
    expect(body).not.toContain('changed-meanwhile')
    expect(body.match(/<url>/g)).toHaveLength(1000)
  })

  it('a client that disconnects frees its slot', async () => {
    await manyLongStories(1000)
    const url = await listening()
    for (let visit = 0; visit < 12; visit++) {
      const leaving = get(`${url}${NOVEMBER}`, { agent: false }, (answer) =>
        answer.once('data', () => answer.destroy()),
      )
      leaving.on('error', () => {})
      await once(leaving, 'close')
    }
    expect(await addresses(NOVEMBER)).toHaveLength(1000)
  })
})
