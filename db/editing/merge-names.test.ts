import { asc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { addressOf } from '@/db/addresses/addresses'
import { openedArticle, saveManuscript } from '@/db/editing/manuscripts'
import { completeMergers, mergeAuthors, mergeTopics } from '@/db/editing/merge-names'
import { writeArticle } from '@/db/editing/writing'
import { describeAuthor } from '@/db/paper/authors'
import { addTopic } from '@/db/paper/topics'
import { publish } from '@/db/publishing/publishing'
import { articlePage } from '@/db/reading/articles'
import { topicTeasers } from '@/db/reading/teasers'
import { revisionNames } from '@/db/revisions/revision-names'
import { searchTeasers } from '@/db/search/search-teasers'
import { auditLog } from '@/db/store/audit-schema'
import { staleSince } from '@/db/store/invalidation'
import { type MemoryStore, openMemoryStore, type Writer, writingAs } from '@/db/store/open'
import { articleTopics, authors, bylines, topics } from '@/db/store/schema'
import { aUser } from '@/db/testing/accounts'
import { aPaper, aStory, CITY, DREDGER, ELECTIONS, HARBOUR, hoursAgo, MARA, NOW, TOMAS } from '@/db/testing/fixtures'
import { PER_PAGE } from '@/lib/addresses/list-pages'
import type { Manuscript } from '@/lib/article/manuscript'
import { tags } from '@/lib/pages/tags'
import { withoutAccount } from '@/lib/revisions/saver'
import { paragraph } from '@/lib/testing/body-fixtures'

const BY = withoutAccount('Nadia Reyes')
let db: MemoryStore
let port: number

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  port = (await addTopic(db, { slug: 'port', name: 'Port', description: '', now: hoursAgo(50) })).id
})

const mergeIntoPort = () => mergeTopics(db, { from: HARBOUR, into: port, by: BY, now: NOW })
const topicIdsOf = async (id: number) => {
  const rows = await db
    .select()
    .from(articleTopics)
    .where(eq(articleTopics.articleId, id))
    .orderBy(asc(articleTopics.position))
  return rows.map(({ topicId }) => topicId)
}
const answerAt = (path: string) => addressOf(db, { path, now: NOW })

async function aPublishedStory(draft: Partial<Manuscript> = {}): Promise<number> {
  const words = { headline: 'Dredger at work', body: [paragraph('a', 'It digs.')], sectionId: CITY }
  const story = { ...words, kind: 'news' as const, language: 'en', topicIds: [HARBOUR], ...draft }
  const id = await writeArticle(db, { draft: story, by: BY, now: hoursAgo(5) })
  await publish(db, { id, by: BY, now: hoursAgo(4) })
  return id
}

describe('a topic that was merged', () => {
  test('is gone, and each of its stories is about the other one, once', async () => {
    const one = await aStory(db, { headline: 'Crane falls', topics: [HARBOUR, ELECTIONS] })
    const both = await aStory(db, { headline: 'Quay opens', topics: [HARBOUR, port] })
    expect(await mergeIntoPort()).toEqual({ stories: 2 })
    expect(await topicIdsOf(one)).toEqual([port, ELECTIONS])
    expect(await topicIdsOf(both)).toEqual([port])
    expect((await db.select().from(topics)).map(({ id }) => id)).toEqual([ELECTIONS, port])
  })

  test('leads to the other one in one hop, with its pages and feeds, and so do topics merged into it before [merged-lists]', async () => {
    await mergeTopics(db, { from: ELECTIONS, into: HARBOUR, by: BY, now: hoursAgo(1) })
    for (let story = 0; story <= PER_PAGE; story++) await aStory(db, { headline: `Ship ${story}`, topics: [HARBOUR] })
    await mergeIntoPort()
    for (const former of ['harbour', 'elections']) {
      expect(await answerAt(`/topics/${former}`)).toEqual({ kind: 'redirect', location: '/topics/port' })
      expect(await answerAt(`/topics/${former}/page/2`)).toEqual({ kind: 'redirect', location: '/topics/port/page/2' })
      expect(await answerAt(`/topics/${former}/rss.xml`)).toEqual({
        kind: 'redirect',
        location: '/topics/port/rss.xml',
      })
    }
  })

  test('may be asked for by nobody twice, and not into itself', async () => {
    await mergeIntoPort()
    expect(await mergeIntoPort()).toBeNull()
    expect(await mergeTopics(db, { from: port, into: port, by: BY, now: NOW })).toBeNull()
    expect(await mergeTopics(db, { from: port, into: 999, by: BY, now: NOW })).toBeNull()
  })

  test('gives its description to one that has none', async () => {
    await mergeIntoPort()
    expect((await db.select().from(topics).where(eq(topics.id, port)))[0]?.description).toBe('Cranes, tides and quays')
  })

  test('makes the list, the pages and the sitemap entries of its stories stale', async () => {
    const id = await aStory(db, { headline: 'Crane falls', topics: [HARBOUR] })
    const { seq } = await staleSince(db, 0)
    await mergeIntoPort()
    expect((await staleSince(db, seq)).tags).toEqual(
      expect.arrayContaining([tags.topic(HARBOUR), tags.topic(port), tags.topicList(port), tags.article(id)]),
    )
    const list = await topicTeasers(db, { topic: { id: port }, now: NOW, page: 1, perPage: 10 })
    expect(list.value.teasers.map(({ headline }) => headline)).toEqual(['Crane falls'])
  })

  test('is found by its new name, and no longer by the old one', async () => {
    const id = await aPublishedStory()
    const found = async (query: string) =>
      (await searchTeasers(db, { query, now: NOW, page: 1, perPage: 10 })).value.teasers.map((teaser) => teaser.id)
    expect(await found('harbour')).toEqual([id])
    await mergeIntoPort()
    expect(await found('port')).toEqual([id])
    expect(await found('harbour')).toEqual([])
  })

  test('is the other one in what a room that was open meanwhile saves, and in unpublished changes', async () => {
    const id = await aPublishedStory()
    const opened = await openedArticle(db, { id, now: NOW })
    if (!opened) throw new Error('the story is there')
    const save = { id, by: BY, now: NOW, basedOn: opened.version }
    const typed = { ...opened.manuscript, headline: 'Dredger digs on', topicIds: [HARBOUR, ELECTIONS] }
    await saveManuscript(db, { ...save, key: '00000000-0000-4000-8000-000000000001', manuscript: typed })
    await mergeIntoPort()
    expect((await openedArticle(db, { id, now: NOW }))?.manuscript.topicIds).toEqual([port, ELECTIONS])
    const later = { ...typed, kicker: 'Port' }
    await saveManuscript(db, { ...save, key: '00000000-0000-4000-8000-000000000002', manuscript: later })
    const kept = await openedArticle(db, { id, now: NOW })
    expect(kept?.manuscript).toMatchObject({ kicker: 'Port', topicIds: [port, ELECTIONS] })
    expect(kept?.conflicts).toEqual([])
  })

  test('still leads somewhere from a link within a text, and history knows what it was called', async () => {
    const link = { to: 'list' as const, list: 'topic' as const, id: HARBOUR }
    const id = await aPublishedStory({
      topicIds: [],
      body: [{ type: 'paragraph', id: 'a', text: [{ text: 'The harbour', link }] }],
    })
    await mergeIntoPort()
    const page = (await articlePage(db, { id, now: NOW })).value
    if (page?.visibility !== 'public') throw new Error('the story is public')
    expect([...(page.referenced.lists ?? new Map()).values()]).toEqual(['/topics/port'])
    const manuscript = (await openedArticle(db, { id, now: NOW }))?.manuscript
    if (!manuscript) throw new Error('the story is there')
    const names = await revisionNames(db, [{ ...manuscript, topicIds: [HARBOUR, port] }])
    expect([names.topics.get(HARBOUR), names.topics.get(port)]).toEqual(['Harbour', 'Port'])
  })
})

describe('an author who was merged', () => {
  const mergeTomasIntoMara = () => mergeAuthors(db, { from: TOMAS, into: MARA, by: BY, now: NOW })

  test('keeps an account of an own: of two authors with accounts neither is merged, and somebody is told why', async () => {
    await describeAuthor(db, { id: TOMAS, userId: await aUser(db, 'tomas'), now: NOW })
    await describeAuthor(db, { id: MARA, userId: await aUser(db, 'mara'), now: NOW })
    expect(await mergeTomasIntoMara()).toMatchObject({ problems: [{ message: expect.stringContaining('Both') }] })
    expect(await db.select().from(authors).where(eq(authors.id, TOMAS))).toHaveLength(1)
    await describeAuthor(db, { id: MARA, userId: null, now: NOW })
    expect(await mergeTomasIntoMara()).toEqual({ stories: 0 })
  })

  test('signs no story any more; the other one does, once', async () => {
    const one = await aStory(db, { headline: 'Crane falls', by: [TOMAS, 'Reuters'] })
    const both = await aStory(db, { headline: 'Quay opens', by: [MARA, TOMAS] })
    expect(await mergeTomasIntoMara()).toEqual({ stories: 2 })
    const signed = async (id: number) =>
      (await db.select().from(bylines).where(eq(bylines.articleId, id)).orderBy(asc(bylines.position))).map(
        ({ authorId, name }) => authorId ?? name,
      )
    expect(await signed(one)).toEqual([MARA, 'Reuters'])
    expect(await signed(both)).toEqual([MARA])
    expect(await answerAt('/authors/tomas-reed')).toEqual({ kind: 'redirect', location: '/authors/mara-quill' })
    expect(await answerAt('/authors/tomas-reed/atom.xml')).toEqual({
      kind: 'redirect',
      location: '/authors/mara-quill/atom.xml',
    })
  })

  test('leaves the account, and what the other one lacks', async () => {
    const userId = await aUser(db, 'tomas')
    const links = [{ name: 'Mastodon', url: 'https://social.example/@tomas' }]
    await describeAuthor(db, { id: TOMAS, role: 'Night editor', bio: 'Sleeps by day.', links, userId, now: NOW })
    await mergeTomasIntoMara()
    expect(await db.select().from(authors)).toMatchObject([
      { id: MARA, role: 'Harbour correspondent', bio: 'Sleeps by day.', links, userId, portraitId: DREDGER },
    ])
  })
})

describe('a merger of more stories than one transaction moves', () => {
  const STORIES = 23
  const AT_ONCE = 5

  beforeEach(async () => {
    for (let story = 1; story <= STORIES; story++) {
      await aStory(db, { headline: `Ship ${story} docks`, topics: [HARBOUR], by: [TOMAS, MARA] })
    }
  })

  /** The store of a process that is killed in its transaction number `last`. */
  const killedAt = (last: number): Writer => {
    let transactions = 0
    return writingAs(db, { kind: 'site' }, async () => {
      transactions += 1
      if (transactions === last) throw new Error('killed')
    })
  }
  const about = async (id: number) =>
    (await db.select().from(articleTopics).where(eq(articleTopics.topicId, id))).map(({ articleId }) => articleId)
  const listed = async (id: number) =>
    (await topicTeasers(db, { topic: { id }, now: NOW, page: 1, perPage: 100 })).value.teasers.length

  // The first transaction notes the merger, four move five stories each, the next one three, and the last one ends it.
  test.each([2, 3, 4, 5, 6, 7])(
    'that is killed in transaction %i leaves each story in one of two lists that have their pages, and is completed at the next start',
    async (last) => {
      const killed = mergeTopics(killedAt(last), { from: HARBOUR, into: port, by: BY, now: NOW })
      await expect(killed).rejects.toThrow('killed')
      expect([await listed(HARBOUR), await listed(port)]).toEqual([
        Math.max(STORIES - AT_ONCE * (last - 2), 0),
        Math.min(AT_ONCE * (last - 2), STORIES),
      ])
      expect(await answerAt('/topics/harbour')).toEqual({ kind: 'page' })
      expect(await answerAt('/topics/port')).toEqual({ kind: 'page' })
      expect(await completeMergers(db, { now: NOW })).toBe(1)
      expect(await completeMergers(db, { now: NOW })).toBe(0)
      expect([await about(HARBOUR), (await about(port)).length]).toEqual([[], STORIES])
      expect(await answerAt('/topics/harbour')).toEqual({ kind: 'redirect', location: '/topics/port' })
      expect(await mergeIntoPort()).toBeNull()
    },
  )

  test('is completed by a second press, and goes nowhere else meanwhile, nor back', async () => {
    await mergeTopics(killedAt(3), { from: HARBOUR, into: port, by: BY, now: NOW }).catch(() => {})
    expect(await mergeTopics(db, { from: HARBOUR, into: ELECTIONS, by: BY, now: NOW })).toBeNull()
    expect(await mergeTopics(db, { from: port, into: HARBOUR, by: BY, now: NOW })).toBeNull()
    expect(await mergeIntoPort()).toEqual({ stories: STORIES - AT_ONCE })
    expect((await searchTeasers(db, { query: 'port', now: NOW, page: 1, perPage: 100 })).value.total).toBe(STORIES)
  })

  test('follows the other one when that is merged itself meanwhile', async () => {
    await mergeTopics(killedAt(3), { from: HARBOUR, into: port, by: BY, now: NOW }).catch(() => {})
    await mergeTopics(db, { from: port, into: ELECTIONS, by: BY, now: NOW })
    await completeMergers(db, { now: NOW })
    expect(await about(ELECTIONS)).toHaveLength(STORIES)
    for (const former of ['harbour', 'port']) {
      expect(await answerAt(`/topics/${former}`)).toEqual({ kind: 'redirect', location: '/topics/elections' })
    }
  })

  test('opens a story that was not moved yet as if it had been, and a room that was open saves it so', async () => {
    // The one written last moves first; this is the last one to move.
    await db.delete(articleTopics)
    const id = await aPublishedStory()
    for (let story = 1; story <= AT_ONCE; story++)
      await aStory(db, { headline: `Ship ${story} sails`, topics: [HARBOUR] })
    const opened = await openedArticle(db, { id, now: NOW })
    if (!opened) throw new Error('the story is there')
    await mergeTopics(killedAt(3), { from: HARBOUR, into: port, by: BY, now: NOW }).catch(() => {})
    expect((await openedArticle(db, { id, now: NOW }))?.manuscript.topicIds).toEqual([port])
    const manuscript = { ...opened.manuscript, topicIds: [HARBOUR, ELECTIONS] }
    const key = '00000000-0000-4000-8000-000000000003'
    await saveManuscript(db, { id, by: BY, now: NOW, basedOn: opened.version, key, manuscript })
    const kept = await openedArticle(db, { id, now: NOW })
    expect([kept?.manuscript.topicIds, kept?.conflicts]).toEqual([[port, ELECTIONS], []])
  })

  test('of authors is completed as well', async () => {
    const killed = mergeAuthors(killedAt(4), { from: TOMAS, into: MARA, by: BY, now: NOW })
    await expect(killed).rejects.toThrow('killed')
    expect(await answerAt('/authors/tomas-reed')).toEqual({ kind: 'page' })
    expect(await completeMergers(db, { now: NOW })).toBe(1)
    const signed = await db.select().from(bylines)
    expect(signed.map(({ authorId }) => authorId)).toEqual(Array.from({ length: STORIES }, () => MARA))
    expect(await answerAt('/authors/tomas-reed')).toEqual({ kind: 'redirect', location: '/authors/mara-quill' })
  })

  test('is one entry of the audit log, whoever completes it', async () => {
    await mergeTopics(killedAt(3), { from: HARBOUR, into: port, by: BY, now: NOW }).catch(() => {})
    await completeMergers(db, { now: NOW })
    const entries = await db.select().from(auditLog).where(eq(auditLog.action, 'topic merged'))
    expect(entries.map(({ thingName, detail }) => [thingName, detail])).toEqual([['Harbour', 'into Port']])
  })
})
