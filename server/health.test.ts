import { copyFileSync, mkdtempSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createEmptyPaper } from '@/db/demo-edition/fill'
import { addTopic as saveTopic } from '@/db/paper/topics'
import { closeStore, inTransaction, openStore, type Store, storeFile } from '@/db/store/open'
import { NOW } from '@/db/testing/fixtures'
import { setReadOnly } from '@/db/testing/full-disk'
import { Health } from '@/server/health'
import { Overloaded } from '@/server/http/concurrency-limit'
import { storedPage } from '@/server/pages/page-store'
import type { Outcome } from '@/server/pages/pages'

const FRONT: Outcome = {
  kind: 'page',
  page: storedPage({
    path: '/',
    document: null,
    status: 200,
    body: Buffer.from('<h1>The Observer</h1>'),
    link: '',
    lastModified: NOW,
    freshUntil: Number.POSITIVE_INFINITY,
    tags: [],
  }),
}
const ROOM = 10 * 1024 ** 3

let dataDir: string
let db: Store
let front: () => Promise<Outcome>
let feed: () => Promise<Outcome>
let freeBytes: number
let health: Health
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-health-'))
  db = openStore(storeFile(dataDir))
  await createEmptyPaper(db, { now: NOW })
  front = async () => FRONT
  feed = async () => FRONT
  freeBytes = ROOM
  health = new Health({
    db,
    dataDir,
    now: () => NOW,
    pageAt: (path) => (path === '/' ? front() : feed()),
    freeBytes: async () => freeBytes,
  })
})
afterEach(async () => {
  await closeStore(db)
  rmSync(dataDir, { recursive: true })
})

const addTopic = () => saveTopic(db, { slug: 'ferries', name: 'Ferries', description: '', now: NOW })

async function report() {
  const { status, summary, checks } = await health.report()
  const wrong = Object.entries(checks).flatMap(([name, { isOk, message }]) => (isOk ? [] : [`${name}: ${message}`]))
  return { status, summary, wrong }
}

const SOUND = { status: 200, summary: 'ok', wrong: [] }

test('a sound site is ok in everything that is looked at [health]', async () => {
  expect(await report()).toEqual(SOUND)
  expect(Object.keys((await health.report()).checks)).toEqual(['pages', 'store', 'disk', 'schedule'])
  expect((await health.report()).checks.disk.freeBytes).toBe(ROOM)
})

test('a front page that cannot be rendered is 503, until it can be [health]', async () => {
  front = async () => ({ kind: 'failed', error: new Error('/ rendered as 500') })
  expect(await report()).toEqual({
    status: 503,
    summary: 'down',
    wrong: ['pages: The front page cannot be made: readers get the error page. The log of the site says why.'],
  })
  front = async () => {
    throw new Overloaded()
  }
  expect((await report()).wrong).toEqual([expect.stringContaining('More pages are asked for at once')])
  front = async () => FRONT
  expect(await report()).toEqual(SOUND)
})

test('a main feed that cannot be made is 503 although the front page can [health]', async () => {
  feed = async () => ({ kind: 'failed', error: new RangeError('Incorrect locale information provided') })
  const wrong = ['pages: The main feed cannot be made: readers get the error page. The log of the site says why.']
  expect(await report()).toEqual({ status: 503, summary: 'down', wrong })
})

test('a store that cannot be written to limits the site without 503, and is ok by itself once it can', async () => {
  setReadOnly(db, true)
  await expect(addTopic()).rejects.toThrow('readonly')
  expect(await report()).toEqual({
    status: 200,
    summary: 'limited',
    wrong: [expect.stringContaining('store: The site may not write to its disk.')],
  })
  setReadOnly(db, false)
  expect(await report()).toEqual(SOUND)
  expect(await addTopic()).not.toHaveProperty('problems')
})

test('a full disk is said before a write fails, and no longer once there is room', async () => {
  freeBytes = 3 * 1024 ** 2
  expect(await report()).toEqual({
    status: 200,
    summary: 'limited',
    wrong: ['disk: The disk has 3.0 MiB left. Make room on it; the site goes on by itself.'],
  })
  freeBytes = ROOM
  expect(await report()).toEqual(SOUND)
})

test('a store that was removed, replaced or emptied while the site runs is said, and nothing is saved into it', async () => {
  const file = storeFile(dataDir)
  const aside = join(dataDir, 'aside.sqlite')
  copyFileSync(file, aside)
  renameSync(file, join(dataDir, 'away.sqlite'))
  for (const replace of [() => {}, () => copyFileSync(aside, file), () => writeFileSync(file, '')]) {
    replace()
    expect((await report()).wrong, String(replace)).toEqual([
      expect.stringContaining('store: The file of the store was removed, replaced or emptied while the site runs'),
    ])
    await expect(addTopic()).rejects.toThrow('no longer the file that the site has opened')
  }
  // An emptied file cannot be read by readers either.
  expect((await report()).status).toBe(503)
  renameSync(join(dataDir, 'away.sqlite'), file)
  expect(await report()).toEqual(SOUND)
  expect(await addTopic()).not.toHaveProperty('problems')
})

test('a store that is cut short while the site runs is 503', async () => {
  const file = storeFile(dataDir)
  db.$client.pragma('wal_checkpoint(TRUNCATE)')
  expect(await report()).toEqual(SOUND)
  truncateSync(file, 16_384)
  const { status, wrong } = await report()
  expect(status).toBe(503)
  expect(wrong.join()).toMatch(/store: .*(cut short|damaged)/)
})

test('a large store that has become smaller is read beside the site, and once', async () => {
  let reads = 0
  const readBeside = () => {
    reads += 1
    return true
  }
  const pageAt = async () => FRONT
  const large = new Health({ db, dataDir, pageAt, readBeside, now: () => NOW, freeBytes: async () => ROOM })
  const other = new Database(storeFile(dataDir))
  other.exec('create table filler as select randomblob(1000000) as bytes; pragma wal_checkpoint(TRUNCATE)')
  await large.report()
  other.exec('drop table filler; vacuum; pragma wal_checkpoint(TRUNCATE)')
  other.close()
  expect(await large.report()).toMatchObject({ status: 200 })
  await large.report()
  expect(reads).toBe(1)
})

test('a store that a newer version has migrated meanwhile is said', async () => {
  await inTransaction(db, async (tx) =>
    tx.run(sql`insert into __drizzle_migrations (hash, created_at) values ('of a later year', 4102444800000)`),
  )
  expect((await report()).wrong).toEqual([expect.stringContaining('A newer version of the site has changed the store')])
})

test('a paper that is gone from the store is 503', async () => {
  await inTransaction(db, async (tx) => tx.run(sql`delete from settings`))
  expect(await report()).toMatchObject({ status: 503, wrong: [expect.stringContaining('There is no paper')] })
})
