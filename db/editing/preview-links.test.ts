import { beforeEach, expect, test } from 'vitest'
import { changeRole, deactivateUser } from '@/db/accounts/users'
import {
  previewedArticle,
  revokePreview,
  sharedPreviews,
  sharePreview,
  wasPreviewLink,
} from '@/db/editing/preview-links'
import { previewLinks } from '@/db/store/desk-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aUser } from '@/db/testing/accounts'
import { aPaper, aStory, hoursAgo, hoursAhead, NOW } from '@/db/testing/fixtures'

let db: MemoryStore
let ferry: number
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  ferry = await aStory(db, { headline: 'Ferry plan', state: 'draft', publishedAt: null })
})

const share = (now: Date, hours = 24) => sharePreview(db, { articleId: ferry, hours, by: 'Mara Quill', now })

test('a link shows its article until it expires', async () => {
  const { secret } = await share(NOW)
  expect(await previewedArticle(db, { secret, now: new Date(hoursAhead(24).getTime() - 1) })).toBe(ferry)
  expect(await previewedArticle(db, { secret, now: hoursAhead(24) })).toBeNull()
  expect(await wasPreviewLink(db, secret)).toBe(true)
})

test('a revoked link shows nothing and stays revoked', async () => {
  const { id, secret } = await share(NOW)
  expect(await revokePreview(db, { id, articleId: ferry, now: NOW })).toBe(true)
  expect(await revokePreview(db, { id, articleId: ferry, now: hoursAhead(1) })).toBe(true)
  expect(await previewedArticle(db, { secret, now: NOW })).toBeNull()
  const [row] = await db.select().from(previewLinks)
  expect(row?.revokedAt).toEqual(NOW)
})

test('a link is revoked through its own article only', async () => {
  const { id, secret } = await share(NOW)
  const other = await aStory(db, { headline: 'Night tram' })
  expect(await revokePreview(db, { id, articleId: other, now: NOW })).toBe(false)
  expect(await revokePreview(db, { id: 4711, articleId: ferry, now: NOW })).toBe(false)
  expect(await previewedArticle(db, { secret, now: NOW })).toBe(ferry)
})

test('an unknown secret shows nothing', async () => {
  await share(NOW)
  for (const secret of ['', 'guess', 'f'.repeat(48)]) {
    expect(await previewedArticle(db, { secret, now: NOW })).toBeNull()
    expect(await wasPreviewLink(db, secret)).toBe(false)
  }
})

test('the store does not contain the secrets of links', async () => {
  const { secret } = await share(NOW)
  expect(secret).toMatch(/^[0-9a-f]{48}$/)
  expect(JSON.stringify(await db.select().from(previewLinks))).not.toContain(secret)
})

test('the valid links of an article are listed, newest first', async () => {
  await share(hoursAgo(30))
  const { id: older } = await share(hoursAgo(2), 72)
  const { id: revoked } = await share(hoursAgo(1))
  const { id: newer } = await share(NOW)
  await revokePreview(db, { id: revoked, articleId: ferry, now: NOW })
  expect(await sharedPreviews(db, { articleId: ferry, now: NOW })).toEqual([
    {
      id: newer,
      createdBy: 'Mara Quill',
      createdAt: NOW.getTime(),
      expiresAt: hoursAhead(24).getTime(),
      version: null,
      recipient: '',
    },
    {
      id: older,
      createdBy: 'Mara Quill',
      createdAt: hoursAgo(2).getTime(),
      expiresAt: hoursAhead(70).getTime(),
      version: null,
      recipient: '',
    },
  ])
})

test('a link ends with the account of the person who made it, and other links stay', async () => {
  await aUser(db, 'ines', 'admin')
  const id = await aUser(db, 'mara', 'editor')
  const { secret } = await sharePreview(db, { articleId: ferry, hours: 24, by: 'mara', byId: id, now: NOW })
  const { secret: other } = await share(NOW)
  await deactivateUser(db, { id, now: hoursAhead(1) })
  expect(await previewedArticle(db, { secret, now: hoursAhead(1) })).toBeNull()
  expect(await previewedArticle(db, { secret: other, now: hoursAhead(1) })).toBe(ferry)
})

test('a link ends when the person who made it may no longer share previews', async () => {
  const id = await aUser(db, 'mara', 'editor')
  const { secret } = await sharePreview(db, { articleId: ferry, hours: 24, by: 'mara', byId: id, now: NOW })
  await changeRole(db, { id, role: 'contributor', now: NOW })
  expect(await previewedArticle(db, { secret, now: NOW })).toBeNull()
})
