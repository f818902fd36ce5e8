import { beforeEach, expect, test } from 'vitest'
import { type StoryQuery, storiesFor } from '@/db/distribution/content-api'
import { indexArticle } from '@/db/search/index-article'
import { inTransaction, type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, FERRIES, hoursAgo, hoursAhead, NOW, type StoryFixture, WORLD } from '@/db/testing/fixtures'
import { plainMarked } from '@/lib/search/marked-text'
import { paragraph } from '@/lib/testing/body-fixtures'

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

async function written(headline: string, text: string, story: Partial<StoryFixture> = {}): Promise<number> {
  const id = await aStory(db, { headline, body: [paragraph('e1', text)], ...story })
  await inTransaction(db, (tx) => indexArticle(tx, { id, headline, standfirst: '', body: text, names: '' }))
  return id
}

async function search(q: string, more: Partial<StoryQuery> = {}) {
  const { value } = await storiesFor(db, { query: { limit: 10, q, ...more }, now: NOW })
  if ('unknown' in value) throw new Error(`there is no such ${value.unknown}`)
  return { ids: value.stories.map(({ id }) => id), next: value.next, ...value.searched }
}

test('a search of the API comes newest first, or the best matches first', async () => {
  const named = await written('The ferry is back', 'It left at nine.', { publishedAt: hoursAgo(9) })
  const told = await written('Night at the quay', 'Nobody waited for the ferry.', { publishedAt: hoursAgo(2) })
  expect((await search('ferry')).ids).toEqual([told, named])
  expect((await search('ferry', { sort: 'relevance' })).ids).toEqual([named, told])
})

test('by relevance every page goes on where the one before it ended, under the same filters', async () => {
  const ids: number[] = []
  for (let hour = 1; hour <= 5; hour++) {
    ids.push(await written(`Ferry ${hour}`, 'It left.', { publishedAt: hoursAgo(hour), sectionId: FERRIES }))
  }
  await written('Ferry abroad', 'It left.', { sectionId: WORLD })
  await written('Ferry of tomorrow', 'It will leave.', {
    state: 'scheduled',
    publishedAt: hoursAhead(5),
    sectionId: FERRIES,
  })
  const visited: number[] = []
  let cursor: StoryQuery['cursor']
  for (let pages = 0; pages < 9; pages++) {
    const found = await search('ferry', { sort: 'relevance', section: 'ferries', limit: 2, ...(cursor && { cursor }) })
    visited.push(...found.ids)
    if (!found.next) break
    cursor = found.next
  }
  expect(visited).toEqual(ids)
})

test('each story of a search comes with the words around what was found; lists without a search have none', async () => {
  await written('Night at the quay', 'Nobody waited for the last ferry of the year.')
  for (const sort of ['newest', 'relevance'] as const) {
    const [text] = (await search('ferries', { sort })).texts ?? []
    expect(text?.passage.filter(({ isFound }) => isFound)).toEqual([{ text: 'ferry', isFound: true }])
    expect(plainMarked(text?.passage ?? [])).toBe('Nobody waited for the last ferry of the year.')
    expect(text?.headline).toEqual([{ text: 'Night at the quay', isFound: false }])
  }
  const { value } = await storiesFor(db, { query: { limit: 10 }, now: NOW })
  expect(value).toMatchObject({ searched: null })
})

test('of a search that finds little another spelling is told that finds more, when readers may see what it finds', async () => {
  await written('The dredger returns', 'At noon.', { state: 'draft', publishedAt: null })
  expect(await search('dredgr')).toMatchObject({ ids: [], didYouMean: null })
  await written('The dredger is at work', 'At noon.')
  for (const sort of ['newest', 'relevance'] as const) {
    expect(await search('dredgr', { sort })).toMatchObject({ ids: [], didYouMean: 'dredger' })
    expect(await search('dredger', { sort })).toMatchObject({ didYouMean: null })
  }
})
