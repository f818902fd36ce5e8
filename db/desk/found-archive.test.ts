import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { deskArticles } from '@/db/desk/article-list'
import { deskSuggestions } from '@/db/desk/desk-suggestions'
import { foundArchive } from '@/db/desk/found-archive'
import { indexArticle } from '@/db/search/index-article'
import { users } from '@/db/store/account-schema'
import { inTransaction, type MemoryStore, openMemoryStore } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { aPaper, aStory, hoursAgo, MARA, NOW, type StoryFixture } from '@/db/testing/fixtures'
import type { Editor } from '@/lib/accounts/permissions'
import { plainMarked } from '@/lib/search/marked-text'
import { paragraph } from '@/lib/testing/body-fixtures'

const NADIA: Editor = { id: 'nadia', name: 'Nadia Reyes', email: 'nadia@observer.example', role: 'editor' }
const OLE: Editor = { id: 'ole', name: 'Ole Brandt', email: 'ole@observer.example', role: 'contributor' }
const DRAFT = { state: 'draft', publishedAt: null } as const

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  for (const { id, name, email, role } of [NADIA, OLE]) {
    await db.insert(users).values({ id, name, email, role, emailVerified: true, createdAt: NOW, updatedAt: NOW })
  }
})

async function written(
  headline: string,
  { text = 'It left at nine.', ...story }: Partial<StoryFixture> & { text?: string } = {},
): Promise<number> {
  const id = await aStory(db, { headline, body: [paragraph('e1', text)], ...story })
  await inTransaction(db, (tx) => indexArticle(tx, { id, headline, standfirst: '', body: text, names: 'Mara Quill' }))
  return id
}

const archive = (query: string, editor: Editor, order?: 'relevance' | 'newest') =>
  foundArchive(db, { query, not: null, editor, siteUrl: 'https://observer.example', limit: 10, order, now: NOW })

test('programs get what the archive finds with the words that were found, best first or the newest first', async () => {
  const named = await written('Ferry sails', { publishedAt: hoursAgo(9) })
  const told = await written('At the quay', { text: 'Nobody waited for the ferry.', publishedAt: hoursAgo(2) })
  const best = await archive('ferry', NADIA)
  expect(best.stories.map(({ id }) => id)).toEqual([named, told])
  expect(best.texts.map(({ passage }) => plainMarked(passage))).toEqual(['', 'Nobody waited for the ferry.'])
  expect((await archive('ferry', NADIA, 'newest')).stories.map(({ id }) => id)).toEqual([told, named])
  expect(await archive('', NADIA)).toMatchObject({ texts: [], didYouMean: null })
})

test('another spelling is told only for words of stories that the editor may find', async () => {
  await written('The dredger returns', DRAFT)
  expect(await archive('dredgr', NADIA)).toMatchObject({ stories: [], didYouMean: 'dredger' })
  expect(await archive('dredgr', OLE)).toMatchObject({ stories: [], didYouMean: null })
})

test('the list of stories shows the words around what was found, and of nothing else', async () => {
  await written('At the quay', { text: 'Nobody waited for the ferry.', ...DRAFT })
  await written('Council votes', { text: 'By hand.' })
  const filters = {
    state: null,
    view: null,
    sectionId: null,
    authorId: null,
    from: null,
    until: null,
    dayEnds: NOW,
  }
  const order = { by: 'saved', direction: 'descending' } as const
  const list = (words: string) =>
    deskArticles(db, { editor: NADIA, filters: { ...filters, words }, order, page: 1, now: NOW })
  const { articles: rows, texts } = await list('ferr')
  expect(texts.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
  expect(texts[0]?.passage.filter(({ isFound }) => isFound)).toEqual([{ text: 'ferry', isFound: true }])
  expect((await list('')).texts).toEqual([])
  expect((await list('…')).texts).toEqual([])
})

const suggested = async (typed: string, editor: Editor = NADIA) =>
  (await deskSuggestions(db, { typed, editor, now: NOW, most: 8 })).map(({ kind, id }) => `${kind} ${id}`)

test('suggestions of the desk are names of sections and authors, then stories by their headlines, drafts as well', async () => {
  const out = await written('Marathon begins', { by: [MARA] })
  const draft = await written('Marathon is over', DRAFT)
  await written('Elsewhere', { text: 'About the marathon.' })
  expect((await suggested('mara')).toSorted()).toEqual([`author ${MARA}`, `story ${out}`, `story ${draft}`].toSorted())
  expect((await suggested('mara'))[0]).toBe(`author ${MARA}`)
  expect(await suggested('cit')).toContain('section 1')
  expect(await suggested('…')).toEqual([])
  expect(await suggested('zeppelin')).toEqual([])
})

test('a contributor is suggested only own stories, and nobody a deleted one', async () => {
  await written('Marathon of others')
  const own = await written('Marathon of mine', DRAFT)
  await db.update(articles).set({ ownerId: 'ole' }).where(eq(articles.id, own))
  const gone = await written('Marathon is cancelled', DRAFT)
  await db.update(articles).set({ deletedAt: NOW }).where(eq(articles.id, gone))
  expect(await suggested('marathon', OLE)).toEqual([`story ${own}`])
  expect(await suggested('marathon')).not.toContain(`story ${gone}`)
})
