import 'server-only'
import { type Db, openDb, openMemoryDb, storeFile } from '@/db/open'
import { handover } from '@/lib/handover'

let opened: Promise<Db> | null = null

/** The store; while the site is being built, an empty one in memory. */
export function store(): Promise<Db> {
  opened ??= open()
  return opened
}

/** The folder of the store and the pictures. */
export function dataDir(): string {
  const given = handover()
  if (!given) throw new Error('there is no data directory while the site is being built')
  return given.dataDir
}

async function open(): Promise<Db> {
  const given = handover()
  if (given) return openDb(storeFile(given.dataDir), given.committed)
  const { foundEmptyPaper } = await import('@/db/demo-edition/fill')
  const db = openMemoryDb()
  await foundEmptyPaper(db, { now: new Date(0) })
  return db
}
