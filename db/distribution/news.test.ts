import { beforeEach, describe, expect, it } from 'vitest'
import { newsStories } from '@/db/distribution/news'
import { republish, withdraw } from '@/db/publishing/publishing'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, hoursAgo, hoursAhead, NOT_PUBLIC, NOW, PUBLIC } from '@/db/testing/fixtures'
import type { Body } from '@/lib/article/body'
import { readPageTags } from '@/lib/pages/tags'
import { withoutAccount } from '@/lib/revisions/saver'
import { NEWS_MAX_AGE_MS } from '@/lib/sitemaps/news'

let db: MemoryStore

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

async function headlines(now = NOW, file = 1): Promise<string[]> {
  return (await newsStories(db, { now, file })).value.stories.map(({ headline }) => headline)
}

async function changesAt(now = NOW): Promise<Date | null> {
  const { changesAt: at } = readPageTags((await newsStories(db, { now, file: 1 })).tags)
  return at === null ? null : new Date(at)
}

function ms(instant: Date, by: number): Date {
  return new Date(instant.getTime() + by)
}

describe('the news', () => {
  it.each(PUBLIC)('include %s', async (_which, story) => {
    await aStory(db, { headline: 'Night ferry returns', ...story })
    expect(await headlines()).toEqual(['Night ferry returns'])
  })

  it.each(NOT_PUBLIC)('do not include %s', async (_which, story) => {
    await aStory(db, { headline: 'Night ferry returns', ...story })
    expect(await headlines()).toEqual([])
  })

  it('do not include a story that search engines are asked not to list', async () => {
    await aStory(db, { headline: 'Advertisement', isUnlisted: true })
    expect(await headlines()).toEqual([])
  })

  it('have the path, the language and the first publication of a story', async () => {
    const id = await aStory(db, {
      headline: 'रात की नाव लौटी',
      language: 'hi',
      publishedAt: hoursAgo(3),
      updatedAt: hoursAgo(1),
    })
    const [story] = (await newsStories(db, { now: NOW, file: 1 })).value.stories
    expect(story).toEqual({
      headline: 'रात की नाव लौटी',
      language: 'hi',
      publishedAt: hoursAgo(3),
      path: expect.stringMatching(new RegExp(`^/city/.+-${id}$`)),
    })
  })

  it('are newest first, ties by id', async () => {
    await aStory(db, { headline: 'Second', publishedAt: hoursAgo(2) })
    await aStory(db, { headline: 'First', publishedAt: hoursAgo(2) })
    await aStory(db, { headline: 'Newest', publishedAt: hoursAgo(1) })
    expect(await headlines()).toEqual(['Newest', 'First', 'Second'])
  })
})

describe('a story is news', () => {
  // At both changes of the clocks and at the end of a year: 48 hours are always 48 hours.
  it.each([
    ['an ordinary day', '2026-11-23T14:00:00Z'],
    ['New York’s clocks go forward', '2026-03-08T06:59:59.999Z'],
    ['New York’s clocks go back', '2026-11-01T05:59:59.999Z'],
    ['Auckland’s clocks go back', '2026-04-04T13:59:59.999Z'],
    ['Auckland’s clocks go forward', '2026-09-26T13:59:59.999Z'],
    ['the year ends in Kolkata', '2026-12-31T18:29:59.999Z'],
    ['the year ends in New York', '2027-01-01T04:59:59.999Z'],
  ])('from its millisecond on and for 48 hours, not a millisecond longer, when %s', async (_when, instant) => {
    const at = new Date(instant)
    await aStory(db, { headline: 'Night ferry returns', publishedAt: at, state: 'scheduled' })
    expect(await headlines(ms(at, -1))).toEqual([])
    expect(await changesAt(ms(at, -1))).toEqual(at)
    expect(await headlines(at)).toEqual(['Night ferry returns'])
    const end = ms(at, NEWS_MAX_AGE_MS)
    expect(await changesAt(at)).toEqual(end)
    expect(await headlines(ms(end, -1))).toEqual(['Night ferry returns'])
    expect(await headlines(end)).toEqual([])
    expect(await changesAt(end)).toBeNull()
    // A client with the earlier version must not be answered that nothing changed.
    expect(readPageTags((await newsStories(db, { now: end, file: 1 })).tags).asOf).toBe(end.getTime())
  })

  it('until it is withdrawn by time', async () => {
    await aStory(db, { headline: 'Night ferry returns', publishedAt: hoursAgo(5), withdrawnAt: hoursAhead(1) })
    expect(await changesAt()).toEqual(hoursAhead(1))
    const { value: answer, tags } = await newsStories(db, { now: hoursAhead(1), file: 1 })
    expect(answer).toEqual({ stories: [], total: 0, changedAt: hoursAhead(1) })
    expect(readPageTags(tags).asOf).toBe(hoursAhead(1).getTime())
  })

  it('counted from its first publication when it is republished', async () => {
    const body: Body = [{ type: 'paragraph', id: 'e1', text: [{ text: 'The lamps on the pier were lit again.' }] }]
    const id = await aStory(db, { headline: 'Night ferry returns', body, publishedAt: hoursAgo(47) })
    await withdraw(db, { id, by: withoutAccount('Desk'), now: hoursAgo(40), reason: '' })
    expect(await headlines(hoursAgo(40))).toEqual([])
    await republish(db, { id, by: withoutAccount('Desk'), now: hoursAgo(2) })
    expect((await newsStories(db, { now: NOW, file: 1 })).value.stories[0]?.publishedAt).toEqual(hoursAgo(47))
    expect(await headlines(hoursAhead(1))).toEqual([])
  })
})

describe('1,001 stories within 48 hours', () => {
  it('fill two files, each story in one file', async () => {
    for (let number = 0; number < 1001; number++) {
      await aStory(db, { headline: `Story ${number}`, publishedAt: ms(NOW, -number) })
    }
    const [first, second, third] = await Promise.all([1, 2, 3].map((file) => newsStories(db, { now: NOW, file })))
    expect([first, second, third].map((file) => file?.value.total)).toEqual([1001, 1001, 1001])
    expect([first, second, third].map((file) => file?.value.stories.length)).toEqual([1000, 1, 0])
    expect(second?.value.stories[0]?.headline).toBe('Story 1000')
  })
})
