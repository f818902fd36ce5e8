import { readdirSync, readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { addressOf } from '@/db/addresses/addresses'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { redirects, sections } from '@/db/store/schema'
import { aPaper, aStory, hoursAgo, NOW, WORLD } from '@/db/testing/fixtures'

const MIGRATION = readdirSync('db/migrations').find((file) => file.endsWith('_archive-address.sql')) ?? ''

/** Runs the migration on a store of today, as on one in which the word was not reserved yet. */
function migrate(db: MemoryStore): void {
  for (const statement of readFileSync(`db/migrations/${MIGRATION}`, 'utf8').split('--> statement-breakpoint'))
    db.$client.exec(statement)
}

test('a section called archive moves, with its stories, pages and feeds, and the paper has its archive there', async () => {
  const db = await aPaper(openMemoryStore())
  await db.update(sections).set({ slug: 'archive' }).where(eq(sections.id, WORLD))
  await db.insert(redirects).values({ fromPath: '/old-files', toPath: '/archive', createdAt: hoursAgo(500) })
  for (let hour = 1; hour <= 31; hour++)
    await aStory(db, { headline: `Tide table ${hour}`, sectionId: WORLD, publishedAt: hoursAgo(hour) })
  migrate(db)
  const answer = async (path: string) => addressOf(db, { path, now: NOW })
  const moved = (location: string) => ({ kind: 'redirect', location })
  expect(await answer('/archive')).toEqual({ kind: 'page' })
  expect(await answer('/the-archive')).toEqual({ kind: 'page' })
  expect(await answer('/archive/page/2')).toEqual(moved('/the-archive/page/2'))
  expect(await answer('/archive/rss.xml')).toEqual(moved('/the-archive/rss.xml'))
  expect(await answer('/old-files')).toEqual(moved('/the-archive'))
  expect(await answer('/archive/tide-table-1-1')).toEqual(moved('/the-archive/tide-table-1-1'))
})

test('a paper with a section called the-archive as well gets another address, and one without either nothing', async () => {
  const db = await aPaper(openMemoryStore())
  migrate(db)
  expect(await db.select().from(redirects)).toEqual([])
  await db.insert(sections).values([
    { slug: 'archive', name: 'Archive', parentId: null, position: 8 },
    { slug: 'the-archive', name: 'The archive', parentId: null, position: 9 },
  ])
  migrate(db)
  const slugs = (await db.select({ slug: sections.slug }).from(sections)).map(({ slug }) => slug)
  expect(slugs).toEqual(expect.arrayContaining(['former-archive', 'the-archive']))
})
