import { beforeEach, describe, expect, test } from 'vitest'
import { clearPlace, curation, type Place, place } from '@/db/reading/placements'
import { staleSince } from '@/db/store/invalidation'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, CITY, hoursAgo, hoursAhead, NOT_PUBLIC, NOW, PUBLIC } from '@/db/testing/fixtures'
import { readPageTags, tags } from '@/lib/pages/tags'

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

async function put(at: Partial<Place>, headline: string, times: { startsAt?: Date; endsAt?: Date | null } = {}) {
  const articleId = await aStory(db, { headline })
  await place(db, {
    slot: 'lead',
    label: '',
    position: 1,
    startsAt: hoursAgo(1),
    endsAt: null,
    ...at,
    ...times,
    articleId,
    now: NOW,
  })
  return articleId
}

async function front(now = NOW) {
  const { value: answer, tags: pageTags } = await curation(db, { now })
  return {
    strip: answer.strip && [answer.strip.label, answer.strip.teaser.headline],
    lead: answer.lead?.headline ?? null,
    seconds: answer.seconds.map(({ headline }) => headline),
    bands: answer.bands.map(({ name, teasers }) => [name, ...teasers.map(({ headline }) => headline)]),
    pageTags: readPageTags(pageTags),
  }
}

test('a front page without placements is empty', async () => {
  expect(await front()).toMatchObject({ strip: null, lead: null, seconds: [], bands: [] })
})

test('each story is at its place, in order of position', async () => {
  await put({ slot: 'strip', label: 'Breaking' }, 'Bridge closed')
  await put({ slot: 'lead' }, 'Council resigns')
  await put({ slot: 'second', position: 2 }, 'Tram')
  await put({ slot: 'second', position: 1 }, 'Ferry')
  await put({ slot: 'band', label: 'The storm', position: 2 }, 'After')
  await put({ slot: 'band', label: 'Vote', position: 1 }, 'Polls open')
  await put({ slot: 'band', label: 'The storm', position: 1 }, 'Before')
  expect(await front()).toMatchObject({
    strip: ['Breaking', 'Bridge closed'],
    lead: 'Council resigns',
    seconds: ['Ferry', 'Tram'],
    bands: [
      ['Vote', 'Polls open'],
      ['The storm', 'Before', 'After'],
    ],
  })
})

describe('a story on a taken place', () => {
  test('replaces the story there', async () => {
    await put({ slot: 'lead' }, 'Old lead')
    await put({ slot: 'lead' }, 'New lead')
    expect((await front()).lead).toBe('New lead')
    await clearPlace(db, { slot: 'lead', label: '', position: 1, now: NOW })
    expect((await front()).lead).toBeNull()
  })

  test('replaces a strip with another label', async () => {
    await put({ slot: 'strip', label: 'Breaking' }, 'Bridge closed')
    await put({ slot: 'strip', label: 'Live' }, 'Bridge open')
    expect((await front()).strip).toEqual(['Live', 'Bridge open'])
    await clearPlace(db, { slot: 'strip', label: '', position: 1, now: NOW })
    expect((await front()).strip).toBeNull()
  })

  test('leaves another band alone', async () => {
    await put({ slot: 'band', label: 'Vote' }, 'Polls open')
    await put({ slot: 'band', label: 'The storm' }, 'Before')
    await clearPlace(db, { slot: 'band', label: 'The storm', position: 1, now: NOW })
    expect((await front()).bands).toEqual([['Vote', 'Polls open']])
  })
})

test('a placement holds from its start until its end, and the page changes at both', async () => {
  await put({ slot: 'lead' }, 'Lead', { startsAt: hoursAhead(1), endsAt: hoursAhead(2) })
  const before = await front()
  expect([before.lead, before.pageTags.changesAt]).toEqual([null, hoursAhead(1).getTime()])
  const during = await front(hoursAhead(1))
  expect([during.lead, during.pageTags.changesAt]).toEqual(['Lead', hoursAhead(2).getTime()])
  const after = await front(hoursAhead(2))
  expect([after.lead, after.pageTags.changesAt]).toEqual([null, null])
})

test('the page is tagged with the placements and with each story on it', async () => {
  const id = await put({ slot: 'lead' }, 'Lead')
  expect((await front()).pageTags).toEqual({
    subjects: [tags.placements, tags.teaser(id), tags.section(CITY)],
    changesAt: null,
    asOf: hoursAgo(1).getTime(),
  })
})

test.each(NOT_PUBLIC)('%s is not shown at its place, and its band is absent', async (_, state) => {
  const articleId = await aStory(db, { headline: 'Unseen', ...state })
  for (const slot of ['strip', 'lead', 'second', 'band'] as const) {
    await place(db, { slot, label: 'Storm', position: 1, articleId, startsAt: hoursAgo(1), endsAt: null, now: NOW })
  }
  expect(await front()).toMatchObject({ strip: null, lead: null, seconds: [], bands: [] })
})

test.each(PUBLIC)('%s is shown at its place', async (_, state) => {
  const articleId = await aStory(db, { headline: 'Seen', ...state })
  await place(db, { slot: 'lead', label: '', position: 1, articleId, startsAt: NOW, endsAt: null, now: NOW })
  expect((await front()).lead).toBe('Seen')
})

test('a placed story that is due later changes the page when it is', async () => {
  const due = hoursAhead(3)
  const articleId = await aStory(db, { headline: 'Due', state: 'scheduled', publishedAt: due })
  await place(db, { slot: 'lead', label: '', position: 1, articleId, startsAt: hoursAgo(1), endsAt: null, now: NOW })
  expect((await front()).pageTags.changesAt).toBe(due.getTime())
})

test('placing and clearing invalidate the placements; clearing a free place does not', async () => {
  await clearPlace(db, { slot: 'lead', label: '', position: 1, now: NOW })
  expect((await staleSince(db, 0)).tags).toEqual([])
  await put({ slot: 'lead' }, 'Lead')
  const { seq, tags: stale } = await staleSince(db, 0)
  expect(stale).toEqual([tags.placements])
  await clearPlace(db, { slot: 'lead', label: '', position: 1, now: NOW })
  expect((await staleSince(db, seq)).tags).toEqual([tags.placements])
})

test('a placement that ends before it starts, and a band without a name, are refused', async () => {
  await expect(put({}, 'Lead', { startsAt: NOW, endsAt: NOW })).rejects.toThrow('ends after it starts')
  await expect(put({ slot: 'band', label: '' }, 'Lead')).rejects.toThrow('a band has a name')
})
