import { expect, it } from 'vitest'
import { crawledPage } from '@/lib/crawler-check/crawled-page'

const page = (html: string, { path = '/city/trams-run-4', status = 200 } = {}) =>
  crawledPage({ url: `https://paper.example${path}`, status, headers: {}, html })

it('the head keeps duplicates', () => {
  const { head } = page('<head><title>Trams</title><title>Run</title><link rel="canonical" href="/a"></head>')
  expect(head.titles).toEqual(['Trams', 'Run'])
  expect(head.canonicals).toEqual(['/a'])
})

it('versions in other languages and feeds are distinguished', () => {
  const { head } = page(
    '<link rel="alternate" hreflang="hi" href="/x"><link rel="alternate" type="application/rss+xml" title="All" href="/rss.xml">',
  )
  expect(head.alternates).toEqual([{ hreflang: 'hi', href: '/x' }])
  expect(head.feeds).toEqual([{ type: 'application/rss+xml', title: 'All', href: '/rss.xml' }])
})

it('a block of JSON-LD that is not valid JSON is listed separately', () => {
  const { jsonLd, brokenJsonLd } = page(
    '<script type="application/ld+json">{"a":1}</script><script type="application/ld+json">{"a":</script>',
  )
  expect(jsonLd).toEqual([{ a: 1 }])
  expect(brokenJsonLd).toEqual(['{"a":'])
})

it.each([
  ['/', 200, 'front'],
  ['/city', 200, 'list'],
  ['/city/page/2', 200, 'list'],
  ['/topics/harbour', 200, 'list'],
  ['/corrections', 200, 'list'],
  ['/authors/mirela-osei', 200, 'author'],
  ['/authors/mirela-osei/page/2', 200, 'author'],
  ['/city/trams-run-4', 200, 'article'],
  ['/city/trams-run-4', 410, 'absent'],
  ['/about', 200, 'paper'],
  ['/search?q=tram', 200, 'search'],
] as const)('%s answered with %i is a page of the kind “%s”', (path, status, kind) => {
  expect(page('', { path, status }).kind).toBe(kind)
})
