import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fillDemoEdition } from '@/db/demo-edition/fill'
import { closeStore, openStore, storeFile } from '@/db/store/open'

/** The instant at which the demo edition of the tests is filled in. */
export const PRINTED_AT = new Date('2026-11-23T08:00:00Z')

/** Filled once a run; each paper under test starts from a copy. */
export const DEMO_DATA = resolve('.build/demo-data')

/** Playwright's global set-up: a filled store. Pictures of an earlier run are used again. */
export default async function fillDemoData(): Promise<void> {
  mkdirSync(DEMO_DATA, { recursive: true })
  for (const left of ['', '-wal', '-shm']) rmSync(`${storeFile(DEMO_DATA)}${left}`, { force: true })
  const unfinished = join(DEMO_DATA, 'unfinished.sqlite')
  rmSync(unfinished, { force: true })
  const db = openStore(unfinished)
  await fillDemoEdition(db, { dataDir: DEMO_DATA, now: PRINTED_AT })
  await closeStore(db)
  renameSync(unfinished, storeFile(DEMO_DATA))
}
