import { eq } from 'drizzle-orm'
import { DomUtils, parseDocument } from 'htmlparser2'
import { addReceiver, switchOff, switchOn } from '@/db/deliveries/receivers'
import { rename, reviseArticle, writeArticle } from '@/db/editing/writing'
import { renameSection } from '@/db/paper/sections'
import { changeSiteSettings } from '@/db/paper/site'
import { correct, update } from '@/db/publishing/changes'
import { publish, republish, schedule, withdraw } from '@/db/publishing/publishing'
import { authors, sections, topics } from '@/db/store/schema'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { demoStory, publicStory, sectionId } from '@/e2e/testing/demo-story'
import { Follower, feedProblems, storiesIn } from '@/e2e/testing/feed-follower'
import { expect, Paper, test } from '@/e2e/testing/paper'
import { fetchFrom, type SiteResponse } from '@/e2e/testing/site-response'
import { FEED_FORMATS, type FeedFormat, feedPath } from '@/lib/addresses/document-paths'
import { authorPath, sectionPath, topicPath } from '@/lib/addresses/paths'
import { DEFAULT_DISTRIBUTION } from '@/lib/paper/site-settings'
import { type Saver, withoutAccount } from '@/lib/revisions/saver'

const TYPES: Record<FeedFormat, string> = {
  'rss.xml': 'application/rss+xml; charset=utf-8',
  'atom.xml': 'application/atom+xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
}

/** The address of every feed of the paper. */
async function everyFeed({ db }: Paper): Promise<string[]> {
  const slugs = async (table: typeof sections | typeof topics | typeof authors) =>
    (await db.select({ slug: table.slug }).from(table)).map(({ slug }) => slug)
  const lists = [
    '/',
    ...(await slugs(sections)).map((slug) => sectionPath(slug)),
    ...(await slugs(topics)).map((slug) => topicPath(slug)),
    ...(await slugs(authors)).map((slug) => authorPath(slug)),
  ]
  return lists.flatMap((list) => FEED_FORMATS.map((format) => feedPath(list, format)))
}

test('every feed of every list is valid, readable from any origin, and has a self link [feed-addresses]', async ({
  paper,
}) => {
  test.setTimeout(240_000)
  const feeds = await everyFeed(paper)
  expect(feeds.length).toBeGreaterThan(100)
  const addresses = new Set<string>()
  for (const path of feeds) {
    const answer = await fetchFrom(paper, path)
    expect(answer.status, path).toBe(200)
    expect(await feedProblems(answer), path).toEqual([])
    expect(answer.headers, path).toMatchObject({
      'content-type': TYPES[path.slice(path.lastIndexOf('/') + 1) as FeedFormat],
      'access-control-allow-origin': '*',
      link: `<${paper.url}${path}>; rel="self"`,
    })
    expect(answer.body, path).toContain(`${paper.url}${path}`)
    for (const { url, content } of storiesIn(answer)) {
      addresses.add(url)
      for (const address of addressesIn(content)) if (address.startsWith(paper.url)) addresses.add(address)
    }
  }
  for (const address of addresses) {
    expect(address.startsWith(paper.url), address).toBe(true)
    expect((await fetchFrom(paper, address.slice(paper.url.length), { method: 'HEAD' })).status, address).toBe(200)
  }
})

test('the three formats of a list have the same stories, the newest of its page', async ({ paper }) => {
  for (const list of ['/', '/transport', '/topics/trams', '/authors/mirela-osei']) {
    const [rss = [], atom, json] = await Promise.all(
      FEED_FORMATS.map(async (format) => toldIn(await fetchFrom(paper, feedPath(list, format)))),
    )
    expect(rss.length, list).toBeGreaterThan(2)
    expect(atom, list).toEqual(rss)
    expect(json, list).toEqual(rss)
    if (list === '/') continue
    const page = await fetchFrom(paper, list)
    for (const { url } of rss.slice(0, 5)) expect(page.linksTo(new URL(url).pathname), url).not.toEqual([])
  }
})

test('an unchanged feed is answered 304, and HEAD has the headers of GET', async ({ paper }) => {
  for (const path of FEED_FORMATS.map((format) => feedPath('/', format))) {
    for (const encoding of ['identity', 'gzip', 'br']) {
      const accepted = { 'Accept-Encoding': encoding }
      const { headers } = await fetchFrom(paper, path, { headers: accepted })
      expect(headers.etag, path).toMatch(/^"[\w.-]+"$/)
      const statusWith = async (validators: Record<string, string>) =>
        (await fetchFrom(paper, path, { headers: { ...accepted, ...validators } })).status
      expect(await statusWith({ 'If-None-Match': headers.etag ?? '' })).toBe(304)
      expect(await statusWith({ 'If-None-Match': '"other"' })).toBe(200)
      expect(await statusWith({ 'If-Modified-Since': headers['last-modified'] ?? '' })).toBe(304)
      expect(await statusWith({ 'If-Modified-Since': new Date(0).toUTCString() })).toBe(200)
    }
    const [got, head] = [await fetchFrom(paper, path), await fetchFrom(paper, path, { method: 'HEAD' })]
    expect(head.body).toBe('')
    for (const name of ['content-type', 'content-length', 'etag', 'last-modified', 'link', 'surrogate-key']) {
      expect(head.headers[name], name).toBe(got.headers[name])
    }
  }
})

test('a list that does not exist has no feed, and other spellings redirect to the canonical address', async ({
  paper,
}) => {
  for (const list of ['/nowhere', '/topics/nowhere', '/authors/nobody', '/about', '/corrections', '/city/nowhere']) {
    for (const format of FEED_FORMATS) expect((await fetchFrom(paper, feedPath(list, format))).status, list).toBe(404)
  }
  expect(await fetchFrom(paper, '/City/RSS.xml')).toMatchObject({ status: 308, location: '/city/rss.xml' })
})

test('every feed names the hubs that are notified of it while they are switched on [feed-hubs]', async ({
  ownPaper: paper,
}) => {
  const now = PRINTED_AT
  const terms = { kind: 'websub' as const, address: 'https://hub.example/' }
  const { id } = await addReceiver(paper.db, { name: 'A hub', terms, now })
  const naming = async () => {
    await paper.catchUp()
    const answers = await Promise.all(FEED_FORMATS.map((format) => fetchFrom(paper, feedPath('/city', format))))
    for (const answer of answers) expect(await feedProblems(answer)).toEqual([])
    return answers.filter(
      ({ body, headers }) => body.includes(terms.address) && headers.link?.includes(`, <${terms.address}>; rel="hub"`),
    ).length
  }
  expect(await naming()).toBe(0)
  await switchOn(paper.db, { id, now })
  expect(await naming()).toBe(FEED_FORMATS.length)
  await switchOff(paper.db, { id, now })
  expect(await naming()).toBe(0)
})

test('feeds have summaries when the setting says so', async ({ ownPaper: paper }) => {
  const distribution = { ...DEFAULT_DISTRIBUTION, feedText: 'summary' as const }
  const whole = await fetchFrom(paper, '/rss.xml')
  await changeSiteSettings(paper.db, { changes: { distribution }, now: PRINTED_AT })
  await paper.catchUp()
  for (const format of FEED_FORMATS) {
    const answer = await fetchFrom(paper, feedPath('/', format))
    expect(await feedProblems(answer)).toEqual([])
    expect(answer.body.length).toBeLessThan(whole.body.length / 2)
    expect(answer.body).not.toContain('Also read')
  }
})

test.describe('a follower of the feeds', () => {
  /** These tests change one paper, one after another; its clock only goes forward. */
  let paper: Paper
  let at = PRINTED_AT
  let id = 0
  let name = ''
  const feeds: Follower[] = []
  const published = new Date(PRINTED_AT.getTime() + 3_600_000)
  let updated = published

  test.beforeAll(async () => {
    paper = await Paper.start()
    for (const list of ['/', '/transport', '/topics/trams', '/authors/mirela-osei']) {
      for (const format of FEED_FORMATS) feeds.push(new Follower(paper, feedPath(list, format)))
    }
    for (const feed of feeds) await feed.look()
  })
  test.afterAll(() => paper.close())

  /** Moves the clock by an hour, makes a change, and lets every follower request its feed again. */
  async function hourLater(work: (act: { id: number; by: Saver; now: Date }) => Promise<unknown>) {
    at = new Date(at.getTime() + 3_600_000)
    paper.moveClockTo(at)
    const done = await work({ id, by: withoutAccount('The desk'), now: at })
    expect(done ?? {}).not.toHaveProperty('problems')
    await paper.catchUp()
    return Promise.all(feeds.map(async (feed) => ({ feed, ...(await feed.look()) })))
  }

  test('sees a published story as new, once, in every feed of its lists', async () => {
    const topicIds = (await paper.db.select({ id: topics.id }).from(topics).where(eq(topics.slug, 'trams'))).map(
      (topic) => topic.id,
    )
    const [author] = await paper.db.select().from(authors).where(eq(authors.slug, 'mirela-osei'))
    const transport = await sectionId(paper, 'transport')
    const named = await demoStory(paper, 'tram-line-4')
    const polled = await hourLater(async (act) => {
      const draft = {
        headline: 'Last tram leaves later',
        standfirst: 'From Monday.',
        kind: 'news' as const,
        language: 'en',
        sectionId: transport,
        topicIds,
        bylines: [{ authorId: author?.id ?? 0, name: null }],
        body: [
          { type: 'paragraph' as const, id: 'e1', text: [{ text: 'It leaves at one.' }] },
          { type: 'also-read' as const, id: 'e2', target: { kind: 'article' as const, article: named.id } },
        ],
      }
      id = await writeArticle(paper.db, { draft, by: act.by, now: PRINTED_AT })
      return publish(paper.db, { ...act, id })
    })
    const { path } = await publicStory(paper, id)
    for (const { feed, added, changed, gone } of polled) {
      expect({ changed, gone: gone.length < 2 }, feed.path).toEqual({ changed: [], gone: true })
      expect(added, feed.path).toMatchObject([
        {
          url: paper.url + path,
          title: 'Last tram leaves later',
          published: published.toISOString(),
          updated: published.toISOString(),
        },
      ])
      name ||= added[0]?.id ?? ''
      expect(added[0]?.id, feed.path).toBe(name)
      expect(addressesIn(added[0]?.content ?? '')).toContain(paper.url + named.path)
    }
  })

  test('sees an update and a correction as changes of the story, with their dates [feed-dates]', async () => {
    const body = [{ type: 'paragraph' as const, id: 'e1', text: [{ text: 'It leaves at half past one.' }] }]
    const changes = [
      ['half past one', (act) => update(paper.db, { ...act, change: { body } })],
      ['An earlier version said one.', (act) => correct(paper.db, { ...act, note: 'An earlier version said one.' })],
    ] as [string, Parameters<typeof hourLater>[0]][]
    for (const [words, work] of changes) {
      for (const { feed, added, changed, gone } of await hourLater(work)) {
        expect({ added, gone }, feed.path).toEqual({ added: [], gone: [] })
        expect(changed, feed.path).toMatchObject([
          { id: name, published: published.toISOString(), updated: at.toISOString() },
        ])
        expect(changed[0]?.content, feed.path).toContain(words)
      }
    }
    updated = at
  })

  test('sees another headline and address under the same id, without a new date [feed-item-ids] [feed-dates]', async () => {
    const polled = await hourLater((act) => rename(paper.db, { ...act, headline: 'Night trams', slug: 'night-trams' }))
    const { path } = await publicStory(paper, id)
    expect(path).toContain('night-trams')
    for (const { feed, added, changed } of polled) {
      expect(added, feed.path).toEqual([])
      expect(changed, feed.path).toMatchObject([
        {
          id: name,
          title: 'Night trams',
          url: paper.url + path,
          published: published.toISOString(),
          updated: updated.toISOString(),
        },
      ])
    }
  })

  test('sees links of a story with the present headline of their target, and no link once it is withdrawn', async () => {
    const target = await demoStory(paper, 'tram-line-4')
    const naming = (answer: SiteResponse) =>
      storiesIn(answer).filter(({ content }) => content.includes(target.headline))
    const [before] = naming(await fetchFrom(paper, '/feed.json'))
    expect(before?.content).toContain(paper.url + target.path)
    const polled = await hourLater((act) =>
      rename(paper.db, { ...act, id: target.id, headline: 'Trams to the harbour', slug: 'trams-to-the-harbour' }),
    )
    expect(polled.every(({ added }) => added.length === 0)).toBe(true)
    const renamed = await publicStory(paper, target.id)
    const after = storiesIn(await fetchFrom(paper, '/feed.json')).find((story) => story.id === before?.id)
    expect(after?.content).toContain(paper.url + renamed.path)
    expect(after).toMatchObject({ updated: before?.updated })
    for (const path of FEED_FORMATS.map((format) => feedPath('/', format))) {
      expect((await fetchFrom(paper, path)).body).not.toContain(target.path)
    }
    await hourLater((act) => withdraw(paper.db, { ...act, id: target.id, reason: '' }))
    for (const { path } of feeds) expect((await fetchFrom(paper, path)).body, path).not.toContain(renamed.path)
  })

  test('finds a story that moved in its new section under the same id', async () => {
    const world = new Follower(paper, '/world/atom.xml')
    await world.look()
    const move = { sectionId: await sectionId(paper, 'world') }
    const polled = await hourLater((act) => reviseArticle(paper.db, { ...act, change: move, reason: 'moved' }))
    for (const { feed, added, changed, gone } of polled) {
      expect(
        added.filter((story) => story.id === name),
        feed.path,
      ).toEqual([])
      const left = feed.path.startsWith('/transport/')
      expect(
        (left ? gone : changed).map((story) => story.id),
        feed.path,
      ).toContain(name)
    }
    expect((await world.look()).added.map((story) => story.id)).toContain(name)
    const back = { sectionId: await sectionId(paper, 'transport') }
    await hourLater((act) => reviseArticle(paper.db, { ...act, change: back, reason: 'moved' }))
  })

  test('is redirected to the feed of a section with another address, where every story has its id [feed-addresses] [feed-ids]', async () => {
    const section = await sectionId(paper, 'transport')
    const polled = await hourLater(({ now }) =>
      renameSection(paper.db, { id: section, name: 'Getting around', slug: 'getting-around', now }),
    )
    for (const { feed, added, gone } of polled) expect({ added, gone }, feed.path).toEqual({ added: [], gone: [] })
    expect(feeds.map(({ path }) => path)).toContain('/getting-around/rss.xml')
    expect(await fetchFrom(paper, '/transport/feed.json')).toMatchObject({
      status: 308,
      location: '/getting-around/feed.json',
    })
  })

  test('sees a withdrawn story leave every feed, and come back unchanged', async () => {
    for (const { feed, changed, gone } of await hourLater((act) => withdraw(paper.db, { ...act, reason: 'Wrong.' }))) {
      expect(changed, feed.path).toEqual([])
      expect(
        gone.map((story) => story.id),
        feed.path,
      ).toEqual([name])
    }
    for (const { feed, added } of await hourLater((act) => republish(paper.db, act))) {
      expect(
        added.filter((story) => story.id === name),
        feed.path,
      ).toMatchObject([{ published: published.toISOString(), updated: updated.toISOString() }])
    }
  })

  test('sees a scheduled story from its second on and not before', async () => {
    const due = new Date(at.getTime() + 7_200_000)
    const draft = {
      headline: 'First tram of the year',
      standfirst: 'At five.',
      kind: 'news' as const,
      language: 'en',
      sectionId: await sectionId(paper, 'getting-around'),
      body: [{ type: 'paragraph' as const, id: 'e1', text: [{ text: 'It leaves at five.' }] }],
    }
    const planned = await writeArticle(paper.db, { draft, by: withoutAccount('The desk'), now: at })
    const polled = await hourLater((act) => schedule(paper.db, { ...act, id: planned, at: due }))
    for (const { feed, added } of polled) expect(added, feed.path).toEqual([])
    const [site] = feeds
    if (!site) throw new Error('nobody follows the paper')
    paper.moveClockTo(new Date(due.getTime() - 1500))
    expect((await site.look()).added).toEqual([])
    paper.moveClockTo(due)
    expect((await site.look()).added).toMatchObject([{ title: 'First tram of the year', published: due.toISOString() }])
  })

  test('has seen every story as new once, except the one that was withdrawn and republished', async () => {
    for (const { path, met } of feeds) {
      const often = [...met].filter(([, times]) => times > 1).map(([story]) => story)
      expect(often, path).toEqual([name])
      expect(await feedProblems(await fetchFrom(paper, path)), path).toEqual([])
    }
  })
})

/** The stories of a feed as plain text, because parsers of feeds differ in white space and entities. */
function toldIn(answer: SiteResponse) {
  return storiesIn(answer).map(({ content, ...story }) => ({
    ...story,
    words: DomUtils.textContent(parseDocument(content)).replace(/\s+/g, ''),
    addresses: addressesIn(content),
  }))
}

/** The addresses of the links and pictures of a story. */
function addressesIn(html: string): string[] {
  return DomUtils.getElementsByTagName('*', parseDocument(html), true).flatMap(({ attribs }) =>
    [attribs.href, attribs.src].filter((address) => address !== undefined),
  )
}
