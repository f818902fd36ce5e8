import 'server-only'
import { type Db, openDb, storeFile } from '@/db/store/open'
import { siteRuntime } from '@/lib/pages/site-runtime'

let opened: Db | null = null

/** The store. */
export async function store(): Promise<Db> {
  const { dataDir: folder, committed } = siteRuntime()
  opened ??= openDb(storeFile(folder), committed)
  return opened
}

/** The folder of the store and the pictures. */
export function dataDir(): string {
  return siteRuntime().dataDir
}
