import type { Article, Author } from '@/lib/article/article'
import type { CrawledResponse } from '@/lib/crawler-check/crawled-page'
import type { CheckContext } from '@/lib/crawler-check/rule'
import { articleGraph } from '@/lib/json-ld/article-graph'
import { authorGraph } from '@/lib/json-ld/author-graph'
import { listGraph } from '@/lib/json-ld/list-graph'
import type { Publication } from '@/lib/json-ld/publication'
import { scriptText } from '@/lib/json-ld/script-text'
import { DEFAULT_DISTRIBUTION } from '@/lib/paper/site-settings'
import { SO_FAR } from '@/lib/testing/article-fixtures'

/*
 * Pages that satisfy every rule of the crawler check, for tests that break one rule at a time.
 */

const SITE = 'https://paper.example'
export const VALID_ADDRESS = `${SITE}/city/trams-run-4`
const HINDI_ADDRESS = `${SITE}/city/trams-hindi-5`
const CARD = `${SITE}/media/tram-social-600x400.jpeg`
const PUBLISHED = '2026-11-23T06:30:00+01:00'
const UPDATED = '2026-11-23T08:00:00+01:00'

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'public, max-age=0, s-maxage=0, must-revalidate',
  etag: '"a1b2c3"',
  'last-modified': 'Mon, 23 Nov 2026 07:00:00 GMT',
}

const PROSE =
  'The first tram left the depot at a quarter past five, with a brass band on its rear platform and a crowd of some two hundred along the quay, many of whom had come before dawn to be aboard. '.repeat(
    3,
  )

const PUBLICATION: Publication = {
  siteUrl: SITE,
  settings: {
    name: 'The Broadsheet',
    tagline: 'All that is fit',
    language: 'en',
    timeZone: 'Europe/Paris',
    organisation: { legalName: 'Readers’ Trust', email: 'desk@paper.example', address: '', foundedYear: 1887 },
    distribution: DEFAULT_DISTRIBUTION,
  },
}

const TRAMS: Article = {
  id: 4,
  headline: 'Trams run to the harbour again',
  kicker: '',
  dateline: '',
  slug: 'trams-run',
  kind: 'news',
  standfirst: 'The first one left at a quarter past five.',
  body: [{ type: 'paragraph', id: 'e1', text: [{ text: PROSE }] }],
  language: 'en',
  path: '/city/trams-run-4',
  topics: [],
  seoTitle: null,
  seoDescription: null,
  sections: [{ id: 1, slug: 'city', name: 'City', description: '', parentId: null }],
  bylines: [{ name: 'Mirela Osei', authorSlug: 'mirela-osei' }],
  leadPicture: {
    id: 1,
    alt: 'A tram at dawn',
    caption: '',
    credit: 'Ada Marsh',
    widthPx: 1600,
    heightPx: 1200,
    rights: { creator: '', copyright: '', licenceUrl: '', acquireUrl: '' },
    focus: { x: 0.5, y: 0.5 },
    original: 'tram.jpg',
    files: [],
  },
  corrections: [{ id: 1, note: 'The fare is two crowns.', correctedAt: new Date(UPDATED) }],
  publishedAt: new Date(PUBLISHED),
  updatedAt: new Date(UPDATED),
  isUnlisted: false,
  isOriginal: true,
  translations: [
    { id: 5, headline: 'ट्राम', path: '/city/trams-hindi-5', language: 'hi', isOriginal: false, isUnlisted: false },
  ],
}

/** A valid article page. */
export const VALID_ARTICLE: CrawledResponse = {
  url: VALID_ADDRESS,
  status: 200,
  headers: HEADERS,
  html: `<!DOCTYPE html><html lang="en" dir="ltr"><head><meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<link rel="stylesheet" href="/assets/page.css"/><script src="/assets/reader.js" defer=""></script>
<title>Trams run to the harbour again – The Broadsheet</title>
<meta name="description" content="The first one left at a quarter past five."/>
<meta name="robots" content="max-image-preview:large"/>
<meta name="theme-color" content="#fff"/>
<link rel="canonical" href="${VALID_ADDRESS}"/>
<link rel="icon" href="/favicon.ico"/><link rel="manifest" href="/manifest.webmanifest"/>
<link rel="alternate" hreflang="en" href="${VALID_ADDRESS}"/>
<link rel="alternate" hreflang="hi" href="${HINDI_ADDRESS}"/>
<link rel="alternate" hreflang="x-default" href="${VALID_ADDRESS}"/>
<link rel="alternate" type="application/rss+xml" title="City" href="${SITE}/city/rss.xml"/>
<meta property="og:site_name" content="The Broadsheet"/>
<meta property="og:type" content="article"/>
<meta property="og:title" content="Trams run to the harbour again"/>
<meta property="og:description" content="The first one left at a quarter past five."/>
<meta property="og:url" content="${VALID_ADDRESS}"/>
<meta property="og:image" content="${CARD}"/>
<meta property="og:image:width" content="1200"/>
<meta property="og:image:height" content="630"/>
<meta property="og:image:alt" content="A tram at dawn"/>
<meta property="article:published_time" content="${PUBLISHED}"/>
<meta property="article:modified_time" content="${UPDATED}"/>
<meta property="article:section" content="City"/>
<meta property="article:author" content="${SITE}/authors/mirela-osei"/>
<meta name="twitter:card" content="summary_large_image"/>
<script type="application/ld+json">${scriptText(articleGraph(PUBLICATION, TRAMS, SO_FAR))}</script>
</head><body><main id="main"><article>
<header><h1>Trams run to the harbour again</h1><p>The first one left at a quarter past five.</p></header>
<div><p>By <a href="/authors/mirela-osei" rel="author">Mirela Osei</a></p>
<p><time datetime="${PUBLISHED}">23 November 2026, 06:30 CET</time></p>
<p>Updated <time datetime="${UPDATED}">23 November 2026, 08:00 CET</time></p></div>
<figure><img src="/media/tram-1200.jpeg" srcset="/media/tram-600.jpeg 600w, /media/tram-1200.jpeg 1200w" width="1200" height="800" alt="A tram at dawn"/></figure>
<p>${PROSE}<a href="/city/depot-6">The depot</a> has been rebuilt.</p>
<aside data-element="also-read"><a href="/city/ferry-7">Also read: The last ferry</a></aside>
<p>Nobody was late.</p>
<section id="corrections"><h2>Correction</h2><p>The fare is two crowns.</p></section>
</article></main>
<footer><a href="/about">About</a> <a href="/contact">Contact</a> <a href="/ethics">Ethics</a></footer></body></html>`,
}

/** A page beside the stories that keeps every rule. */
function soundPage(path: string, { title, graph }: { title: string; graph: unknown }): CrawledResponse {
  const address = SITE + path
  return {
    url: address,
    status: 200,
    headers: HEADERS,
    html: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/><meta name="theme-color" content="#fff"/>
<title>${title} – The Broadsheet</title><meta name="description" content="What the paper has to say of this."/>
<meta name="robots" content="max-image-preview:large"/><link rel="canonical" href="${address}"/>
<link rel="icon" href="/favicon.ico"/><link rel="manifest" href="/manifest.webmanifest"/>
<link rel="alternate" type="application/rss+xml" title="The Broadsheet" href="${SITE}/rss.xml"/>
<meta property="og:site_name" content="The Broadsheet"/><meta property="og:type" content="website"/>
<meta property="og:title" content="${title}"/><meta property="og:url" content="${address}"/>
<meta property="og:description" content="What the paper has to say of this."/>
<script type="application/ld+json">${scriptText(graph)}</script>
</head><body><main id="main"><h1>${title}</h1>
<ul><li><a href="/city/trams-run-4">Trams run to the harbour again</a></li><li><a href="/city/ferry-7">The last ferry</a></li></ul>
</main><footer><a href="/about">About</a> <a href="/contact">Contact</a> <a href="/ethics">Ethics</a></footer></body></html>`,
  }
}

const LISTED = [
  { headline: 'Trams run to the harbour again', path: '/city/trams-run-4' },
  { headline: 'The last ferry', path: '/city/ferry-7' },
]
const MIRELA: Author = {
  id: 1,
  slug: 'mirela-osei',
  name: 'Mirela Osei',
  role: '',
  bio: '',
  portrait: null,
  email: '',
  links: [],
}

export const VALID_FRONT = soundPage('/', {
  title: 'The Broadsheet, Monday',
  graph: listGraph(PUBLICATION, { path: '/', name: 'The Broadsheet', description: '', items: LISTED }, []),
})

export const VALID_LIST = soundPage('/city', {
  title: 'City',
  graph: listGraph(PUBLICATION, { path: '/city', name: 'City', description: '', items: LISTED }, [
    { name: 'City', path: '/city' },
  ]),
})

export const VALID_AUTHOR = soundPage('/authors/mirela-osei', {
  title: 'Mirela Osei',
  graph: authorGraph(PUBLICATION, { author: MIRELA, page: 1, items: LISTED }),
})

/** The valid notice at the address of a withdrawn story. */
export const VALID_NOTICE: CrawledResponse = {
  url: `${SITE}/city/withdrawn-9`,
  status: 410,
  headers: HEADERS,
  html: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>Withdrawn</title><meta name="robots" content="noindex"/></head>
<body><main id="main"><h1>This story was withdrawn</h1></main></body></html>`,
}

/** The context of the check of the valid story. */
export function validContext(): CheckContext {
  return {
    siteUrl: SITE,
    paper: 'The Broadsheet',
    now: new Date('2026-11-23T12:00:00Z'),
    addresses: new Map([
      [`${SITE}/city/depot-6`, { status: 200 }],
      [`${SITE}/city/ferry-7`, { status: 200 }],
      [`${SITE}/authors/mirela-osei`, { status: 200 }],
      [`${SITE}/city/rss.xml`, { status: 200 }],
      [`${SITE}/media/tram-600.jpeg`, { status: 200, widthPx: 600, heightPx: 400 }],
      [`${SITE}/media/tram-1200.jpeg`, { status: 200, widthPx: 1200, heightPx: 800 }],
      [CARD, { status: 200, widthPx: 1200, heightPx: 630 }],
    ]),
    anonymous: VALID_ARTICLE,
    revalidatedStatus: 304,
    responseMs: 20,
    newsSitemap: new Map([[VALID_ADDRESS, PUBLISHED]]),
    isInSitemap: true,
    redirectCount: 1,
  }
}
