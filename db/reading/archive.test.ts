import { beforeEach, describe, expect, it } from 'vitest'
import { archivePageAt } from '@/db/addresses/archive-pages'
import { archivedDay, archiveOverview } from '@/db/reading/archive'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { settings } from '@/db/store/schema'
import { aPaper, aStory, hoursAgo, hoursAhead, NOT_PUBLIC, NOW, PUBLIC } from '@/db/testing/fixtures'
import { changesAtTag, tags } from '@/lib/pages/tags'

let db: MemoryStore

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  await db.update(settings).set({ timeZone: 'Asia/Kolkata' })
})

const ZONE = { now: NOW, timeZone: 'Asia/Kolkata' }
const overview = async (span: string | null, zone = ZONE) => (await archiveOverview(db, { span, ...zone })).value
const tagsOf = async (span: string | null) => (await archiveOverview(db, { span, ...ZONE })).tags
const day = async (of: string, page = 1) => (await archivedDay(db, { day: of, page, ...ZONE })).value
const at = async (path: string) => archivePageAt(db, { path, now: NOW })
const story = async (headline: string, publishedAt: string, more = {}) =>
  aStory(db, { headline, publishedAt: new Date(publishedAt), ...more })

describe('the archive', () => {
  it('counts the stories of years, months and days in the paper’s zone', async () => {
    await story('Old mill closes', '1931-03-04T10:00:00Z')
    // Half past midnight on the first of November in Kolkata, still October in UTC.
    await story('Ferry returns', '2026-10-31T19:00:00Z')
    await story('Council votes', '2026-11-01T18:29:59Z')
    await story('Bridge opens', '2026-11-01T18:30:00Z')
    expect((await overview(null))?.parts).toEqual([
      { span: '1931', stories: 1 },
      { span: '2026', stories: 3 },
    ])
    expect((await overview('2026'))?.parts).toEqual([{ span: '2026-11', stories: 3 }])
    expect((await overview('2026-11'))?.parts).toEqual([
      { span: '2026-11-01', stories: 2 },
      { span: '2026-11-02', stories: 1 },
    ])
    expect((await day('2026-11-01'))?.stories.map(({ headline }) => headline)).toEqual([
      'Council votes',
      'Ferry returns',
    ])
  })

  it('counts the same as looking at each story, in any zone', async () => {
    for (let step = 0; step < 120; step++) await aStory(db, { headline: 'Tide table', publishedAt: hoursAgo(7 * step) })
    for (const timeZone of ['Asia/Kolkata', 'Pacific/Apia', 'America/St_Johns', 'UTC']) {
      const zone = { now: NOW, timeZone }
      let inDays = 0
      for (const { span: month, stories } of (await overview('2026', zone))?.parts ?? []) {
        const parts = (await overview(month, zone))?.parts ?? []
        const sum = parts.reduce((all, part) => all + part.stories, 0)
        expect(sum).toBe(stories)
        inDays += sum
      }
      expect(inDays).toBe(120)
    }
  })

  it.each(NOT_PUBLIC)('has no page for the day of %s', async (_name, state) => {
    await aStory(db, { headline: 'Ferry returns', ...state })
    expect((await overview(null))?.parts).toEqual([])
    for (const span of ['2026-11-23', '2026-11-24']) expect(await day(span)).toBeNull()
    for (const span of ['2026', '2026-11']) expect(await overview(span)).toBeNull()
  })

  it.each(PUBLIC)('has %s', async (_name, state) => {
    await aStory(db, { headline: 'Ferry returns', ...state })
    expect((await day('2026-11-23'))?.stories).toHaveLength(1)
    expect((await overview('2026-11'))?.parts).toEqual([{ span: '2026-11-23', stories: 1 }])
  })

  it('leads to the nearest days, months and years with stories, past empty ones', async () => {
    await story('Old mill closes', '2019-03-04T10:00:00Z')
    await story('Ferry returns', '2026-08-03T10:00:00Z')
    await story('Council votes', '2026-11-20T10:00:00Z')
    expect(await overview('2026')).toMatchObject({ previous: '2019', next: null })
    expect(await overview('2026-08')).toMatchObject({ previous: '2019-03', next: '2026-11' })
    expect(await day('2026-08-03')).toMatchObject({ previous: '2019-03-04', next: '2026-11-20' })
  })

  it('shows a hundred stories of a day on a page, each once', async () => {
    for (let step = 0; step < 205; step++)
      await aStory(db, { headline: `Tide table ${step}`, publishedAt: new Date(NOW.getTime() - step * 60_000) })
    const pages = [await day('2026-11-23', 1), await day('2026-11-23', 2), await day('2026-11-23', 3)]
    expect(pages.map((page) => page?.stories.length)).toEqual([100, 100, 5])
    expect(new Set(pages.flatMap((page) => page?.stories.map(({ id }) => id))).size).toBe(205)
    expect(await day('2026-11-23', 4)).toBeNull()
  })

  it('changes when a story is due or ends, where that changes what a page shows', async () => {
    await story('Council votes', '2026-08-03T10:00:00Z')
    await story('Fair', '2026-11-20T10:00:00Z', { withdrawnAt: hoursAhead(5) })
    await aStory(db, { headline: 'Bridge opens', state: 'scheduled', publishedAt: hoursAhead(2) })
    // The last days lead to what is due next; the end of the only story of the next one is an end of the way there.
    expect(await tagsOf(null)).toContain(changesAtTag(hoursAhead(2)))
    expect(await tagsOf('2026-11')).toContain(changesAtTag(hoursAhead(2)))
    expect(await tagsOf('2026-08')).toEqual([tags.archive('2026-08'), changesAtTag(hoursAhead(5))])
  })
})

describe('an address of the archive', () => {
  it('is a page while there are stories, in one spelling', async () => {
    await story('Council votes', '2026-08-03T10:00:00Z')
    for (const path of ['/archive', '/archive/2026', '/archive/2026/08', '/archive/2026/08/03'])
      expect(await at(path)).toBe(path)
    expect(await at('/archive/2026/8/3')).toBe('/archive/2026/08/03')
  })

  it.each([
    '/archive/2025',
    '/archive/2026/07',
    '/archive/2026/08/04',
    '/archive/2027',
    '/archive/2026/13',
    '/archive/2026/02/30',
    '/archive/0026',
    '/archive/2026/08/03/page/2',
    '/archive/2026/page/2',
  ])('%s is none: nothing was published then', async (path) => {
    await story('Council votes', '2026-08-03T10:00:00Z')
    expect(await at(path)).toBeNull()
  })

  it('leads to the nearest that has stories once those of a day are withdrawn', async () => {
    await story('Council votes', '2026-08-03T10:00:00Z', { state: 'withdrawn', withdrawnAt: hoursAgo(1) })
    expect(await at('/archive/2026/08/03')).toBe('/archive')
    await story('Ferry returns', '2026-05-03T10:00:00Z')
    expect(await at('/archive/2026/08/03')).toBe('/archive/2026')
    await story('Bridge opens', '2026-08-07T10:00:00Z')
    expect(await at('/archive/2026/08/03')).toBe('/archive/2026/08')
  })
})
