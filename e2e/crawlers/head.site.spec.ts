import { request } from 'node:http'
import sharp from 'sharp'
import { reviseArticle } from '@/db/editing/writing'
import { correct } from '@/db/publishing/changes'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { demoStory } from '@/e2e/testing/demo-story'
import { PAGE_TYPES } from '@/e2e/testing/page-types'
import { expect, type Paper, test } from '@/e2e/testing/paper'
import { fetchFrom, type SiteResponse } from '@/e2e/testing/site-response'
import { withoutAccount } from '@/lib/revisions/saver'

/** Clients that read heads: one without a User-Agent, the large crawlers, networks that show cards, a browser. */
const CLIENTS = [
  undefined,
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'facebookexternalhit/1.1',
  'Twitterbot/1.0',
  'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0',
]

const metas = (answer: SiteResponse, name: string) =>
  answer
    .named('meta')
    .filter(({ attribs }) => attribs.name === name || attribs.property === name)
    .map(({ attribs }) => attribs.content ?? '')
const links = (answer: SiteResponse, rel: string) =>
  answer.named('link').flatMap(({ attribs }) => (attribs.rel === rel ? [attribs] : []))
const versions = (answer: SiteResponse) =>
  links(answer, 'alternate').flatMap(({ hreflang, href }) => (hreflang ? [`${hreflang} ${href}`] : []))

/** The first chunk of the body that reaches a client. */
async function firstBytes({ url }: Paper, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const clientRequest = request(url + path, { agent: false }, (answer) => {
      answer.once('data', (chunk: Buffer) => {
        resolve(chunk.toString())
        clientRequest.destroy()
      })
    })
    clientRequest.on('error', reject)
    clientRequest.end()
  })
}

test('every client gets the same complete head', async ({ paper }) => {
  for (const { name, path } of PAGE_TYPES) {
    const at = await path(paper)
    const bodies = new Set<string>()
    for (const client of CLIENTS) {
      const answer = await fetchFrom(paper, at, client === undefined ? {} : { headers: { 'User-Agent': client } })
      bodies.add(answer.body)
      const [, after = ''] = answer.body.split('</head>')
      expect(after, name).not.toMatch(
        /<(?:meta|title|base)[\s>]|<link [^>]*rel="(?:canonical|alternate|icon|manifest)"/,
      )
    }
    expect(bodies.size, name).toBe(1)
    expect(await firstBytes(paper, at), name).toContain('</head>')
  }
})

test('a story has all metadata for social networks and search engines', async ({ paper }) => {
  const { path, headline } = await demoStory(paper, 'tram-line-4')
  const answer = await fetchFrom(paper, path)
  const address = paper.url + path
  const once = {
    robots: 'max-image-preview:large',
    'og:type': 'article',
    'og:title': headline,
    'og:url': address,
    'og:site_name': 'The Broadsheet',
    'og:locale': 'en_GB',
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:type': 'image/jpeg',
    'article:published_time': '2026-11-23T05:30:00+00:00',
    'article:modified_time': '2026-11-23T07:18:00+00:00',
    'article:author': `${paper.url}/authors/mirela-osei`,
    'article:section': 'Transport',
    'twitter:card': 'summary_large_image',
    'twitter:title': headline,
  }
  for (const [name, content] of Object.entries(once)) expect(metas(answer, name), name).toEqual([content])
  expect(metas(answer, 'article:tag')).toEqual(['Trams', 'The harbour', 'City budget'])
  expect(metas(answer, 'og:image:alt')[0]).toContain('A red tram')
  expect(metas(answer, 'twitter:image')).toEqual(metas(answer, 'og:image'))
  expect(answer.wordsOf('title')).toBe(`${headline} – The Broadsheet`)
  expect(answer.canonical).toBe(address)
})

test('texts for search engines are in the head, texts for readers on the page', async ({ ownPaper: paper }) => {
  const { id, path, headline } = await demoStory(paper, 'seagrass')
  const change = { seoTitle: 'Seagrass in Port Linnet', seoDescription: 'How the meadow fared.' }
  await reviseArticle(paper.db, { id, change, by: withoutAccount('The desk'), now: PRINTED_AT, reason: 'revised' })
  await paper.catchUp()
  const answer = await fetchFrom(paper, path)
  expect(answer.wordsOf('title')).toBe('Seagrass in Port Linnet – The Broadsheet')
  for (const name of ['description', 'og:description', 'twitter:description']) {
    expect(metas(answer, name)).toEqual(['How the meadow fared.'])
  }
  expect(answer.wordsOf('h1')).toBe(headline)
})

test('a story that must not be listed has noindex, and is as complete as any other', async ({ ownPaper: paper }) => {
  const { id, path } = await demoStory(paper, 'seagrass')
  await reviseArticle(paper.db, {
    id,
    change: { isUnlisted: true },
    by: withoutAccount('x'),
    now: PRINTED_AT,
    reason: 'revised',
  })
  await paper.catchUp()
  const answer = await fetchFrom(paper, path)
  expect(metas(answer, 'robots')).toEqual(['noindex'])
  expect(metas(answer, 'og:type')).toEqual(['article'])
})

test('a story links to its other formats', async ({ paper }) => {
  const { path } = await demoStory(paper, 'tram-line-4')
  const forms = links(await fetchFrom(paper, path), 'alternate').map(({ type, href }) => [type, href])
  const address = paper.url + path
  expect(forms).toEqual(
    expect.arrayContaining([
      ['application/json', `${address}.json`],
      ['text/markdown', `${address}.md`],
      ['application/json+oembed', `${paper.url}/api/oembed?url=${encodeURIComponent(address)}`],
      ['application/rss+xml', `${paper.url}/rss.xml`],
    ]),
  )
})

test('a list links to its own feeds and to those of the paper', async ({ paper }) => {
  for (const path of ['/city', '/topics/harbour', '/authors/mirela-osei']) {
    const feeds = links(await fetchFrom(paper, path), 'alternate').map(({ href }) => href)
    for (const format of ['rss.xml', 'atom.xml', 'feed.json']) {
      expect(feeds).toEqual(expect.arrayContaining([`${paper.url}/${format}`, `${paper.url}${path}/${format}`]))
    }
  }
})

test('every version of a story lists all versions, itself included, and an x-default [hreflang]', async ({ paper }) => {
  const arabic = await demoStory(paper, 'old-library')
  const english = await demoStory(paper, 'old-library-english')
  const expected = [
    `ar ${paper.url}${arabic.path}`,
    `en ${paper.url}${english.path}`,
    `x-default ${paper.url}${arabic.path}`,
  ]
  const answers = [await fetchFrom(paper, arabic.path), await fetchFrom(paper, english.path)]
  for (const answer of answers) expect(versions(answer).toSorted()).toEqual(expected)
  expect(answers.map((answer) => metas(answer, 'og:locale'))).toEqual([['ar_AR'], ['en_GB']])
  expect(answers.map((answer) => metas(answer, 'og:locale:alternate'))).toEqual([['en_GB'], ['ar_AR']])
  expect(versions(await fetchFrom(paper, (await demoStory(paper, 'tram-line-4')).path))).toEqual([])
})

test('an error page has no canonical address and has noindex [errors-not-listed] [gone-noindex]', async ({ paper }) => {
  for (const path of ['/nowhere/at-all', (await demoStory(paper, 'bakery-prize')).path]) {
    const answer = await fetchFrom(paper, path)
    expect(answer.canonical).toBeNull()
    expect(metas(answer, 'og:url')).toEqual([])
    expect(metas(answer, 'robots')).toEqual(['noindex'])
  }
})

test('a search page has noindex', async ({ paper }) => {
  expect(metas(await fetchFrom(paper, '/search?q=harbour'), 'robots')).toEqual(['noindex'])
  expect(metas(await fetchFrom(paper, '/search'), 'robots')).toEqual(['max-image-preview:large'])
})

test('a correction moves the time of change everywhere at once, and the ETag with it', async ({ ownPaper: paper }) => {
  const { id, path } = await demoStory(paper, 'seagrass')
  const before = await fetchFrom(paper, path)
  const now = new Date(PRINTED_AT.getTime() + 60_000)
  paper.moveClockTo(now)
  await correct(paper.db, { id, note: 'The meadow is nine hectares.', by: withoutAccount('The desk'), now })
  await paper.catchUp()
  const after = await fetchFrom(paper, path)
  const instant = '2026-11-23T08:01:00+00:00'
  expect(metas(after, 'article:modified_time')).toEqual([instant])
  expect(after.body).toContain(`"dateModified":"${instant}"`)
  expect(after.named('time').map(({ attribs }) => attribs.datetime)).toContain(instant)
  expect(metas(after, 'article:published_time')).toEqual(metas(before, 'article:published_time'))
  expect(after.headers.etag).not.toBe(before.headers.etag)
})

test('the manifest exists, and its icons have the sizes that it declares [install-icons]', async ({ paper }) => {
  const [manifest] = links(await fetchFrom(paper, '/'), 'manifest')
  const answer = await fetchFrom(paper, manifest?.href ?? '')
  expect(answer.headers['content-type']).toBe('application/manifest+json')
  const { name, icons }: { name: string; icons: { src: string; sizes: string }[] } = JSON.parse(answer.body)
  expect(name).toBe('The Broadsheet')
  for (const { src, sizes } of icons) {
    const picture = await fetch(paper.url + src)
    const { width, height } = await sharp(Buffer.from(await picture.arrayBuffer())).metadata()
    expect(`${width}x${height}`).toBe(sizes)
  }
})

test('the social picture of every page exists in the size that the page declares', async ({ paper }) => {
  for (const { name, status, path } of PAGE_TYPES) {
    if (status !== 200) continue
    const answer = await fetchFrom(paper, await path(paper))
    const [image = ''] = metas(answer, 'og:image')
    const picture = await fetch(image)
    expect(picture.status, `${name}: ${image}`).toBe(200)
    expect(picture.headers.get('content-type'), name).toBe(metas(answer, 'og:image:type')[0])
    const { width, height } = await sharp(Buffer.from(await picture.arrayBuffer())).metadata()
    expect([String(width), String(height)], name).toEqual([
      metas(answer, 'og:image:width')[0],
      metas(answer, 'og:image:height')[0],
    ])
  }
})
