import { expect, it } from 'vitest'
import { parseSitemapFilePath, type SitemapFile, sitemapFilePath } from '@/lib/sitemaps/addresses'

it.each<[SitemapFile, string]>([
  [{ kind: 'stories', month: '2026-11', part: 1 }, '/sitemaps/stories-2026-11.xml'],
  [{ kind: 'stories', month: '2026-11', part: 2 }, '/sitemaps/stories-2026-11-2.xml'],
  [{ kind: 'topics', part: 1 }, '/sitemaps/topics.xml'],
  [{ kind: 'authors', part: 12 }, '/sitemaps/authors-12.xml'],
])('%o has the path %s', (file, path) => {
  expect(sitemapFilePath(file)).toBe(path)
  expect(parseSitemapFilePath(path)).toEqual(file)
})

it.each([
  '/sitemaps/stories.xml',
  '/sitemaps/stories-2026-13.xml',
  '/sitemaps/stories-2026-00.xml',
  '/sitemaps/stories-2026-11-1.xml',
  '/sitemaps/stories-2026-11-02.xml',
  '/sitemaps/stories-2026-11-0.xml',
  '/sitemaps/readers.xml',
  '/sitemaps/topics',
  '/sitemaps/',
  '/topics.xml',
])('%s is not the path of a sitemap', (path) => {
  expect(parseSitemapFilePath(path)).toBeNull()
})
