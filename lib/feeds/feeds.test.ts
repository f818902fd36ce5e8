import { parseFeed } from '@rowanmanning/feed-parser'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { DomUtils, parseDocument } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { atom } from '@/lib/feeds/atom'
import type { Feed } from '@/lib/feeds/feed'
import { jsonFeed } from '@/lib/feeds/json-feed'
import { rss } from '@/lib/feeds/rss'
import { storyId } from '@/lib/feeds/story-id'
import { aFeed, PLAIN_STORY, SITE_URL, TRAMS_STORY, WITHDRAWN_STORY } from '@/lib/testing/feed-fixtures'
import { atomProblems } from '@/lib/testing/feed-rules/atom-rules'
import { jsonFeedProblems } from '@/lib/testing/feed-rules/json-feed-rules'
import { rssProblems } from '@/lib/testing/feed-rules/rss-rules'
import { NAUGHTY_STRINGS } from '@/lib/testing/hostile-strings/hostile-strings'

const FORMATS: [string, typeof rss, (feed: string) => string[] | Promise<string[]>][] = [
  ['RSS', rss, rssProblems],
  ['Atom', atom, atomProblems],
  ['JSON Feed', jsonFeed, jsonFeedProblems],
]
const iso = (instant: Date | null) => instant?.toISOString()

const TRAMS = 'urn:uuid:01a1f82f-1e80-8000-8000-00000000002a'

describe('the id of a story', () => {
  it('is made only of its instant of creation and its id in the store, which never change [feed-item-ids]', () => {
    expect(storyId(TRAMS_STORY)).toBe(TRAMS)
    const later = { ...TRAMS_STORY, headline: 'Another', path: '/world/another-42', publishedAt: new Date(0) }
    expect(storyId(later)).toBe(TRAMS)
  })

  it('is a UUID of version 8 for any id, and no two are the same', () => {
    const begun = [TRAMS_STORY.createdAt, new Date('1911-03-02T06:00:00Z'), new Date(0)]
    const ids = [1, 42, 999_999_999_999_999].flatMap((id) => begun.map((createdAt) => storyId({ id, createdAt })))
    for (const id of ids)
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(new Set(ids).size).toBe(9)
  })
})

describe.each(FORMATS)('%s', (_name, write, problems) => {
  it.each([
    ['of whole stories', aFeed()],
    ['of summaries', aFeed([TRAMS_STORY, PLAIN_STORY], { feedText: 'summary' })],
    ['without a hub', aFeed([TRAMS_STORY], { hubs: [] })],
    ['without a story', aFeed([])],
  ])('%s is valid', async (_of, feed) => {
    expect(await problems(write(feed))).toEqual([])
  })

  it('names no subject of a story twice, also when a topic and the section have the same name', () => {
    expect(aFeed().items[0]?.subjects).toEqual(['City', 'Harbour'])
  })

  it('with summaries has the picture and the standfirst, and no more of the text', () => {
    const summary = write(aFeed([TRAMS_STORY], { feedText: 'summary' }))
    expect(summary).not.toContain('Sails')
    expect(summary).toMatch(/img src=.{1,8}https:\/\/broadsheet\.example\/media\/bridge-1200\.jpeg/)
    expect(write(aFeed([TRAMS_STORY]))).toContain('Sails')
    expect(write(aFeed([PLAIN_STORY], { feedText: 'summary' }))).not.toContain('<content')
  })

  it('is valid with a story that was withdrawn without a reason, and without any', async () => {
    const withdrawn = [{ ...WITHDRAWN_STORY, reason: '' }]
    expect(await problems(write(aFeed(undefined, { withdrawn })))).toEqual([])
    expect(await problems(write(aFeed(undefined, { withdrawn: [] })))).toEqual([])
  })

  it('is valid with hostile strings in every place', async () => {
    const strings = NAUGHTY_STRINGS.filter((string) => /[\p{L}\p{N}]/u.test(string))
    const stories = strings.map((string, place) => ({
      ...TRAMS_STORY,
      id: place + 1,
      headline: string,
      standfirst: string,
      dateline: string,
      topics: [{ id: 1, slug: 'x', name: string, description: string }],
      bylines: [{ name: string, authorSlug: null }],
      leadPicture: TRAMS_STORY.leadPicture && {
        ...TRAMS_STORY.leadPicture,
        alt: string,
        caption: string,
        credit: string,
      },
    }))
    expect(await problems(write(aFeed(stories)))).toEqual([])
  }, 60_000)
})

describe.each([
  // Few readers of RSS read the update of an item; this parser does not.
  ['RSS', rss, TRAMS_STORY.publishedAt],
  ['Atom', atom, TRAMS_STORY.updatedAt],
])('a feed reader of %s', (_name, write, updated) => {
  const read = () => parseFeed(write(aFeed())).toJSON()

  it('finds every story with its id, dates, authors, subjects, summary and text', () => {
    const [first, second] = read().items
    expect(first).toMatchObject({
      id: TRAMS,
      url: `${SITE_URL}/city/trams-run-42`,
      title: TRAMS_STORY.headline,
      published: iso(TRAMS_STORY.publishedAt),
      updated: iso(updated),
    })
    expect(first?.authors.map(({ name }) => name)).toEqual(['Mirela Osei', 'A guest'])
    expect(first?.categories.map(({ term }) => term)).toEqual(['City', 'Harbour'])
    expect(first?.content).toContain('<p>Harbour Pier — Sails ')
    expect(second).toMatchObject({ published: iso(PLAIN_STORY.publishedAt), updated: iso(PLAIN_STORY.publishedAt) })
  })

  it('finds the feed, its page and the newest change', () => {
    const { title, url, self, language, ...feed } = read()
    expect({ title, url, updated: feed.updated, language }).toEqual({
      title: 'City – The Broadsheet',
      url: `${SITE_URL}/city`,
      updated: iso(TRAMS_STORY.updatedAt),
      language: 'en',
    })
    expect(self).toMatch(/^https:\/\/broadsheet\.example\/city\/(?:rss|atom)\.xml$/)
  })
})

/** What the second feed reader finds in any format. */
interface Read {
  id: string | undefined
  url: string | undefined
  title: string | undefined
  published: string | undefined
  authors: (string | undefined)[]
  content: string | undefined
  picture: string | undefined
}

const READERS: [string, (feed: Feed) => string, (text: string) => Read | undefined][] = [
  [
    'RSS',
    rss,
    (text) => {
      const item = parseRssFeed(text).items?.[0]
      return {
        id: item?.guid?.value,
        url: item?.link,
        title: item?.title,
        published: item?.pubDate,
        authors: item?.dc?.creators ?? [],
        content: item?.content?.encoded,
        picture: item?.media?.contents?.[0]?.url,
      }
    },
  ],
  [
    'Atom',
    atom,
    (text) => {
      const entry = parseAtomFeed(text).entries?.[0]
      return {
        id: entry?.id,
        url: entry?.links?.[0]?.href,
        published: entry?.published,
        title: entry?.title?.value,
        content: entry?.content?.value,
        authors: entry?.authors?.map(({ name }) => name) ?? [],
        picture: entry?.media?.contents?.[0]?.url,
      }
    },
  ],
  [
    'JSON Feed',
    jsonFeed,
    (text) => {
      const item = parseJsonFeed(text).items?.[0]
      return {
        id: item?.id,
        url: item?.url,
        title: item?.title,
        published: item?.date_published,
        authors: item?.authors?.map(({ name }) => name) ?? [],
        content: item?.content_html,
        picture: item?.image,
      }
    },
  ],
]

it.each(READERS)('a second feed reader finds every part of a story in %s', (_name, write, first) => {
  for (const feedText of ['full', 'summary'] as const) {
    const { published = '', content = '', ...read } = first(write(aFeed(undefined, { feedText }))) ?? {}
    expect(read).toEqual({
      id: TRAMS,
      url: `${SITE_URL}/city/trams-run-42`,
      title: TRAMS_STORY.headline,
      authors: ['Mirela Osei', 'A guest'],
      picture: `${SITE_URL}/media/bridge-1200.jpeg`,
    })
    expect(new Date(published)).toEqual(TRAMS_STORY.publishedAt)
    const words = DomUtils.textContent(parseDocument(content))
    expect(words.split(TRAMS_STORY.standfirst)).toHaveLength(2)
    expect(words.includes('The fare is 2 crowns.')).toBe(feedText === 'full')
  }
})

it('a follower of Atom is told which stories to delete, and why [feed-tombstones]', () => {
  expect(atom(aFeed())).toContain(
    `<at:deleted-entry ref="${storyId(WITHDRAWN_STORY)}" when="2026-11-22T09:30:00+00:00">` +
      '<at:comment>The boats never sailed &amp; the &lt;board&gt; said so.</at:comment></at:deleted-entry>',
  )
})

it('the standfirst is plain text in every format', () => {
  expect(rss(aFeed())).toContain(
    '<description>The first one left at 5.12 &amp;amp; nobody &amp;lt;b&amp;gt;minded&amp;lt;/b&amp;gt;.</description>',
  )
  expect(atom(aFeed())).toContain(
    '<summary>The first one left at 5.12 &amp; nobody &lt;b&gt;minded&lt;/b&gt;.</summary>',
  )
  expect(JSON.parse(jsonFeed(aFeed())).items[0].summary).toBe(TRAMS_STORY.standfirst)
})

it('instants have the UTC offset of the paper, in summer and in winter', () => {
  expect(atom(aFeed())).toContain('<published>2026-07-23T06:30:00+01:00</published>')
  expect(atom(aFeed())).toContain('<updated>2026-11-23T12:00:00+00:00</updated>')
  expect(rss(aFeed())).toContain('<pubDate>Thu, 23 Jul 2026 05:30:00 GMT</pubDate>')
  expect(JSON.parse(jsonFeed(aFeed())).items[1].date_published).toBe('2026-07-01T23:45:30+01:00')
})

it('an empty feed has no date except the one that Atom requires', () => {
  expect(rss(aFeed([]))).not.toMatch(/Date|updated/)
  expect(atom(aFeed([]))).toContain('<updated>1970-01-01T01:00:00+01:00</updated>')
})

it('the id of a feed stays when its list gets another address [feed-ids]', () => {
  expect(aFeed().id).toBe(`${SITE_URL}/#section-3`)
})
