import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accountAdapter } from '@/db/accounts/account-adapter'
import { verifications } from '@/db/store/account-schema'
import { closeStore, inTransaction, openStore, type Store } from '@/db/store/open'
import { hoursAhead, NOW } from '@/db/testing/fixtures'

let folder: string
let db: Store

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-accounts-'))
  db = openStore(join(folder, 'store.sqlite'))
})

afterEach(async () => {
  await closeStore(db)
  rmSync(folder, { recursive: true, force: true })
})

const model = 'verification'
const data = { identifier: 'challenge', value: 'first', expiresAt: hoursAhead(1), createdAt: NOW, updatedAt: NOW }
const where = [{ field: 'identifier', value: 'challenge' }]

test('better-auth reads back what it wrote, instants included; a row is counted and consumed once', async () => {
  const adapter = accountAdapter(db)({})
  await adapter.create({ model, data })
  expect(await adapter.findOne({ model, where })).toMatchObject({ value: 'first', expiresAt: hoursAhead(1) })
  await adapter.update({ model, where, update: { value: 'second' } })
  expect(await adapter.updateMany({ model, where, update: { value: 'third' } })).toBe(1)
  expect(await adapter.count({ model, where })).toBe(1)
  const consumed = await Promise.all([1, 2].map(() => adapter.consumeOne({ model, where })))
  expect(consumed.filter((row) => row !== null)).toHaveLength(1)
  expect(await adapter.deleteMany({ model, where })).toBe(0)
})

test('a write waits for an open transaction, a read does not', async () => {
  const adapter = accountAdapter(db)({})
  const order: string[] = []
  let finish = () => {}
  const held = new Promise<void>((resolve) => {
    finish = resolve
  })
  const transaction = inTransaction(db, async () => {
    await held
    order.push('transaction')
  })
  const write = adapter.create({ model, data }).then(() => order.push('write'))
  expect(await adapter.findOne({ model, where })).toBeNull()
  order.push('read')
  finish()
  await Promise.all([transaction, write])
  expect(order).toEqual(['read', 'transaction', 'write'])
  expect(await db.select().from(verifications)).toHaveLength(1)
})

test('the steps of a better-auth transaction are separate writes in the queue', async () => {
  const adapter = accountAdapter(db)({})
  await adapter.transaction(async (inside) => {
    await inside.create({ model, data })
    // Other writes go on between its steps.
    await inTransaction(db, async () => {})
    await inside.update({ model, where, update: { value: 'second' } })
  })
  expect(await adapter.findOne({ model, where })).toMatchObject({ value: 'second' })
})
