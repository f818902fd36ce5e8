import { describe, expect, test } from 'vitest'
import {
  feedPath,
  newsSitemapPath,
  oEmbedPath,
  parseFeedPath,
  parseNewsSitemapPath,
  parseSocialCardPath,
  socialCardPath,
} from '@/lib/addresses/document-paths'

describe('the path of a feed is below that of its list', () => {
  test.each([
    ['/', 'rss.xml', '/rss.xml'],
    ['/city', 'atom.xml', '/city/atom.xml'],
    ['/topics/harbour', 'feed.json', '/topics/harbour/feed.json'],
  ] as const)('%s as %s', (list, format, path) => {
    expect(feedPath(list, format)).toBe(path)
    expect(parseFeedPath(path)).toEqual({ list, format })
  })

  test('the path of a list is not that of a feed', () => expect(parseFeedPath('/city')).toBeNull())
})

test('the files of the news sitemap are numbered from 1', () => {
  expect(parseNewsSitemapPath(newsSitemapPath(2))).toBe(2)
  expect(parseNewsSitemapPath('/news-sitemap-0.xml')).toBeNull()
  expect(parseNewsSitemapPath('/news-sitemap.xml')).toBeNull()
})

test('the path of a card contains the id and the hash of what is drawn', () => {
  expect(parseSocialCardPath(socialCardPath({ id: 42, hash: 'ab12' }))).toEqual({ id: 42, hash: 'ab12' })
  expect(parseSocialCardPath(socialCardPath({ id: 'paper', hash: 'ab12' }))).toEqual({ id: 'paper', hash: 'ab12' })
  expect(parseSocialCardPath('/cards/0-ab12.png')).toBeNull()
})

test('an oEmbed address contains the whole address of the page', () => {
  const address = 'https://paper.example/city/a&b-42?x=1'
  expect(new URL(`https://x${oEmbedPath(address, 'xml')}`).searchParams.get('url')).toBe(address)
})
