import { expect, test } from 'vitest'
import type { OutboxEvent } from '@/lib/deliveries/outbox-event'
import { changedFeeds, webSubRequest } from '@/lib/deliveries/web-sub'

const SITE = 'https://observer.example'

const EVENT: OutboxEvent = {
  key: '7:2',
  event: 'published',
  happenedAt: new Date(0),
  article: {
    id: 7,
    version: 2,
    headline: 'Ferries',
    path: '/ferries/f-7',
    formerPath: null,
    publishedAt: null,
    updatedAt: null,
    section: { slug: 'ferries', name: 'Ferries' },
    lists: { sections: ['ferries', 'transport'], topics: ['harbour'], authors: ['mara-quill'] },
  },
}

test('a story changes the feeds of the site, its sections up the tree, its topics and its authors, in every format', () => {
  const feeds = changedFeeds([EVENT, EVENT], SITE)
  expect(feeds).toHaveLength(15)
  for (const list of ['', '/ferries', '/transport', '/topics/harbour', '/authors/mara-quill']) {
    for (const format of ['rss.xml', 'atom.xml', 'feed.json']) expect(feeds).toContain(`${SITE}${list}/${format}`)
  }
})

test('a hub gets one form with a field for each feed [websub-publish]', () => {
  const { method, url, headers, body } = webSubRequest([`${SITE}/rss.xml`, `${SITE}/city/rss.xml`], {
    kind: 'websub',
    address: 'https://hub.example/',
  })
  expect([method, url]).toEqual(['POST', 'https://hub.example/'])
  expect(headers['Content-Type']).toBe('application/x-www-form-urlencoded')
  expect([...new URLSearchParams(body)]).toEqual([
    ['hub.mode', 'publish'],
    ['hub.url', 'https://observer.example/rss.xml'],
    ['hub.url', 'https://observer.example/city/rss.xml'],
  ])
})
