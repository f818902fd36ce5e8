import { expect, test } from 'vitest'
import { outbox } from '@/db/desk-schema'
import { NOW } from '@/db/fixtures'
import { inTransaction, openMemoryDb } from '@/db/open'
import { tellOf } from '@/db/outbox'

test('an event of one version is written once', async () => {
  const db = openMemoryDb()
  const event = { event: 'changed' as const, articleId: 7, version: 2, happenedAt: NOW }
  await inTransaction(db, (tx) => tellOf(tx, event))
  await inTransaction(db, (tx) => tellOf(tx, event))
  expect(await db.select().from(outbox)).toMatchObject([{ key: '7:2', ...event }])
})
