import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { indexArticle } from '@/db/search/index-article'
import { closeStore, inTransaction, openMemoryStore, openStore, type Store } from '@/db/store/open'
import { storageFault } from '@/db/store/storage-fault'
import { aPaper, aStory, hoursAgo, NOW } from '@/db/testing/fixtures'
import type { ThreadedAnswer, ThreadedInput } from '@/db/threaded-queries/threaded-queries'
import { refusalReason } from '@/lib/pages/query-threads'
import { IN_BACKGROUND, QueryThreadPool } from '@/server/query-threads/query-thread-pool'

/** Inside the project, where the packages are found. */
const built = mkdtempSync(join(resolve('node_modules'), '.query-threads-'))
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-query-threads-'))
const store = join(folder, 'paper.sqlite')
const SEARCH: ThreadedInput<'search'> = {
  asked: { query: 'ferry', order: 'relevance', section: '', topic: '', author: '', kind: '', from: '', until: '' },
  timeZone: 'Europe/Lisbon',
  now: NOW,
  page: 1,
  perPage: 10,
}

let db: Store
const pools: QueryThreadPool[] = []

/**
 * A thread in place of the real one, which does as the name of a query says: echoes, keeps silent until nobody wants the
 * answer, stays in one statement for good, or breaks.
 */
const STAND_IN = `
  import { readlinkSync } from 'node:fs'
  import { basename } from 'node:path'
  import { parentPort, workerData } from 'node:worker_threads'
  const asleep = new Int32Array(new SharedArrayBuffer(4))
  parentPort.on('message', (message) => {
    if (message === 'close') return parentPort.close()
    const { job, name, input } = message
    if (name === 'breaks') throw new Error('the thread broke')
    if (name === 'stuck') for (;;) Atomics.wait(asleep, 0, 0, 5)
    if (name === 'fills the memory') for (const all = [];;) all.push(new Array(10_000).fill(String(Math.random())))
    if (name === 'starved') Atomics.wait(asleep, 0, 0, 100)
    if (name === 'starved for long') Atomics.wait(asleep, 0, 0, 3000)
    while (name === 'slow' && Atomics.load(workerData.unwanted, 0) < job) Atomics.wait(asleep, 0, 0, 1)
    parentPort.postMessage({ job, answer: input })
  })
  parentPort.postMessage({ ready: NUMBER })
`

/** Tells the number by which the system counts its processor time, or none. */
const standIn = (number: string) => STAND_IN.replace('NUMBER', number)

beforeAll(async () => {
  await build({
    entryPoints: ['server/query-threads/query-thread.ts'],
    outdir: built,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
  })
  writeFileSync(join(built, 'stand-in.mjs'), standIn('null'))
  writeFileSync(
    join(built, 'measured.mjs'),
    standIn("process.platform === 'linux' ? Number(basename(readlinkSync('/proc/thread-self'))) : null"),
  )
  db = await paperAt(store)
})

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()))
})

afterAll(async () => {
  await closeStore(db)
  rmSync(built, { recursive: true })
  rmSync(folder, { recursive: true })
})

function threads(limits: ConstructorParameters<typeof QueryThreadPool>[1] = {}, script = 'stand-in.mjs') {
  const pool = new QueryThreadPool({ script: join(built, script), store }, { threads: 1, waitMs: 60_000, ...limits })
  pools.push(pool)
  return {
    pool,
    ask: (name: string, options: { asker?: 'reader' | 'desk'; signal?: AbortSignal; input?: unknown } = {}) =>
      pool.run(name, options.input ?? name, { asker: options.asker ?? 'reader', signal: options.signal }),
  }
}

/** The reason for which `asked` is refused; the answer when there is one. */
async function reasonOf(asked: Promise<unknown>): Promise<unknown> {
  return asked.catch((error: unknown) => {
    const reason = refusalReason(error)
    if (reason === null) throw error
    return reason
  })
}

/** A paper without stories in a file. */
async function paperAt(file: string): Promise<Store> {
  const made = await aPaper(openMemoryStore())
  writeFileSync(file, made.$client.serialize())
  await closeStore(made)
  return openStore(file)
}

async function published(headline: string): Promise<number> {
  return inTransaction(db, async (tx) => {
    const id = await aStory(tx, { headline, publishedAt: hoursAgo(1) })
    await indexArticle(tx, { id, headline, standfirst: '', body: '', names: '' })
    return id
  })
}

describe('the real thread', () => {
  const found = async (ask: ReturnType<typeof threads>['ask'], query = 'ferry') => {
    const answer = await ask('search', { input: { ...SEARCH, asked: { ...SEARCH.asked, query } } })
    return (answer as ThreadedAnswer<'search'>).value.teasers
  }

  test('finds what was committed right before, and answers with dates', async () => {
    const { ask } = threads({}, 'query-thread.mjs')
    expect(await found(ask)).toEqual([])
    const id = await published('The last ferry leaves at six')
    expect(await found(ask)).toMatchObject([{ id, publishedAt: hoursAgo(1) }])
    const other = await published('A second ferry for the harbour')
    expect((await found(ask)).map((teaser) => teaser.id).toSorted()).toEqual([id, other].toSorted())
  })

  test('keeps no connection open once it is closed, so that the store is one file', async () => {
    const alone = join(folder, 'alone.sqlite')
    const own = await paperAt(alone)
    const pool = new QueryThreadPool({ script: join(built, 'query-thread.mjs'), store: alone })
    await pool.run('search', SEARCH, { asker: 'reader' })
    await pool.close()
    await closeStore(own)
    expect(existsSync(`${alone}-wal`)).toBe(false)
  })

  test('says why it failed, with the code by which a fault of the store is known', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const { ask } = threads({}, 'query-thread.mjs')
    await expect(ask('no such query')).rejects.toThrow('there is no query “no such query”')
    const nowhere = new QueryThreadPool({ script: join(built, 'query-thread.mjs'), store: join(folder, 'gone.sqlite') })
    pools.push(nowhere)
    const error = await nowhere.run('search', SEARCH, { asker: 'reader' }).catch((thrown) => thrown)
    expect(storageFault(error)?.kind).toBe('unreachable')
  })
})

test('a query that runs for too long is refused, and the thread goes on with the next [answers-in-time]', async () => {
  const { ask } = threads({ runMs: 30 })
  expect(await reasonOf(ask('slow'))).toBe('too-much')
  expect(await ask('echo')).toBe('echo')
})

test('a query that waits for a processor is not refused before it has had its time, or five times as long', async () => {
  const { ask } = threads({ runMs: 50 }, 'measured.mjs')
  // Only Linux tells the time that a thread has had.
  expect(await reasonOf(ask('starved'))).toBe(process.platform === 'linux' ? 'starved' : 'too-much')
  expect(await reasonOf(ask('slow'))).toBe('too-much')
  // Long enough that the answer cannot come first on a busy machine.
  expect(await reasonOf(threads({ runMs: 50 }).ask('starved for long'))).toBe('too-much')
})

test('one query more than may wait is refused at once; the desk has a queue of its own', async () => {
  const { ask, pool } = threads({ waiting: 2, runMs: 200 })
  await ask('echo')
  const running = reasonOf(ask('slow'))
  const waiting = [ask('first'), ask('second')]
  expect(await reasonOf(ask('third'))).toBe('too-many')
  expect(pool.load).toEqual({ waiting: 2, running: 1, threads: 1 })
  const fromTheDesk = ask('from the desk', { asker: 'desk' })
  expect(await running).toBe('too-much')
  expect(await Promise.all([...waiting, fromTheDesk])).toEqual(['first', 'second', 'from the desk'])
})

test('readers and the desk take turns', async () => {
  const { ask } = threads({ runMs: 50 })
  await ask('echo')
  const order: unknown[] = []
  const noted = (asked: Promise<unknown>) => asked.then((answer) => order.push(answer))
  const running = reasonOf(ask('slow'))
  const all = [
    ...['r1', 'r2', 'r3'].map((name) => ask(name)),
    ...['d1', 'd2'].map((name) => ask(name, { asker: 'desk' })),
  ]
  await Promise.all([running, ...all.map(noted)])
  expect(order).toEqual(['d1', 'r1', 'd2', 'r2', 'r3'])
})

test('a query that waits for too long is refused', async () => {
  // The start of a thread takes longer.
  const { ask } = threads({ waitMs: 1 })
  expect(await reasonOf(ask('echo'))).toBe('too-many')
})

test('an asker who leaves frees the thread, and the place in the queue', async () => {
  const { ask, pool } = threads()
  await ask('echo')
  const leaving = new AbortController()
  const running = reasonOf(ask('slow', { signal: leaving.signal }))
  const waiting = reasonOf(ask('echo', { signal: leaving.signal }))
  leaving.abort()
  expect(await Promise.all([running, waiting])).toEqual(['left', 'left'])
  expect(await reasonOf(ask('echo', { signal: leaving.signal }))).toBe('left')
  expect(pool.load.waiting).toBe(0)
  expect(await ask('echo')).toBe('echo')
})

test.each(['breaks', 'fills the memory'])(
  'of a thread that %s, the asker hears, and another takes its place',
  async (name) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { ask } = threads({ heapMb: 16 })
    const next = Promise.resolve().then(() => ask('echo'))
    expect(await reasonOf(ask(name))).toBe('too-much')
    expect(await next).toBe('echo')
    expect(log).toHaveBeenCalled()
  },
)

test('a thread that stays in one statement is replaced', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { ask } = threads({ runMs: 20, graceMs: 20 })
  expect(await reasonOf(ask('stuck'))).toBe('too-much')
  expect(await ask('echo')).toBe('echo')
  expect(log).toHaveBeenCalledWith(expect.stringContaining('stuck'))
})

test('a thread without work ends, but for the last one', async () => {
  const { ask, pool } = threads({ threads: 2, idleMs: 20 })
  await Promise.all([ask('echo'), ask('echo')])
  await vi.waitFor(() => expect(pool.load.threads).toBe(1))
  expect(await ask('echo')).toBe('echo')
})

test('no thread of background jobs is left when there is nothing to do', async () => {
  const { ask, pool } = threads({ ...IN_BACKGROUND, idleMs: 20 })
  await Promise.all([ask('echo'), ask('echo')])
  expect(pool.load.threads).toBe(1)
  await vi.waitFor(() => expect(pool.load.threads).toBe(0))
  expect(await ask('echo')).toBe('echo')
})

test('what waits when the site stops is refused', async () => {
  const { ask, pool } = threads()
  await ask('echo')
  const asked = [ask('slow'), ask('echo')].map(reasonOf)
  await pool.close()
  expect(await Promise.all(asked)).toEqual(['too-many', 'too-many'])
  expect(await reasonOf(ask('echo'))).toBe('too-many')
})
