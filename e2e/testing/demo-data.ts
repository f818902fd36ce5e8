import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fillDemoEdition } from '@/db/demo-edition/fill'
import { closeStore, openStore, storeFile } from '@/db/store/open'

/** The instant at which the demo edition of the tests is filled in. */
export const PRINTED_AT = new Date('2026-11-23T08:00:00Z')

/** A filled store and its pictures, kept between runs; each paper under test starts from a copy of the store. */
export const DEMO_DATA = resolve('.build/demo-data')

/** Playwright's global set-up: fills the store, unless it was filled by the sources of this build already. */
export default async function fillDemoData(): Promise<void> {
  const sources = readFileSync('.build/sources-hash', 'utf8')
  const stamp = join(DEMO_DATA, 'sources-hash')
  if (textOf(stamp) === sources) return
  mkdirSync(DEMO_DATA, { recursive: true })
  rmSync(stamp, { force: true })
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${storeFile(DEMO_DATA)}${suffix}`, { force: true })
  const unfinished = join(DEMO_DATA, 'unfinished.sqlite')
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${unfinished}${suffix}`, { force: true })
  const db = openStore(unfinished)
  // Picture files of an earlier filling are used again: their names change with what they are made of.
  await fillDemoEdition(db, { dataDir: DEMO_DATA, now: PRINTED_AT })
  await closeStore(db)
  renameSync(unfinished, storeFile(DEMO_DATA))
  // Written last: a filling that was interrupted is done again.
  writeFileSync(stamp, sources)
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
