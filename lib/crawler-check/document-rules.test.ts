import { describe, expect, it } from 'vitest'
import {
  crawledDocument,
  DOCUMENT_RULES,
  type DocumentKind,
  documentFindings,
} from '@/lib/crawler-check/document-rules'

const SITE = 'https://paper.example'
const NOW = new Date('2026-11-23T12:00:00Z')

interface ValidDocument {
  kind: DocumentKind
  path: string
  type: string
  text: string
  headers?: Record<string, string>
}

const HUB = `<${SITE}/rss.xml>; rel="self", <https://hub.example/>; rel="hub"`

const VALID = {
  robots: {
    kind: 'robots',
    path: '/robots.txt',
    type: 'text/plain; charset=utf-8',
    text: `User-agent: *\nDisallow: /admin\n\nUser-agent: GPTBot\nDisallow: /\n\nSitemap: ${SITE}/sitemap.xml\n`,
  },
  sitemap: {
    kind: 'sitemap',
    path: '/sitemaps/2026-11.xml',
    type: 'application/xml; charset=utf-8',
    text: `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${SITE}/city/trams-run-4</loc><lastmod>2026-11-23T08:00:00+01:00</lastmod></url></urlset>`,
  },
  news: {
    kind: 'news-sitemap',
    path: '/news-sitemap.xml',
    type: 'application/xml',
    text: `<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>${SITE}/city/trams-run-4</loc><news:news><news:publication><news:name>The Broadsheet</news:name><news:language>en</news:language></news:publication><news:publication_date>2026-11-23T06:30:00+01:00</news:publication_date><news:title>Trams run</news:title></news:news></url></urlset>`,
  },
  rss: {
    kind: 'feed',
    path: '/rss.xml',
    type: 'application/rss+xml; charset=utf-8',
    headers: { link: HUB },
    text: `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="x"><channel><link>${SITE}/</link><atom:link rel="self" href="${SITE}/rss.xml"/><atom:link rel="hub" href="https://hub.example/"/><item><guid isPermaLink="false">tag:4</guid><link>${SITE}/city/trams-run-4</link><pubDate>Mon, 23 Nov 2026 05:30:00 GMT</pubDate><content:encoded><![CDATA[<a href="${SITE}/x-5">x</a>]]></content:encoded></item></channel></rss>`,
  },
  json: {
    kind: 'json-feed',
    path: '/feed.json',
    type: 'application/feed+json',
    text: JSON.stringify({
      feed_url: `${SITE}/feed.json`,
      items: [{ id: 'tag:4', url: `${SITE}/city/trams-run-4`, date_published: '2026-11-23T06:30:00+01:00' }],
    }),
  },
} as const satisfies Record<string, ValidDocument>

interface Break {
  of: ValidDocument
  text?: (text: string) => string
  headers?: Record<string, string>
  status?: number
}

const put = (from: string, to: string) => (text: string) => {
  if (!text.includes(from)) throw new Error(`the valid document has no ${from}`)
  return text.replace(from, to)
}
const news = (from: string, to: string): Break => ({ of: VALID.news, text: put(from, to) })
const rss = (from: string, to: string): Break => ({ of: VALID.rss, text: put(from, to) })

const BREAKS: Record<string, Record<string, Break>> = {
  'document/found': {
    'a document that is not there': { of: VALID.sitemap, status: 404 },
    'a feed with the media type of a page': { of: VALID.rss, headers: { 'content-type': 'text/html' } },
  },
  'document/well-formed': {
    'a tag that is never closed': { of: VALID.sitemap, text: put('</loc>', '') },
    'a feed that is not JSON': { of: VALID.json, text: (text) => text.slice(1) },
  },
  'document/validators': { 'a weak ETag': { of: VALID.robots, headers: { etag: 'W/"a"' } } },
  'robots/size': { 'a very long file': { of: VALID.robots, text: (text) => text + '# words\n'.repeat(70_000) } },
  'robots/sitemaps': {
    'no sitemap': { of: VALID.robots, text: put('Sitemap:', '#') },
    'a sitemap without a host': { of: VALID.robots, text: put(SITE, '') },
  },
  'robots/open': {
    'a site closed to all crawlers': { of: VALID.robots, text: put('/admin', '/') },
    'a site closed to all crawlers in a group for several': {
      of: VALID.robots,
      text: put('User-agent: GPTBot', 'User-agent: *\nUser-agent: GPTBot'),
    },
    'a site closed to all crawlers by a pattern': { of: VALID.robots, text: put('/admin', '/*') },
  },
  'sitemap/limits': {
    'too many addresses': {
      of: VALID.sitemap,
      text: put('<url>', '<url><loc>https://paper.example/a</loc></url>'.repeat(50_000).concat('<url>')),
    },
  },
  'sitemap/addresses': {
    'an address of another site': { of: VALID.sitemap, text: put(`${SITE}/city`, 'https://elsewhere.example') },
    'an address that is too long': { of: VALID.sitemap, text: put('trams', 'trams'.repeat(500)) },
    'an address twice': {
      of: VALID.sitemap,
      text: put('<url>', `<url><loc>${SITE}/city/trams-run-4</loc></url><url>`),
    },
  },
  'sitemap/lastmod': {
    'a change in the future': { of: VALID.sitemap, text: put('2026-11-23T08', '2026-11-24T08') },
    'a change without a valid instant': { of: VALID.sitemap, text: put('2026-11-23T08:00:00+01:00', 'yesterday') },
  },
  'news-sitemap/limit': { 'more than a thousand stories': news('<url>', '<url></url>'.repeat(1000).concat('<url>')) },
  'news-sitemap/complete': {
    'no language': news('<news:language>en</news:language>', ''),
    'no description': news('<news:news>', '<news:old>'),
  },
  'news-sitemap/fresh': {
    'a story from last week': news('2026-11-23', '2026-11-16'),
    'a story from the future': news('2026-11-23', '2026-11-24'),
  },
  'news-sitemap/titles': { 'the name of the paper': news('Trams run<', 'Trams run – The Broadsheet<') },
  'feed/self': {
    'no self link': rss('rel="self"', 'rel="alternate"'),
    'the address of another feed': rss(`rel="self" href="${SITE}/rss.xml"`, `rel="self" href="${SITE}/city/rss.xml"`),
  },
  'feed/hub': { 'a hub only in the header': rss('<atom:link rel="hub" href="https://hub.example/"/>', '') },
  'feed/ids': {
    'a story without an id': rss('<guid isPermaLink="false">tag:4</guid>', ''),
    'an id that occurs twice': {
      of: VALID.json,
      text: (text) =>
        JSON.stringify({ ...JSON.parse(text), items: [...JSON.parse(text).items, ...JSON.parse(text).items] }),
    },
  },
  'feed/addresses': {
    'a link without a host': rss(`<link>${SITE}/city`, '<link>/city'),
    'a link without a host in the text': rss(`href="${SITE}/x-5"`, 'href="/x-5"'),
  },
  'feed/dates': {
    'a story without a date': rss('<pubDate>Mon, 23 Nov 2026 05:30:00 GMT</pubDate>', ''),
    'a story from the future': rss('23 Nov 2026', '24 Nov 2026'),
  },
}

function found({ of, text = (same) => same, headers = {}, status = 200 }: Break) {
  const sent = { etag: '"a"', 'content-type': of.type, ...of.headers, ...headers }
  const response = { url: SITE + of.path, status, headers: sent, html: text(of.text) }
  return documentFindings(crawledDocument(of.kind, response), { siteUrl: SITE, paper: 'The Broadsheet', now: NOW })
}

it.each(Object.entries(VALID))('a valid document has no finding: %s', (_name, of) => {
  expect(found({ of })).toEqual([])
})

it.each<[string, Break]>([
  ['a feed with > in an attribute', rss('rel="hub"', 'title="a > b" rel="hub"')],
  [
    'a robots.txt that disallows the site and allows it again',
    { of: VALID.robots, text: put('/admin', '/\nAllow: /') },
  ],
  [
    'a robots.txt that closes the site to one crawler',
    { of: VALID.robots, text: put('GPTBot', 'gptbot\nUser-agent: CCBot') },
  ],
])('no finding for %s', (_name, change) => {
  expect(found(change)).toEqual([])
})

it('every rule for documents has a test that breaks it', () => {
  expect(Object.keys(BREAKS).sort()).toEqual(DOCUMENT_RULES.map(({ id }) => id).sort())
})

describe.each(DOCUMENT_RULES.map((rule) => [rule.requirement, rule] as const))('%s', (_requirement, rule) => {
  it.each(Object.entries(BREAKS[rule.id] ?? {}))('finds %s', (_name, change) => {
    expect(found(change).map(({ rule: id }) => id)).toContain(rule.id)
  })
})
