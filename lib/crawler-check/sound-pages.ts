import type { CrawledAnswer } from '@/lib/crawler-check/crawled-page'
import type { CheckContext } from '@/lib/crawler-check/rule'

/*
 * Pages that keep every rule, for tests that break one rule at a time.
 */

const SITE = 'https://paper.example'
export const SOUND_ADDRESS = `${SITE}/city/trams-run-4`
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

const MARKUP = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Trams run to the harbour again',
  datePublished: PUBLISHED,
  dateModified: UPDATED,
  author: [{ '@type': 'Person', name: 'Mirela Osei', url: `${SITE}/authors/mirela-osei` }],
}

/** A story that keeps every rule. */
export const SOUND_ARTICLE: CrawledAnswer = {
  url: SOUND_ADDRESS,
  status: 200,
  headers: HEADERS,
  html: `<!DOCTYPE html><html lang="en" dir="ltr"><head><meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<link rel="stylesheet" href="/assets/page.css"/><script src="/assets/reader.js" defer=""></script>
<title>Trams run to the harbour again – The Broadsheet</title>
<meta name="description" content="The first one left at a quarter past five."/>
<meta name="robots" content="max-image-preview:large"/>
<meta name="theme-color" content="#fff"/>
<link rel="canonical" href="${SOUND_ADDRESS}"/>
<link rel="icon" href="/favicon.ico"/><link rel="manifest" href="/manifest.webmanifest"/>
<link rel="alternate" hreflang="en" href="${SOUND_ADDRESS}"/>
<link rel="alternate" hreflang="hi" href="${HINDI_ADDRESS}"/>
<link rel="alternate" hreflang="x-default" href="${SOUND_ADDRESS}"/>
<link rel="alternate" type="application/rss+xml" title="City" href="${SITE}/city/rss.xml"/>
<meta property="og:site_name" content="The Broadsheet"/>
<meta property="og:type" content="article"/>
<meta property="og:title" content="Trams run to the harbour again"/>
<meta property="og:description" content="The first one left at a quarter past five."/>
<meta property="og:url" content="${SOUND_ADDRESS}"/>
<meta property="og:image" content="${CARD}"/>
<meta property="og:image:width" content="1200"/>
<meta property="og:image:height" content="630"/>
<meta property="og:image:alt" content="A tram at dawn"/>
<meta property="article:published_time" content="${PUBLISHED}"/>
<meta property="article:modified_time" content="${UPDATED}"/>
<meta property="article:section" content="City"/>
<meta property="article:author" content="${SITE}/authors/mirela-osei"/>
<meta name="twitter:card" content="summary_large_image"/>
<script type="application/ld+json">${JSON.stringify(MARKUP)}</script>
</head><body><main id="main"><article>
<header><h1>Trams run to the harbour again</h1><p>The first one left at a quarter past five.</p></header>
<div><p>By <a href="/authors/mirela-osei" rel="author">Mirela Osei</a></p>
<p><time datetime="${PUBLISHED}">23 November 2026, 06:30 CET</time></p>
<p>Updated <time datetime="${UPDATED}">23 November 2026, 08:00 CET</time></p></div>
<figure><img src="/media/tram-1200.jpeg" srcset="/media/tram-600.jpeg 600w, /media/tram-1200.jpeg 1200w" width="1200" height="800" alt="A tram at dawn"/></figure>
<p>${PROSE}<a href="/city/depot-6">The depot</a> has been rebuilt.</p>
<aside data-element="also-read"><a href="/city/ferry-7">Also read: The last ferry</a></aside>
<p>Nobody was late.</p>
</article></main>
<footer><a href="/about">About</a> <a href="/contact">Contact</a> <a href="/ethics">Ethics</a></footer></body></html>`,
}

/** The notice at the address of a withdrawn story. */
export const SOUND_NOTICE: CrawledAnswer = {
  url: `${SITE}/city/withdrawn-9`,
  status: 410,
  headers: HEADERS,
  html: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>Withdrawn</title><meta name="robots" content="noindex"/></head>
<body><main id="main"><h1>This story was withdrawn</h1></main></body></html>`,
}

/** What is known around the sound story. */
export function soundContext(): CheckContext {
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
    unnamed: SOUND_ARTICLE,
    askedAgain: 304,
    tookMs: 20,
    newsSitemap: new Set([SOUND_ADDRESS]),
  }
}
