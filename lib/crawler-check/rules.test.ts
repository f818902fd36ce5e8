import { describe, expect, it } from 'vitest'
import { type Thing, typesOf } from '@/lib/crawler-check/article-markup'
import { type CrawledResponse, crawledPage } from '@/lib/crawler-check/crawled-page'
import { DOCUMENT_RULES } from '@/lib/crawler-check/document-rules'
import type { CheckContext, KnownAddress } from '@/lib/crawler-check/rule'
import { ruleSources } from '@/lib/crawler-check/rule-sources'
import { findingsOn, RULES } from '@/lib/crawler-check/rules'
import {
  VALID_ADDRESS,
  VALID_ARTICLE,
  VALID_AUTHOR,
  VALID_FRONT,
  VALID_LIST,
  VALID_NOTICE,
  validContext,
} from '@/lib/testing/valid-pages'

/** One way to break one rule: a change of the valid story, or of the context of the check. */
interface Break {
  of?: CrawledResponse
  html?: (html: string) => string
  headers?: Record<string, string | undefined>
  status?: number
  context?: Partial<CheckContext>
  addresses?: Record<string, KnownAddress>
}

const put = (from: string | RegExp, to: string) => (html: string) => {
  const after = html.replace(from, to)
  if (after === html) throw new Error(`the valid page has no ${from}`)
  return after
}
const inHead = (tag: string): Break => ({ html: put('</head>', `${tag}</head>`) })
const inText = (markup: string): Break => ({ html: put('<p>Nobody was late.</p>', `<p>Nobody was late.</p>${markup}`) })
const without = (pattern: RegExp): Break => ({ html: put(pattern, '') })
const meta = (name: string, content: string): Break => ({
  html: put(new RegExp(`(<meta (?:name|property)="${name}" content=)"[^"]*"`), `$1"${content}"`),
})
const answers = (path: string, known: KnownAddress): Break => ({
  addresses: { [`https://paper.example${path}`]: known },
})

/** Changes the part of the structured data that has this type. */
const inMarkup = (type: string, change: (thing: Thing) => void, of = VALID_ARTICLE): Break => ({
  of,
  html: (html) =>
    html.replace(/(<script type="application\/ld\+json">)(.*?)(<\/script>)/s, (_all, open, json, close) => {
      const data = JSON.parse(json)
      const thing = (data['@graph'] as Thing[]).find((part) => typesOf(part).includes(type))
      if (!thing) throw new Error(`the valid page tells of no ${type}`)
      change(thing)
      return open + JSON.stringify(data) + close
    }),
})
const inStory = (change: Thing) => inMarkup('NewsArticle', (story) => Object.assign(story, change))
const PERSON = { '@type': 'Person', name: 'Mirela Osei', url: 'https://paper.example/authors/mirela-osei' }
const PICTURE = { '@type': 'ImageObject', url: 'https://paper.example/media/a.jpg', creditText: 'Ada Marsh' }

const LIVE_ENTRY = {
  '@type': 'BlogPosting',
  headline: 'The first tram',
  datePublished: '2026-11-23T06:40:00+01:00',
  articleBody: 'It left.',
  url: `${VALID_ADDRESS}#main`,
}
const asLive = (change: Thing) =>
  inStory({
    '@type': 'LiveBlogPosting',
    coverageStartTime: '2026-11-23T06:30:00+01:00',
    liveBlogUpdate: [LIVE_ENTRY],
    ...change,
  })

const BREAKS: Record<string, Record<string, Break>> = {
  'status/found': { 'an error of the server': { status: 500 } },
  'status/no-soft-404': { 'a page at a made-up address': { context: { isInvented: true } } },
  'markup/live-entries': {
    'no beginning': asLive({ coverageStartTime: '' }),
    'no entry': asLive({ liveBlogUpdate: [] }),
    'an entry without words': asLive({ liveBlogUpdate: [{ ...LIVE_ENTRY, articleBody: '' }] }),
    'an entry at no place': asLive({ liveBlogUpdate: [{ ...LIVE_ENTRY, url: `${VALID_ADDRESS}?entry=1` }] }),
  },
  'markup/paywall': {
    'no part named': inStory({ isAccessibleForFree: false }),
    'a part that is not there': inStory({
      isAccessibleForFree: false,
      hasPart: { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.locked' },
    }),
  },
  'status/one-hop': { 'two redirects': { context: { redirectCount: 2 } } },
  'status/listed': { 'a page that is not to be listed': meta('robots', 'noindex') },
  'status/absent': { 'a notice that may be listed': { of: VALID_NOTICE, html: put('noindex', 'index') } },
  'status/html': {
    'no encoding': { headers: { 'content-type': 'text/html' } },
    'no document type': { html: put('<!DOCTYPE html>', '') },
    'a page that breaks off': { html: put('</html>', '') },
  },
  'status/validators': {
    'a weak ETag': { headers: { etag: 'W/"a"' } },
    'no ETag': { headers: { etag: undefined } },
    'no Last-Modified': { headers: { 'last-modified': undefined } },
    'a Last-Modified ahead of the clock': { headers: { 'last-modified': 'Tue, 24 Nov 2026 07:00:00 GMT' } },
  },
  'status/not-modified': { 'a whole answer to an ETag': { context: { revalidatedStatus: 200 } } },
  'status/weight': { 'two megabytes': inText(`<p>${'word '.repeat(420_000)}</p>`) },
  'status/robots-agree': { 'a header that forbids alone': { headers: { 'x-robots-tag': 'noindex' } } },
  'status/no-cookies': { 'a cookie': { headers: { 'set-cookie': 'reader=1' } } },
  'status/shared': {
    'a private page': { headers: { 'cache-control': 'private, max-age=0' } },
    'no word for caches': { headers: { 'cache-control': undefined } },
  },
  'status/same-for-all': {
    'another page without a name': { context: { anonymous: { ...VALID_ARTICLE, html: '<p>Who are you?</p>' } } },
    'another status without a name': { context: { anonymous: { ...VALID_ARTICLE, status: 403 } } },
  },
  'status/soon': { 'a slow answer': { context: { responseMs: 900 } } },
  'head/one-title': {
    'two titles': inHead('<title>Again</title>'),
    'no title': without(/<title>.*<\/title>/),
    'a title without words': { html: put(/<title>.*<\/title>/, '<title> </title>') },
  },
  'head/description': {
    'two descriptions': inHead('<meta name="description" content="Again"/>'),
    'no description': without(/<meta name="description"[^>]*>/),
    'an empty description': meta('description', ' '),
  },
  'head/description-length': {
    'a scrap': meta('description', 'Trams.'),
    'a column': meta('description', 'Trams run. '.repeat(40)),
  },
  'head/canonical': {
    'no canonical': without(/<link rel="canonical"[^>]*>/),
    'two canonicals': inHead(`<link rel="canonical" href="${VALID_ADDRESS}"/>`),
    'a canonical without a host': { html: put(/(rel="canonical" href=)"[^"]*"/, '$1"/city/trams-run-4"') },
    'the canonical of another page': { html: put(/(rel="canonical" href=)"[^"]*"/, '$1"https://paper.example/city"') },
  },
  'head/robots-words': {
    'said twice': inHead('<meta name="robots" content="all"/>'),
    'a word that nobody knows': meta('robots', 'max-image-preview:large, no-snippets'),
    'both to list and not to': meta('robots', 'index, noindex'),
  },
  'head/large-previews': { 'a small preview': meta('robots', 'max-image-preview:standard') },
  'head/in-head': {
    'a title in the body': {
      html: (html) => put('<main', `${/<title>.*<\/title>/.exec(html)?.[0]}<main`)(put(/<title>.*<\/title>/, '')(html)),
    },
    'a paragraph in the head': inHead('<p>Hidden</p>'),
  },
  'head/charset': {
    'another encoding': { html: put('charset="utf-8"', 'charset="latin1"') },
    'an encoding told late': {
      html: (html) =>
        put(
          '<title>',
          `<!-- ${'x'.repeat(1100)} --><meta charset="utf-8"/><title>`,
        )(put('<meta charset="utf-8"/>', '')(html)),
    },
  },
  'head/viewport': {
    'no viewport': without(/<meta name="viewport"[^>]*>/),
    'no enlarging': meta('viewport', 'width=device-width, user-scalable=no'),
  },
  'head/language': {
    'no language': { html: put('lang="en"', '') },
    'no language of this world': { html: put('lang="en"', 'lang="english_words"') },
    'the wrong side': { html: put('dir="ltr"', 'dir="rtl"') },
  },
  'head/duplicates': {
    'two addresses to share': inHead('<meta property="og:url" content="https://paper.example/city"/>'),
  },
  'head/no-refresh': { 'a page that reloads itself': inHead('<meta http-equiv="refresh" content="60"/>') },
  'head/hreflang': {
    'no language of this world': { html: put('hreflang="hi"', 'hreflang="hindi_IN"') },
    'one language twice': { html: put('hreflang="hi"', 'hreflang="en"') },
    'an address without a host': { html: put('hreflang="hi" href="https://paper.example', 'hreflang="hi" href="') },
    'a list without this version': without(/<link rel="alternate" hreflang="en"[^>]*>/),
    'this version under another language': { html: put('hreflang="en"', 'hreflang="fr"') },
  },
  'head/hreflang-fallback': {
    'nothing for everybody else': without(/<link rel="alternate" hreflang="x-default"[^>]*>/),
  },
  'head/hreflang-return': {
    'a version that is gone': answers('/city/trams-hindi-5', { status: 410 }),
    'a version that does not name this one': answers('/city/trams-hindi-5', {
      status: 200,
      page: crawledPage({ url: 'https://paper.example/city/trams-hindi-5', status: 200, headers: {}, html: '' }),
    }),
  },
  'head/feeds': {
    'no feed': without(/<link rel="alternate" type="application\/rss\+xml"[^>]*>/),
    'a feed without a name': { html: put('title="City" href', 'title="" href') },
  },
  'head/feeds-answer': { 'a feed that is not there': answers('/city/rss.xml', { status: 404 }) },
  'head/identity': { 'no manifest': without(/<link rel="manifest"[^>]*>/) },
  'social/complete': { 'no name of the paper': without(/<meta property="og:site_name"[^>]*>/) },
  'social/type': { 'a website': meta('og:type', 'website') },
  'social/address': { 'another address': meta('og:url', 'https://paper.example/city/trams-run-4?from=share') },
  'social/same-words': {
    'another title': meta('og:title', 'You will not believe this tram'),
    'another description': meta('og:description', 'Look at that tram.'),
  },
  'social/card': { 'a small card': meta('twitter:card', 'summary') },
  'social/picture': {
    'no picture': without(/<meta property="og:image"[^>]*>/),
    'a picture without a host': meta('og:image', '/media/tram-social-600x400.jpeg'),
    'a picture without words': without(/<meta property="og:image:alt"[^>]*>/),
  },
  'social/picture-size': { 'a small picture': meta('og:image:width', '800') },
  'social/picture-answers': {
    'a picture that is gone': answers('/media/tram-social-600x400.jpeg', { status: 404 }),
    'a picture of another size': answers('/media/tram-social-600x400.jpeg', {
      status: 200,
      widthPx: 600,
      heightPx: 315,
    }),
  },
  'social/section': { 'no section': without(/<meta property="article:section"[^>]*>/) },
  'dates/shown': {
    'no date': { html: (html) => html.replaceAll(/<time[^>]*>([^<]*)<\/time>/g, '$1') },
    'a date below the text': {
      html: (html) =>
        put(
          '<p>Nobody',
          '<p><time datetime="2026-11-23T06:30:00+01:00">23 November 2026, 06:30</time></p><p>Nobody',
        )(html.replaceAll(/<p>[^<]*<time[^>]*>[^<]*<\/time><\/p>/g, '')),
    },
    'three dates': {
      html: put(
        '<p>Updated',
        '<p><time datetime="2026-11-22T06:30:00+01:00">22 November 2026, 06:30</time></p><p>Updated',
      ),
    },
  },
  'dates/in-words': { 'a day without a year': { html: put('23 November 2026, 06:30 CET', '23 November') } },
  'dates/with-zone': {
    'no zone on the page': {
      html: put('<time datetime="2026-11-23T06:30:00+01:00"', '<time datetime="2026-11-23T06:30:00"'),
    },
    'no zone in the structured data': {
      html: put('"datePublished":"2026-11-23T06:30:00+01:00"', '"datePublished":"2026-11-23"'),
    },
    'no zone for social networks': meta('article:modified_time', '2026-11-23 08:00'),
  },
  'dates/told-to-all': {
    'no date in the structured data': { html: put(/"datePublished":"[^"]*",/, '') },
    'no date for social networks': without(/<meta property="article:modified_time"[^>]*>/),
  },
  'dates/agree': {
    'another date in the structured data': { html: put(/("datePublished":)"[^"]*"/, '$1"2026-11-23T06:00:00+01:00"') },
    'another update for social networks': meta('article:modified_time', '2026-11-23T08:01:00+01:00'),
  },
  'dates/update-shown': { 'a silent update': without(/<p>Updated.*<\/p>/) },
  'dates/in-order': {
    'an update before publication': {
      html: (html) => html.replaceAll('2026-11-23T08:00:00+01:00', '2026-11-22T08:00:00+01:00'),
    },
  },
  'dates/not-ahead': { 'a story of tomorrow': { context: { now: new Date('2026-11-22T12:00:00Z') } } },
  'dates/no-other': {
    'the date of another story': inText('<p><time datetime="2024-03-01T09:00:00Z">1 March 2024</time></p>'),
  },
  'news/byline': {
    'nobody named': { html: put(/"author":\[.*?\]/, '"author":[]') },
    'somebody whom readers do not see': { html: put('"name":"Mirela Osei"', '"name":"Somebody Else"') },
  },
  'news/profile': { 'a byline without a page': { html: put(/<a href="[^"]*" rel="author">([^<]*)<\/a>/, '$1') } },
  'news/profile-answers': { 'a page that is not there': answers('/authors/mirela-osei', { status: 404 }) },
  'news/label': { 'an opinion that does not say so': { html: put('"NewsArticle"', '"OpinionNewsArticle"') } },
  'news/policies': { 'no page of rules': { html: put('<a href="/ethics">Ethics</a>', '') } },
  'news/headline-length': {
    'a headline like a paragraph': {
      html: (html) => html.replaceAll('Trams run to the harbour again', `Trams ${'run '.repeat(30)}again`),
    },
  },
  'news/headline-alone': {
    'the paper behind the headline': {
      html: (html) => html.replaceAll('Trams run to the harbour again', 'Trams run | The Broadsheet'),
    },
    'the paper before the headline': {
      html: (html) => html.replaceAll('Trams run to the harbour again', 'The Broadsheet: trams run'),
    },
  },
  'news/picture': { 'a small picture': meta('og:image:width', '800') },
  'news/sitemap': {
    'a new story that is not listed': { context: { newsSitemap: new Map() } },
    'an old story that is': { context: { now: new Date('2026-11-25T12:00:00Z') } },
    'an unlisted story that is': meta('robots', 'noindex'),
    'another date of publication': { context: { newsSitemap: new Map([[VALID_ADDRESS, '2026-11-23T06:00:00Z']]) } },
  },
  'body/one-h1': {
    'a second heading': inText('<h1>Again</h1>'),
    'no heading': { html: (html) => html.replaceAll('h1>', 'h2>') },
    'a heading without words': { html: put(/<h1>.*<\/h1>/, '<h1></h1>') },
  },
  'body/headline': { 'another headline for machines': { html: put('"headline":"Trams', '"headline":"Some trams') } },
  'body/words': { 'a story without text': { html: put(/<p>The first tram[\s\S]*late\.<\/p>/, '') } },
  'body/enough-words': { 'a story of a line': { html: put(/<p>The first tram[\s\S]*?<\/p>/, '') } },
  'body/main': { 'no main part': { html: (html) => html.replaceAll('main', 'div') } },
  'body/ids': { 'one name twice': inText('<p id="main">Again</p>') },
  'body/picture-words': {
    'a picture without alt': inText('<img src="/media/x.jpeg" width="10" height="10"/>'),
    'a picture of the story that says nothing': {
      html: put('height="800" alt="A tram at dawn"', 'height="800" alt=""'),
    },
  },
  'body/picture-size': { 'a picture without a size': { html: put('width="1200" height="800"', '') } },
  'body/pictures-answer': {
    'a picture that is gone': answers('/media/tram-600.jpeg', { status: 404 }),
    'a picture narrower than promised': answers('/media/tram-600.jpeg', { status: 200, widthPx: 300, heightPx: 200 }),
    'a picture of another shape': answers('/media/tram-1200.jpeg', { status: 200, widthPx: 1200, heightPx: 1200 }),
  },
  'body/links-real': {
    'a link to nowhere': inText('<p><a href="#">More</a></p>'),
    'a link that runs words': inText('<p><a href="javascript:void(0)">More</a></p>'),
    'a link without words': inText('<p><a href="/city"></a></p>'),
    'a link to a place that is not there': inText('<p><a href="#notes">Notes</a></p>'),
    'a link to no address': inText('<p><a href="https://">More</a></p>'),
  },
  'body/links-answer': { 'a link to a story that is gone': answers('/city/depot-6', { status: 410 }) },
  'body/links-straight': { 'a link to an old address': answers('/city/depot-6', { status: 308 }) },
  'body/blocks': {
    'a block that names a story that is gone': answers('/city/ferry-7', { status: 410 }),
    'a block that names nothing': inText('<aside data-element="related-news"></aside>'),
  },
  'markup/readable': {
    'a block that breaks off': { html: put('{"@context":', '{"@context"') },
    'the words of others': { html: put('"@context":"https://schema.org"', '"@context":"https://elsewhere.example"') },
  },
  'markup/no-gaps': {
    'an empty name': inMarkup('WebSite', (site) => Object.assign(site, { name: '' })),
    'what a program could not say': inStory({ articleSection: 'undefined' }),
    'a picture without a size': inStory({ image: [{ ...PICTURE, width: 0, height: 675 }] }),
  },
  'markup/addresses': {
    'a path alone': inStory({ image: [{ ...PICTURE, url: '/media/a.jpg', width: 1200, height: 675 }] }),
    'a licence without a host': inStory({ image: [{ ...PICTURE, license: 'licence.html', width: 1200, height: 675 }] }),
  },
  'markup/references': {
    'a site that nobody tells of': inStory({ isPartOf: { '@id': 'https://paper.example/#other' } }),
  },
  'markup/paper': {
    'a paper without its sign': inMarkup('NewsMediaOrganization', (paper) => delete paper.logo),
    'a paper without its policies': inMarkup('NewsMediaOrganization', (paper) => delete paper.publishingPrinciples),
    'policies of others': inMarkup('NewsMediaOrganization', (paper) =>
      Object.assign(paper, { correctionsPolicy: 'https://elsewhere.example/' }),
    ),
    'a paper that cannot be reached': inMarkup('NewsMediaOrganization', (paper) => delete paper.contactPoint),
  },
  'markup/site': {
    'a site without search': inMarkup('WebSite', (site) => delete site.potentialAction, VALID_FRONT),
    'a search without words': { of: VALID_FRONT, html: put('{search_term_string}', 'harbour') },
  },
  'markup/one-story': {
    'two stories': inMarkup('WebSite', (site) => Object.assign(site, { hasPart: { '@type': 'NewsArticle' } })),
    'a story that is no news': inStory({ '@type': 'TechArticle' }),
    'no story': inStory({ '@type': 'CreativeWork' }),
  },
  'markup/headline': { 'another headline': inStory({ headline: 'Trams run again' }) },
  'markup/place': {
    'another address': inStory({ url: 'https://paper.example/city/trams-4' }),
    'another page': inStory({ mainEntityOfPage: { '@type': 'WebPage', '@id': 'https://paper.example/' } }),
  },
  'markup/authors': {
    nobody: inStory({ author: [] }),
    'a bare name': inStory({ author: 'Mirela Osei' }),
    'somebody of no kind': inStory({ author: [{ ...PERSON, '@type': 'Thing' }] }),
  },
  'markup/author-names': {
    'two in one': inStory({ author: [{ ...PERSON, name: 'Mirela Osei and Ada Marsh' }] }),
    'a label in the name': inStory({ author: [{ ...PERSON, name: 'By Mirela Osei' }] }),
    'a title in the name': inStory({ author: [{ ...PERSON, name: 'Mirela Osei, transport writer' }] }),
  },
  'markup/author-pages': {
    'an author without the page': inStory({ author: [{ '@type': 'Person', name: 'Mirela Osei' }] }),
  },
  'markup/pictures': {
    'no picture': inStory({ image: [] }),
    'a stamp': inStory({ image: [{ ...PICTURE, width: 200, height: 200 }] }),
    'a picture of unknown size': inStory({ image: [PICTURE] }),
  },
  'markup/picture-shapes': { 'one shape alone': inStory({ image: [{ ...PICTURE, width: 1200, height: 675 }] }) },
  'markup/picture-rights': {
    'a picture of nobody': inStory({ image: [{ '@type': 'ImageObject', url: PICTURE.url, width: 1200, height: 675 }] }),
  },
  'markup/story-complete': {
    'no section': inMarkup('NewsArticle', (story) => delete story.articleSection),
    'no length': inMarkup('NewsArticle', (story) => delete story.wordCount),
    'no paper': inMarkup('NewsArticle', (story) => delete story.publisher),
  },
  'markup/language': { 'another language': inStory({ inLanguage: 'hi' }) },
  'markup/versions': {
    'a version that the head does not list': { html: put(/<link rel="alternate" hreflang="hi"[^>]*>/, '') },
    'versions that the markup does not know': inMarkup('NewsArticle', (story) => delete story.workTranslation),
  },
  'markup/corrections': {
    'a note for readers alone': inMarkup('NewsArticle', (story) => delete story.correction),
    'a note for machines alone': { html: put(/<section id="corrections">.*?<\/section>/s, '') },
  },
  'markup/list': {
    'a page that is no list': inMarkup(
      'CollectionPage',
      (page) => Object.assign(page, { '@type': 'WebPage' }),
      VALID_LIST,
    ),
    'stories out of order': { of: VALID_LIST, html: put('"position":2', '"position":3') },
    'a story that readers cannot find': { of: VALID_LIST, html: put('href="/city/ferry-7"', 'href="/city/bus-8"') },
    'a story twice': {
      of: VALID_LIST,
      html: put('"url":"https://paper.example/city/ferry-7"', '"url":"https://paper.example/city/trams-run-4"'),
    },
  },
  'markup/profile': {
    'somebody else': { of: VALID_AUTHOR, html: put('<h1>Mirela Osei</h1>', '<h1>Ada Marsh</h1>') },
    nobody: inMarkup('ProfilePage', (page) => delete page.mainEntity, VALID_AUTHOR),
  },
  'markup/way': {
    'no way': inMarkup('BreadcrumbList', (way) => Object.assign(way, { itemListElement: [] })),
    'a step without a name': inMarkup('BreadcrumbList', (way) => delete (way.itemListElement as Thing[])[1]?.name),
    'a way to elsewhere': inMarkup('BreadcrumbList', (way) => {
      ;(way.itemListElement as Thing[]).pop()
    }),
  },
  'body/scripts': {
    'a script of others': inText('<script src="https://elsewhere.example/tag.js"></script>'),
    'a script in its own words': inText('<script>count()</script>'),
    'words that run': inText('<p onclick="count()">Press</p>'),
  },
  'body/own-host': {
    'a picture of others': inText('<img src="https://elsewhere.example/x.gif" width="1" height="1" alt=""/>'),
  },
}

function broken({
  of = VALID_ARTICLE,
  html = (same) => same,
  headers = {},
  status = of.status,
  context,
  addresses = {},
}: Break) {
  const valid = validContext()
  const sent = Object.fromEntries(
    Object.entries({ ...of.headers, ...headers }).filter(([, value]) => value !== undefined),
  ) as Record<string, string>
  const response = { ...of, status, html: html(of.html), headers: sent }
  return findingsOn(crawledPage(response), {
    ...valid,
    anonymous: response,
    isInSitemap: of === VALID_ARTICLE,
    ...context,
    addresses: new Map([...valid.addresses, ...Object.entries(addresses)]),
  })
}

it.each([
  ['the story', VALID_ARTICLE],
  ['the front page', VALID_FRONT],
  ['the list', VALID_LIST],
  ['the author', VALID_AUTHOR],
  ['the notice', VALID_NOTICE],
] as const)('nothing is found on %s that keeps every rule', (_name, of) => {
  expect(broken({ of })).toEqual([])
})

it('a live story that tells of its entries, and a story not free for all that says so, keep every rule', () => {
  const isFound = (change: Break, id: string) => broken(change).some(({ rule }) => rule === id)
  expect(broken(asLive({}))).toEqual([])
  const part = { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.locked' }
  const { html } = inStory({ isAccessibleForFree: false, hasPart: part })
  const locked = (page: string) => put('<p>Nobody', '<p class="locked">Nobody')(html?.(page) ?? page)
  expect(isFound({ html: locked }, 'markup/paywall')).toBe(false)
})

it('every rule names a listed source', () => {
  for (const rule of [...RULES, ...DOCUMENT_RULES]) expect(ruleSources(rule)).not.toEqual([])
})

it('every rule has a test that breaks it, and no test breaks a rule that does not exist', () => {
  expect(Object.keys(BREAKS).sort()).toEqual(RULES.map(({ id }) => id).sort())
})

describe.each(RULES.map((rule) => [rule.requirement, rule] as const))('%s', (_requirement, rule) => {
  it.each(Object.entries(BREAKS[rule.id] ?? {}))('%s is found', (_name, change) => {
    const found = broken(change).filter((finding) => finding.rule === rule.id)
    expect(found).not.toEqual([])
    for (const { message, remedy, severity } of found) {
      expect(severity).toBe(rule.severity)
      expect(message).toMatch(/^\p{Lu}.*[.”]$/su)
      expect(remedy).toMatch(/^\p{Lu}.*\.$/su)
    }
  })
})

it('errors stand before advice', () => {
  const severities = broken({ ...without(/<title>.*<\/title>/), context: { responseMs: 5000 } }).map(
    ({ severity }) => severity,
  )
  expect(severities).toEqual([...severities].sort().reverse())
})
