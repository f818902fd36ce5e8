import { sql } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { unindexedArticles } from '@/db/editing/complete-search-index'
import { writeArticle } from '@/db/editing/writing'
import { publish } from '@/db/publishing/publishing'
import { searchTeasers } from '@/db/search/search-teasers'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, CITY, hoursAgo, NOW } from '@/db/testing/fixtures'
import { withoutAccount } from '@/lib/revisions/saver'
import { paragraph } from '@/lib/testing/body-fixtures'
import { search } from '@/server/commands/search'

const STORIES = 12

let db: MemoryStore
let printed: ReturnType<typeof vi.spyOn>
/** What happens between two transactions. */
let between: () => unknown

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  const by = withoutAccount('Mara Quill')
  for (let number = 1; number <= STORIES; number++) {
    const text = { headline: `Ferry ${number}`, body: [paragraph('e1', 'It left at nine.')], language: 'en' }
    const draft = { ...text, sectionId: CITY, kind: 'news' as const }
    await publish(db, { id: await writeArticle(db, { draft, by, now: hoursAgo(2) }), by, now: hoursAgo(1) })
  }
  between = () => {}
  printed = vi.spyOn(console, 'log').mockImplementation(() => {})
  return () => vi.restoreAllMocks()
})

const reindex = (...more: string[]) =>
  search({ db, args: ['reindex', ...more] }, { now: () => NOW, pause: async () => between() })

const found = async () =>
  (await searchTeasers(db, { query: 'ferry nine', now: NOW, page: 1, perPage: 50 })).value.teasers.length

/** What the index has; stories of one second are numbered as they come. */
async function words(): Promise<unknown[]> {
  return [
    await db.all(sql`select article_id, fold from search_documents order by article_id`),
    await db.all(sql`select word from search_words order by word`),
  ]
}

test('the index is made anew while searches find everything', async () => {
  const before = await words()
  between = async () => expect(await found()).toBe(STORIES)
  expect(await reindex()).toBe(0)
  expect(await words()).toEqual(before)
  expect(printed).toHaveBeenCalledWith('12 stories are indexed.')
})

test('a damaged index is emptied first, and forgets words that no story has', async () => {
  const before = await words()
  await db.run(sql`insert into search_words (word, reversed) values ('zeppelin', 'nileppez')`)
  await db.run(sql`delete from search_texts`)
  expect(await found()).toBe(0)
  expect(await reindex('--empty')).toBe(0)
  expect(await found()).toBe(STORIES)
  expect(await words()).toEqual(before)
})

test('what was broken off goes on where it stopped', async () => {
  between = () => process.emit('SIGINT')
  expect(await reindex()).toBe(1)
  expect(printed).toHaveBeenCalledWith(expect.stringContaining('Stopped with 10 stories left.'))
  between = () => {}
  expect(await reindex()).toBe(0)
  expect(printed).toHaveBeenCalledWith('An index that was begun is finished.')
  expect(printed).toHaveBeenCalledWith('10 stories are indexed.')
  expect(await unindexedArticles(db)).toBe(0)
})

test('it is told how far the work is', async () => {
  let seconds = 0
  const clock = { now: () => new Date(NOW.getTime() + 3000 * seconds++), pause: async () => {} }
  expect(await search({ db, args: ['reindex'] }, clock)).toBe(0)
  expect(printed).toHaveBeenCalledWith('2 of 12 stories (16 %)')
})

test.each([[[]], [['rebuild']], [['reindex', 'all']], [['reindex', '--now']]])(
  '%o shows how it is used',
  async (args) => {
    const complained = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(await search({ db, args })).toBe(2)
    expect(complained).toHaveBeenCalledWith(expect.stringContaining('search reindex'))
  },
)
