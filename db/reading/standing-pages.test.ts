import { expect, test } from 'vitest'
import { standingPage, writeStandingPage } from '@/db/reading/standing-pages'
import { staleSince } from '@/db/store/invalidation'
import { openMemoryStore } from '@/db/store/open'
import { hoursAgo, NOW } from '@/db/testing/fixtures'
import type { Body } from '@/lib/article/body'
import { asOfTag, tags } from '@/lib/pages/tags'

const body: Body = [{ type: 'paragraph', id: 'e1', text: [{ text: 'We correct what is wrong.' }] }]

test('a standing page is null until it is written, and writing it invalidates its tag', async () => {
  const db = openMemoryStore()
  const before = await standingPage(db, 'ethics')
  expect(before).toEqual({ value: null, tags: [tags.standingPage('ethics')] })
  await writeStandingPage(db, { slug: 'ethics', headline: 'Our rules', body, now: hoursAgo(1) })
  expect((await staleSince(db, 0)).tags).toEqual(before.tags)
  expect(await standingPage(db, 'ethics')).toEqual({
    value: { headline: 'Our rules', body },
    tags: [tags.standingPage('ethics'), asOfTag(hoursAgo(1))],
  })
})

test('a later save replaces the earlier content', async () => {
  const db = openMemoryStore()
  await writeStandingPage(db, { slug: 'about', headline: 'About', body, now: hoursAgo(1) })
  await writeStandingPage(db, { slug: 'about', headline: 'About the paper', body: [], now: NOW })
  expect(await standingPage(db, 'about')).toEqual({
    value: { headline: 'About the paper', body: [] },
    tags: [tags.standingPage('about'), asOfTag(NOW)],
  })
})
