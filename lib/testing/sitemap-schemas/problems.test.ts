import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { indexEntry, SITEMAPINDEX, URLSET, urlEntry } from '@/lib/sitemaps/entry'
import { newsSitemap, newsSitemapIndex } from '@/lib/sitemaps/news'
import { limitProblems, sitemapProblems } from '@/lib/testing/sitemap-schemas/problems'

const SITE = 'https://observer.example'
const CHECKING = { siteUrl: SITE, read: (file: string) => readFileSync(file, 'utf8') }
const STORY = {
  address: `${SITE}/city/night-ferry-returns-7`,
  modified: '2026-11-23T14:02:00+00:00',
  picture: `${SITE}/media/0123456789abcdef-1600.jpeg`,
  versions: [
    { language: 'en', address: `${SITE}/city/night-ferry-returns-7` },
    { language: 'pt-BR', address: `${SITE}/city/volta-o-barco-8` },
    { language: 'x-default', address: `${SITE}/city/night-ferry-returns-7` },
  ],
}
const PAGE = { address: `${SITE}/about`, modified: null, picture: null, versions: [] }
const URLS = URLSET.start + urlEntry(STORY) + urlEntry(PAGE) + URLSET.end
const INDEX = SITEMAPINDEX.start + indexEntry(STORY) + SITEMAPINDEX.end
const NEWS_STORY = {
  address: STORY.address,
  headline: 'Ferries & trams: <both> late',
  language: 'zh-Hant',
  published: STORY.modified,
}
const NEWS = newsSitemap([NEWS_STORY], 'The Linnet Observer')

describe('a sitemap', () => {
  it.each([
    ['of stories and pages', URLS],
    ['of sitemaps', INDEX],
    ['of news', NEWS],
    ['of no news', newsSitemap([], 'The Linnet Observer')],
    ['of sitemaps of news', newsSitemapIndex([{ address: `${SITE}/news-sitemap-1.xml`, modified: STORY.modified }])],
  ])('%s is valid', async (_of, xml) => {
    expect(await sitemapProblems(xml, CHECKING)).toEqual([])
  })

  it.each<[string, string, RegExp | string, string]>([
    ['an address without its site', URLS, `<loc>${SITE}/about`, '<loc>/about'],
    ['an address of another site', URLS, `<loc>${SITE}/about`, '<loc>https://elsewhere.example/about'],
    ['an address twice', URLS, `<loc>${SITE}/about`, `<loc>${STORY.address}`],
    ['an address of more than 2,048 characters', URLS, '/about', `/about${'x'.repeat(2048)}`],
    ['an entry without an address', URLS, `<loc>${SITE}/about</loc>`, ''],
    ['a date that is none', URLS, STORY.modified, '23 November 2026'],
    ['a date before the address', URLS, /(<loc>[^<]*<\/loc>)(<lastmod>[^<]*<\/lastmod>)/, '$2$1'],
    ['a picture without an address', URLS, /<image:loc>.*?<\/image:loc>/, ''],
    ['a picture at half an address', URLS, `<image:loc>${SITE}`, '<image:loc>'],
    ['what Google no longer reads of a picture', URLS, '</image:loc>', '</image:loc><image:title>Ferry</image:title>'],
    ['a version without its language', URLS, ' hreflang="pt-BR"', ''],
    ['a version in a language that is none', URLS, '"pt-BR"', '"Portuguese"'],
    ['a version at half an address', URLS, `href="${SITE}/city/volta`, 'href="/city/volta'],
    ['a bare ampersand', URLS, '/about', '/about?a&b'],
    ['an element of nobody', URLS, '</url>', '<priority2>1</priority2></url>'],
    ['an index of nothing', INDEX, /<sitemap>.*<\/sitemap>/, ''],
    ['an index with a date without zone', INDEX, '+00:00', ''],
    ['news without a title', NEWS, /<news:title>.*<\/news:title>/, ''],
    ['news with an empty title', NEWS, /<news:title>.*<\/news:title>/, '<news:title> </news:title>'],
    ['news without its first publication', NEWS, /<news:publication_date>.*<\/news:publication_date>/, ''],
    ['news of a day and no instant', NEWS, 'T14:02:00+00:00', ''],
    ['news of an instant without its zone', NEWS, '+00:00', ''],
    ['news without the name of the paper', NEWS, /<news:name>.*<\/news:name>/, ''],
    ['news without a language', NEWS, /<news:language>.*<\/news:language>/, ''],
    ['news in a language with its script', NEWS, 'zh-tw', 'zh-Hant'],
    ['news twice of one story', NEWS, /(<news:news>.*<\/news:news>)/, '$1$1x'],
  ])('with %s is not', async (_fault, xml, found, instead) => {
    const mutated = xml.replace(found, instead)
    expect(mutated).not.toBe(xml)
    expect(await sitemapProblems(mutated, CHECKING)).not.toEqual([])
  })

  it('with more than 50,000 addresses, 1,000 news stories or 50 MB is not valid', () => {
    const many = Array.from({ length: 50_001 }, () => urlEntry(PAGE)).join('')
    expect(limitProblems(URLSET.start + many + URLSET.end)).toEqual(['50001 addresses are too many'])
    const news = Array.from({ length: 1001 }, () => NEWS_STORY)
    expect(limitProblems(newsSitemap(news, 'Observer'))).toEqual(['1001 stories are too many for Google News'])
    expect(limitProblems(URLSET.start + ' '.repeat(52_428_800) + URLSET.end)).toEqual([
      expect.stringContaining('bytes are too many'),
    ])
  })
})
