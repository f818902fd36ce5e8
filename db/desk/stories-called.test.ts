import { beforeEach, expect, test } from 'vitest'
import { pastedAddresses } from '@/db/desk/pasted-addresses'
import { storiesCalled } from '@/db/desk/stories-called'
import { indexArticle } from '@/db/search/index-article'
import { inTransaction, type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, CITY, NOW, type StoryFixture } from '@/db/testing/fixtures'

const SITE = 'https://observer.example'
const EDITOR = { id: 'ed', role: 'editor' as const }
const CONTRIBUTOR = { id: 'iris', role: 'contributor' as const }

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

async function filed(headline: string, story: Partial<StoryFixture> = {}) {
  const id = await aStory(db, { headline, ...story })
  await inTransaction(db, (tx) => indexArticle(tx, { id, headline, standfirst: '', body: '', names: '' }))
  return id
}

async function called(
  headline: string,
  { not = null as number | null, editor = EDITOR as typeof EDITOR | typeof CONTRIBUTOR } = {},
) {
  const [named] = await storiesCalled(db, { headlines: [headline], not, editor, now: NOW })
  return { exact: named?.exact?.id ?? null, near: named?.near.map(({ id }) => id) }
}

test('a headline names the story that is called exactly so, whatever its capitals and punctuation', async () => {
  const id = await filed('The last ferry leaves “at six”')
  for (const words of [
    'The last ferry leaves at six',
    'THE LAST FERRY LEAVES “AT SIX”',
    ' The last  ferry leaves ‘at six’. ',
  ]) {
    expect(await called(words), words).toEqual({ exact: id, near: [] })
  }
})

test('a headline that is nearly that of a story offers it and does not choose', async () => {
  const id = await filed('The last ferry leaves at six')
  await filed('Council votes on the budget')
  expect(await called('Last ferries leave at six')).toEqual({ exact: null, near: [id] })
  expect(await called('Nobody wrote about this')).toEqual({ exact: null, near: [] })
  expect(await called('…')).toEqual({ exact: null, near: [] })
})

test('of two stories with one headline neither is chosen', async () => {
  const ids = [await filed('Weather'), await filed('Weather')]
  const { exact, near } = await called('Weather')
  expect(exact).toBe(null)
  expect(near?.toSorted()).toEqual(ids)
})

test('the story itself is no answer, nor what a contributor may not find', async () => {
  const id = await filed('The last ferry leaves at six', { state: 'draft', publishedAt: null })
  expect(await called('The last ferry leaves at six', { not: id })).toEqual({ exact: null, near: [] })
  expect(await called('The last ferry leaves at six', { editor: CONTRIBUTOR })).toEqual({ exact: null, near: [] })
})

test('pasted addresses name stories and lists of the paper, and tell which are no page', async () => {
  const id = await filed('The last ferry leaves at six')
  const [story, section, about, missing, elsewhere] = await pastedAddresses(db, {
    addresses: [
      `${SITE}/admin/articles/${id}`,
      `${SITE}/city`,
      `${SITE}/about`,
      `${SITE}/nothing/here`,
      'https://tribune.example/city',
    ],
    not: null,
    siteUrl: SITE,
    editor: EDITOR,
    now: NOW,
  })
  expect(story).toMatchObject({ story: { id }, list: null, isPage: true })
  expect(section).toEqual({ story: null, list: { list: 'section', id: CITY }, isPage: true })
  expect(about).toEqual({ story: null, list: null, isPage: true })
  expect(missing).toEqual({ story: null, list: null, isPage: false })
  expect(elsewhere).toEqual({ story: null, list: null, isPage: false })
})
