import robotsParser from 'robots-parser'
import { describe, expect, it } from 'vitest'
import { AI_CRAWLERS } from '@/lib/crawlers/ai-crawlers'
import { robotsTxt } from '@/lib/crawlers/robots'
import type { Distribution } from '@/lib/paper/site-settings'

const SITE = 'https://observer.example'
const STORY = '/city/night-ferry-returns-7'
const MAX_BYTES = 500 * 1024 // Google, How Google interprets robots.txt

const SEARCH_ENGINES = [
  'Googlebot',
  'Googlebot-News',
  'Googlebot-Image',
  'Bingbot',
  'Applebot',
  'DuckDuckBot',
  'YandexBot',
]
const PREVIEWS = ['facebookexternalhit', 'Twitterbot', 'LinkedInBot', 'Slackbot']

type Choice = Distribution['aiCrawlers']

function may(choice: Partial<Choice>, agent: string, path: string): boolean {
  const aiCrawlers = { training: true, search: true, visiting: true, ...choice }
  const robots = robotsParser(`${SITE}/robots.txt`, robotsTxt({ siteUrl: SITE, aiCrawlers }))
  return robots.isAllowed(SITE + path, agent) ?? true
}

describe('robots.txt', () => {
  it.each(['/admin', '/admin/articles/7', '/api/desk/articles', '/api/auth/sign-in/email', '/preview/abc'])(
    'closes %s to everybody',
    (path) => {
      for (const agent of [...SEARCH_ENGINES, ...AI_CRAWLERS.search, 'SomeBot'])
        expect(may({}, agent, path)).toBe(false)
    },
  )

  it.each([
    ...['/', STORY, '/city', '/topics/harbour', '/search?q=tram', '/sitemap.xml', '/media/a-800.jpeg', '/rss.xml'],
    ...['/administration', '/previews/last-night-8', '/api/v1/articles', '/api/oembed?url=x', '/_next/static/a.css'],
  ])('leaves %s open to everybody', (path) => {
    for (const agent of [...SEARCH_ENGINES, ...PREVIEWS, 'SomeBot']) expect(may({}, agent, path), agent).toBe(true)
  })

  const purposes = Object.keys(AI_CRAWLERS) as (keyof Choice)[]

  it.each(purposes)('shuts out programs for %s when the paper says so, and nobody else', (purpose) => {
    for (const other of purposes) {
      for (const agent of AI_CRAWLERS[other]) {
        expect(may({ [purpose]: false }, agent, STORY), agent).toBe(other !== purpose)
      }
    }
  })

  it('never disallows a search engine or a link preview, for any setting of AI crawlers', () => {
    const none = { training: false, search: false, visiting: false }
    for (const agent of [...SEARCH_ENGINES, ...PREVIEWS]) expect(may(none, agent, STORY), agent).toBe(true)
  })

  it('names both sitemaps by absolute URLs', () => {
    const text = robotsTxt({ siteUrl: SITE, aiCrawlers: { training: false, search: false, visiting: false } })
    const robots = robotsParser(`${SITE}/robots.txt`, text)
    expect(robots.getSitemaps()).toEqual([`${SITE}/sitemap.xml`, `${SITE}/news-sitemap.xml`])
    expect(Buffer.byteLength(text)).toBeLessThan(MAX_BYTES)
  })

  it('lists no crawler for two purposes', () => {
    const names = Object.values(AI_CRAWLERS).flat()
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
  })
})
