import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accountAdapter } from '@/db/accounts/account-adapter'
import { verifications } from '@/db/store/account-schema'
import { closeDb, type Db, inTransaction, openDb } from '@/db/store/open'
import { hoursAhead, NOW } from '@/db/testing/fixtures'

let folder: string
let db: Db

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-accounts-'))
  db = openDb(join(folder, 'store.sqlite'))
})

afterEach(async () => {
  await closeDb(db)
  rmSync(folder, { recursive: true, force: true })
})

const model = 'verification'
const data = { identifier: 'challenge', value: 'first', expiresAt: hoursAhead(1), createdAt: NOW, updatedAt: NOW }
const where = [{ field: 'identifier', value: 'challenge' }]

test('what better-auth writes it reads again: instants as instants, counted and consumed once', async () => {
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

test('a write waits its turn behind an open transaction, and a read does not wait', async () => {
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

test('a transaction of better-auth writes through the queue too', async () => {
  const adapter = accountAdapter(db)({})
  await adapter.transaction(async (inside) => {
    await inside.create({ model, data })
    // Other writes go on between its steps.
    await inTransaction(db, async () => {})
    await inside.update({ model, where, update: { value: 'second' } })
  })
  expect(await adapter.findOne({ model, where })).toMatchObject({ value: 'second' })
})
