import { expect, test } from 'vitest'
import { changeSiteSettings, createSite, hasSite, siteSettings } from '@/db/paper/site'
import { lastStaleAt, staleSince } from '@/db/store/invalidation'
import { openMemoryStore } from '@/db/store/open'
import { hoursAgo, NOW, PAPER } from '@/db/testing/fixtures'
import { tags } from '@/lib/pages/tags'

test('a store without a site says so', async () => {
  const db = openMemoryStore()
  expect(await hasSite(db)).toBe(false)
  await expect(siteSettings(db)).rejects.toThrow('no paper is founded')
  await expect(changeSiteSettings(db, { changes: { name: 'The Tide' }, now: NOW })).rejects.toThrow('no paper')
})

test('a site is set up once', async () => {
  const db = openMemoryStore()
  expect(await createSite(db, { paper: PAPER, now: NOW })).toBe(true)
  expect(await createSite(db, { paper: { ...PAPER, name: 'The Tide' }, now: NOW })).toBe(false)
  expect(await hasSite(db)).toBe(true)
  expect(await staleSince(db, 0)).toEqual({ seq: 1, tags: [tags.site] })
  expect(await siteSettings(db)).toEqual({ value: PAPER, tags: [tags.site] })
})

test('a change keeps the other settings and invalidates what every page shows', async () => {
  const db = openMemoryStore()
  await createSite(db, { paper: PAPER, now: hoursAgo(5) })
  const { seq } = await staleSince(db, 0)
  await changeSiteSettings(db, { changes: { tagline: 'Every tide, every day' }, now: NOW })
  expect((await siteSettings(db)).value).toEqual({ ...PAPER, tagline: 'Every tide, every day' })
  expect((await staleSince(db, seq)).tags).toEqual([tags.site])
  expect(await lastStaleAt(db, [tags.site])).toEqual(NOW)
})
