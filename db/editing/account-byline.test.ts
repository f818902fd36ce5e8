import { beforeEach, expect, test } from 'vitest'
import { openedArticle, startArticle } from '@/db/editing/manuscripts'
import { authorOfAccount, bringByline } from '@/db/paper/account-byline'
import { addAuthor, authorBySlug, authorProblem, authorsWithPages } from '@/db/paper/authors'
import { pagedListAt } from '@/db/reading/paged-lists'
import { staleSince } from '@/db/store/invalidation'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aUser } from '@/db/testing/accounts'
import { aPaper, aStory, hoursAgo, MARA, NOW, TOMAS } from '@/db/testing/fixtures'
import { tags } from '@/lib/pages/tags'

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

const ida = async () => ({ id: await aUser(db, 'ida', 'contributor'), name: 'Ida Voss' })

test('a new account brings its byline, and its new stories begin with it', async () => {
  const user = await ida()
  const id = await bringByline(db, { user, now: NOW })
  expect(await authorOfAccount(db, user.id)).toEqual({ id, name: 'Ida Voss' })
  const story = await startArticle(db, { owner: user, now: NOW })
  expect((await openedArticle(db, { id: story, now: NOW }))?.manuscript.bylines).toEqual([{ authorId: id, name: null }])
  expect(await bringByline(db, { user, now: NOW })).toBe(id)
})

test('the story of an account without a byline begins with none', async () => {
  const story = await startArticle(db, { owner: await ida(), now: NOW })
  expect((await openedArticle(db, { id: story, now: NOW }))?.manuscript.bylines).toEqual([])
})

test('the only author of this name without an account is the same person', async () => {
  const user = { id: await aUser(db, 'mara'), name: 'MARA Quill' }
  expect(await bringByline(db, { user, now: NOW })).toBe(MARA)
})

test('of two authors of this name neither is taken, and the new one gets an address of its own', async () => {
  await addAuthor(db, { slug: 'mara-quill-the-elder', name: 'Mara Quill', now: NOW })
  const id = await bringByline(db, { user: { id: await aUser(db, 'mara'), name: 'Mara Quill' }, now: NOW })
  expect([MARA, TOMAS]).not.toContain(id)
  await aStory(db, { headline: 'Crane falls', by: [id] })
  expect((await authorBySlug(db, 'mara-quill-2')).value?.id).toBe(id)
})

test('readers get the page of such a name once a story with it is published', async () => {
  const id = await bringByline(db, { user: await ida(), now: NOW })
  await aStory(db, { headline: 'A draft', by: [id], state: 'draft', publishedAt: null })
  const hidden = await authorBySlug(db, 'ida-voss')
  expect(hidden.value).toBeNull()
  // The first story makes this list stale.
  expect(hidden.tags).toContain(tags.authorList(id))
  expect((await authorsWithPages(db)).value.map((author) => author.id)).toEqual([MARA, TOMAS])
  expect(await pagedListAt(db, '/authors/ida-voss')).toBeNull()
  await aStory(db, { headline: 'Ferry sails', by: [id], publishedAt: hoursAgo(1) })
  expect((await authorBySlug(db, 'ida-voss')).value?.name).toBe('Ida Voss')
  expect((await authorsWithPages(db)).value.map((author) => author.id)).toEqual([id, MARA, TOMAS])
  expect(await pagedListAt(db, '/authors/ida-voss')).toEqual({ kind: 'author', id })
})

test('an account belongs to one author', async () => {
  const user = await ida()
  const id = await bringByline(db, { user, now: NOW })
  const author = { slug: 'tomas-reed', userId: user.id, portraitId: null }
  expect(await authorProblem(db, { author, self: TOMAS })).toMatchObject({
    problems: [{ field: 'userId', message: expect.stringContaining('belongs to the author Ida Voss') }],
  })
  expect(await authorProblem(db, { author: { ...author, slug: 'ida-voss' }, self: id })).toBeNull()
  expect(await authorProblem(db, { author: { ...author, userId: 'nobody' }, self: TOMAS })).not.toBeNull()
  expect(await authorProblem(db, { author: { ...author, userId: null, portraitId: 99 }, self: TOMAS })).not.toBeNull()
  expect((await staleSince(db, 0)).tags).toContain(tags.author(id))
})
