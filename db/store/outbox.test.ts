import { expect, test } from 'vitest'
import { outbox } from '@/db/store/desk-schema'
import { inTransaction, openMemoryStore } from '@/db/store/open'
import { enqueueEvent } from '@/db/store/outbox'
import { NOW } from '@/db/testing/fixtures'

test('an event of one version is written once', async () => {
  const db = openMemoryStore()
  const event = { event: 'changed' as const, articleId: 7, version: 2, happenedAt: NOW }
  await inTransaction(db, (tx) => enqueueEvent(tx, event))
  await inTransaction(db, (tx) => enqueueEvent(tx, event))
  expect(await db.select().from(outbox)).toMatchObject([{ key: '7:2', ...event }])
})
