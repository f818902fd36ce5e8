import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { closeStore, inTransaction, openStore, writeFault } from '@/db/store/open'
import { topics } from '@/db/store/schema'
import { faultForEditors, storageFault } from '@/db/store/storage-fault'
import { fillDisk, makeRoom } from '@/db/testing/full-disk'

const failure = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more })

test.each([
  ['SQLITE_FULL', 'full', 507],
  ['ENOSPC', 'full', 507],
  ['EDQUOT', 'full', 507],
  ['SQLITE_READONLY_DBMOVED', 'read-only', 503],
  ['EROFS', 'read-only', 503],
  ['SQLITE_CORRUPT_INDEX', 'damaged', 503],
  ['SQLITE_NOTADB', 'damaged', 503],
  ['SQLITE_IOERR_SHORT_READ', 'failing', 503],
  ['EFBIG', 'failing', 503],
  ['SQLITE_CANTOPEN', 'unreachable', 503],
  ['SQLITE_BUSY_SNAPSHOT', 'busy', 503],
])('%s is the fault “%s”, answered with %i, also as the cause of another error', (code, kind, status) => {
  expect(storageFault(failure(code))).toMatchObject({ kind, status })
  expect(storageFault(new Error('Failed query', { cause: failure(code) }))).toMatchObject({ kind, status })
})

test('what has nothing to do with the disk is no fault of it', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  for (const other of [
    new Error('no paper'),
    failure('SQLITE_CONSTRAINT_UNIQUE'),
    failure('SQLITE_FULLER'),
    failure('ENOENT', { syscall: 'open' }),
    failure('EACCES', { syscall: 'listen' }),
    'SQLITE_FULL',
    null,
  ]) {
    expect(storageFault(other)).toBeNull()
  }
  server.close()
  const circle = failure('ENOENT')
  circle.cause = circle
  expect(storageFault(circle)).toBeNull()
})

test('a file that may not be written is a fault of the disk', () => {
  expect(storageFault(failure('EACCES', { syscall: 'open' }))?.kind).toBe('read-only')
})

test('a transaction on a full disk stores nothing, is known as the fault of the store, and works once there is room', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-full-'))
  const db = openStore(join(folder, 'broadsheet.sqlite'))
  const save = () =>
    inTransaction(db, async (tx) => {
      await tx.insert(topics).values({ slug: 'before', name: 'Before the long one', description: '' })
      await tx.insert(topics).values({ slug: 'ferries', name: 'Ferries', description: 'Sails at six. '.repeat(20_000) })
    })
  fillDisk(db)
  const refused = await save().catch((error) => storageFault(error))
  expect(refused).toMatchObject({ kind: 'full', status: 507 })
  expect(await db.$count(topics)).toBe(0)
  makeRoom(db)
  await save()
  expect(await db.$count(topics)).toBe(2)
  expect(await writeFault(db)).toBeNull()
  await closeStore(db)
  rmSync(folder, { recursive: true })
})

test('an editor reads what is wrong and what to do', () => {
  const full = storageFault(failure('SQLITE_FULL'))
  expect(full && faultForEditors(full)).toBe(
    'This was not done, because the disk of the site is full. Tell whoever runs the site, and try again once that is mended.',
  )
})
