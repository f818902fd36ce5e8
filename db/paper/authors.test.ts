import { beforeEach, expect, test } from 'vitest'
import { redirectFrom } from '@/db/addresses/redirects'
import {
  addAuthor,
  allAuthors,
  authorAddressProblem,
  authorBySlug,
  describeAuthor,
  renameAuthor,
} from '@/db/paper/authors'
import { staleSince } from '@/db/store/invalidation'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, DREDGER, MARA, NOW, TOMAS } from '@/db/testing/fixtures'
import { tags } from '@/lib/pages/tags'

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

const ida = { slug: 'ida-voss', name: 'Ida Voss', role: 'Reporter', bio: 'Rides Line 4.', portraitId: null, now: NOW }

test('an author is found by slug, with the portrait; null for an unknown slug', async () => {
  const { value: answer, tags: pageTags } = await authorBySlug(db, 'mara-quill')
  expect(answer).toMatchObject({ id: MARA, name: 'Mara Quill', role: 'Harbour correspondent', bio: '' })
  expect(answer?.portrait?.id).toBe(DREDGER)
  expect(pageTags).toEqual([tags.author(MARA), tags.media(DREDGER)])
  expect((await authorBySlug(db, 'tomas-reed')).value?.portrait).toBeNull()
  expect((await authorBySlug(db, 'nobody')).value).toBeNull()
})

test('all authors are sorted by name, and a new one invalidates the list', async () => {
  const before = await allAuthors(db)
  const id = await addAuthor(db, ida)
  expect((await allAuthors(db)).value.map((author) => author.id)).toEqual([id, MARA, TOMAS])
  const stale = (await staleSince(db, 0)).tags
  expect(stale).toContain(tags.author(id))
  expect(before.tags.some((tag) => stale.includes(tag))).toBe(true)
})

test('the old address of a renamed author redirects to the new one', async () => {
  await renameAuthor(db, { id: TOMAS, name: 'Tomas Reed-Lind', slug: 'tomas-reed-lind', now: NOW })
  expect((await authorBySlug(db, 'tomas-reed-lind')).value?.name).toBe('Tomas Reed-Lind')
  expect(await redirectFrom(db, { path: '/authors/tomas-reed', now: NOW })).toBe('/authors/tomas-reed-lind')
  expect((await staleSince(db, 0)).tags).toEqual([tags.address('/authors/tomas-reed'), tags.author(TOMAS)])
})

test.each(['', 'Two Words', 'mara-quill'])('the slug "%s" is refused', async (slug) => {
  await expect(addAuthor(db, { ...ida, slug })).rejects.toThrow()
  await expect(renameAuthor(db, { id: TOMAS, name: 'Tomas', slug, now: NOW })).rejects.toThrow()
  expect((await allAuthors(db)).value).toHaveLength(2)
})

test('a changed description invalidates the author’s pages; the same description does not', async () => {
  await describeAuthor(db, { id: TOMAS, role: 'Night editor', bio: 'Sleeps by day.', now: NOW })
  expect((await authorBySlug(db, 'tomas-reed')).value).toMatchObject({ role: 'Night editor', bio: 'Sleeps by day.' })
  const { seq, tags: stale } = await staleSince(db, 0)
  expect(stale).toEqual([tags.author(TOMAS)])
  await describeAuthor(db, { id: TOMAS, role: 'Night editor', bio: 'Sleeps by day.', now: NOW })
  expect((await staleSince(db, seq)).tags).toEqual([])
})

test('an address that another author has is a problem; the own address is not', async () => {
  expect(await authorAddressProblem(db, { slug: 'mara-quill', self: TOMAS })).toContain('Another author')
  expect(await authorAddressProblem(db, { slug: 'mara-quill', self: MARA })).toBeNull()
})
