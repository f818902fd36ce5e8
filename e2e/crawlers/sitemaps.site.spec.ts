import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import robotsParser from 'robots-parser'
import { changeSiteSettings } from '@/db/paper/site'
import { withdraw } from '@/db/publishing/publishing'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { demoStory } from '@/e2e/testing/demo-story'
import { expect, type Paper, test } from '@/e2e/testing/paper'
import { fetchFrom } from '@/e2e/testing/site-response'
import { withoutAccount } from '@/lib/revisions/saver'
import { sitemapProblems } from '@/lib/testing/sitemap-schemas/problems'
import { HOUR_MS } from '@/lib/time/durations'

test.use({ needsOwnServer: true })

test('every sitemap is valid, and the index has a lastmod for each [sitemaps]', async ({ paper }) => {
  const files = await allSitemaps(paper)
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(['/sitemap.xml', '/sitemaps/sections.xml', '/sitemaps/pages.xml', '/news-sitemap.xml']),
  )
  for (const [path, xml] of files) {
    const read = (file: string) => readFileSync(file, 'utf8')
    expect(await sitemapProblems(xml, { siteUrl: paper.url, read }), path).toEqual([])
  }
  expect(files.get('/sitemap.xml')?.match(/<lastmod>/g)?.length).toBe(
    files.get('/sitemap.xml')?.match(/<loc>/g)?.length,
  )
})

test('every address in a sitemap answers 200, is canonical and may be listed', async ({ paper }) => {
  test.setTimeout(120_000)
  const pages = new Set<string>()
  for (const [path, xml] of await allSitemaps(paper)) {
    if (path !== '/sitemap.xml') for (const loc of locs(xml, 'loc')) pages.add(loc)
  }
  expect(pages.size).toBeGreaterThan(60)
  for (const url of pages) {
    const answer = await fetchFrom(paper, url.slice(paper.url.length))
    expect(answer.status, url).toBe(200)
    expect(answer.canonical, url).toBe(url)
    const robots = answer.named('meta').find(({ attribs }) => attribs.name === 'robots')?.attribs.content ?? ''
    expect(robots, url).not.toContain('noindex')
  }
})

test('every picture and every other version in a sitemap exists, and pages name the same versions', async ({
  paper,
}) => {
  test.setTimeout(120_000)
  for (const [path, xml] of await allSitemaps(paper)) {
    for (const picture of locs(xml, 'image:loc')) {
      expect(
        (await fetchFrom(paper, picture.slice(paper.url.length), { method: 'HEAD' })).status,
        `${path}: ${picture}`,
      ).toBe(200)
    }
    for (const entry of xml.match(/<url>.*<\/url>/g) ?? []) {
      const versions = alternates(entry)
      if (!versions.length) continue
      const page = await fetchFrom(paper, (locs(entry, 'loc')[0] ?? '').slice(paper.url.length))
      const own = page.named('link').filter(({ attribs }) => attribs.rel === 'alternate' && attribs.hreflang)
      expect(own.map(({ attribs }) => [attribs.hreflang, attribs.href]).toSorted()).toEqual(versions.toSorted())
    }
  }
})

test('a sitemap is sent in the requested encoding, and answers 304 to a client with the current version', async ({
  paper,
}) => {
  for (const path of (await allSitemaps(paper)).keys()) {
    const plain = await raw(paper, path, {})
    for (const [encoding, decoded] of [
      ['gzip', gunzipSync],
      ['br', brotliDecompressSync],
    ] as const) {
      const sent = await raw(paper, path, { 'Accept-Encoding': encoding })
      expect(sent.headers['content-encoding'], path).toBe(encoding)
      expect(decoded(sent.body), path).toEqual(plain.body)
      const etag = sent.headers.etag ?? ''
      expect(etag, path).toMatch(/^"[^"]+"$/)
      expect(etag, path).not.toBe(plain.headers.etag)
      const again = await fetchFrom(paper, path, { headers: { 'Accept-Encoding': encoding, 'If-None-Match': etag } })
      expect([again.status, again.body], path).toEqual([304, ''])
    }
    const head = await fetchFrom(paper, path, { method: 'HEAD' })
    expect([head.status, head.headers.etag, head.body], path).toEqual([200, plain.headers.etag, ''])
    expect(head.headers['content-type'], path).toBe('application/xml; charset=utf-8')
    const since = plain.headers['last-modified'] ?? ''
    expect((await fetchFrom(paper, path, { headers: { 'If-Modified-Since': since } })).status, path).toBe(304)
  }
})

test('the path of a sitemap that does not exist answers 404 [sitemaps]', async ({ paper }) => {
  for (const path of [
    ...['/sitemaps/stories-1999-01.xml', '/sitemaps/stories-2026-11-2.xml', '/sitemaps/readers.xml', '/sitemaps'],
    ...['/news-sitemap-1.xml', '/sitemaps/topics-2.xml'],
  ]) {
    const answer = await fetchFrom(paper, path)
    expect(answer.status, path).toBe(404)
    expect(answer.headers['content-type'], path).toBe('text/html; charset=utf-8')
  }
})

test('a story enters both sitemaps when it is published and leaves them when it is withdrawn', async ({ ownPaper }) => {
  const { id, path } = await demoStory(ownPaper, 'ferry-day')
  const url = ownPaper.url + path
  const inSitemaps = async () => {
    const files = await allSitemaps(ownPaper)
    return [...files].filter(([, xml]) => xml.includes(`<loc>${url}</loc>`)).map(([file]) => file)
  }
  const before = await inSitemaps()
  expect(before).toContainEqual(expect.stringMatching(/^\/sitemaps\/stories-/))
  await withdraw(ownPaper.db, { id, by: withoutAccount('Desk'), now: PRINTED_AT, reason: '' })
  await expect.poll(inSitemaps).toEqual([])
})

test('a story leaves the news sitemap after 48 hours without a write [news-sitemap]', async ({ ownPaper }) => {
  const before = await fetchFrom(ownPaper, '/news-sitemap.xml')
  expect(before.body).toContain('<news:news>')
  const dates = [...before.body.matchAll(/<news:publication_date>([^<]+)</g)].map(([, date = '']) => Date.parse(date))
  const oldest = Math.min(...dates)
  expect(oldest).toBeGreaterThan(PRINTED_AT.getTime() - 48 * HOUR_MS)
  ownPaper.moveClockTo(new Date(Math.max(...dates) + 48 * HOUR_MS))
  const after = await fetchFrom(ownPaper, '/news-sitemap.xml', {
    headers: { 'If-None-Match': before.headers.etag ?? '' },
  })
  expect(after.status).toBe(200)
  expect(after.body).not.toContain(`<news:publication_date>${new Date(oldest).toISOString().slice(0, 10)}`)
})

test('robots.txt names both sitemaps and disallows the crawlers that the settings disallow [robots]', async ({
  ownPaper,
}) => {
  const robots = async () => {
    const { body, status, headers } = await fetchFrom(ownPaper, '/robots.txt')
    expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
    return robotsParser(`${ownPaper.url}/robots.txt`, body)
  }
  const first = await robots()
  expect(first.getSitemaps()).toEqual([`${ownPaper.url}/sitemap.xml`, `${ownPaper.url}/news-sitemap.xml`])
  for (const sitemap of first.getSitemaps())
    expect((await fetchFrom(ownPaper, new URL(sitemap).pathname)).status).toBe(200)
  expect(first.isAllowed(`${ownPaper.url}/admin`, 'Googlebot')).toBe(false)
  expect(first.isAllowed(`${ownPaper.url}/`, 'GPTBot')).toBe(false)
  expect(first.isAllowed(`${ownPaper.url}/`, 'ChatGPT-User')).toBe(true)
  const aiCrawlers = { training: true, search: true, visiting: false }
  const changes = { distribution: { feedText: 'full' as const, aiCrawlers } }
  await changeSiteSettings(ownPaper.db, { changes, now: PRINTED_AT })
  await expect.poll(async () => (await robots()).isAllowed(`${ownPaper.url}/`, 'GPTBot')).toBe(true)
  expect((await robots()).isAllowed(`${ownPaper.url}/`, 'ChatGPT-User')).toBe(false)
})

test('every link of llms.txt answers 200', async ({ paper }) => {
  const { body, status, headers } = await fetchFrom(paper, '/llms.txt')
  expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
  const links = [...body.matchAll(/\]\((\S+?)\)/g)].map(([, link = '']) => link)
  expect(links.length).toBeGreaterThan(12)
  for (const link of links) expect((await fetchFrom(paper, link.slice(paper.url.length))).status, link).toBe(200)
})

test('as many clients as may wait can request sitemaps at once and disconnect early', async ({ paper }) => {
  const leaving = Array.from({ length: 30 }, () => {
    const clientRequest = request(`${paper.url}/sitemap.xml`, { agent: false }, (answer) => answer.destroy())
    clientRequest.on('error', () => {})
    clientRequest.end()
    return new Promise((resolve) => clientRequest.once('close', resolve))
  })
  const staying = Array.from({ length: 30 }, () => fetchFrom(paper, '/sitemaps/sections.xml'))
  await Promise.all(leaving)
  const answers = await Promise.all(staying)
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.length}`)).size).toBe(1)
  expect(answers[0]?.status).toBe(200)
})

/** Every sitemap that the two in robots.txt lead to, by path. */
async function allSitemaps(paper: Paper): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const path of ['/sitemap.xml', '/news-sitemap.xml']) {
    const { status, body } = await fetchFrom(paper, path)
    expect(status, path).toBe(200)
    files.set(path, body)
  }
  for (const url of locs(files.get('/sitemap.xml') ?? '', 'loc')) {
    const path = url.slice(paper.url.length)
    const { status, body } = await fetchFrom(paper, path)
    expect(status, path).toBe(200)
    files.set(path, body)
  }
  return files
}

function locs(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}>([^<]+)</${name}>`, 'g'))].map(([, loc = '']) => loc)
}

function alternates(entry: string): string[][] {
  return [...entry.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(([, language = '', href = '']) => [
    language,
    href,
  ])
}

/** The response with its body as bytes. */
async function raw({ url }: Paper, path: string, headers: Record<string, string>) {
  return new Promise<{ headers: Record<string, string | undefined>; body: Buffer }>((resolve, reject) => {
    const clientRequest = request(url + path, { headers, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({ headers: answer.headers as Record<string, string | undefined>, body: Buffer.concat(chunks) }),
      )
    })
    clientRequest.on('error', reject)
    clientRequest.end()
  })
}
