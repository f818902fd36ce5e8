import 'server-only'
import { closeStore, openStore, type Store, storeFile } from '@/db/store/open'
import { siteRuntime } from '@/lib/pages/site-runtime'

let opened: Store | null = null

/** The store. */
export async function store(): Promise<Store> {
  if (opened) return opened
  const { dataDir: folder, committed, beforeStop } = siteRuntime()
  const db = openStore(storeFile(folder), committed)
  // As long as one connection is open, the store is more than one file.
  beforeStop(() => closeStore(db))
  opened = db
  return db
}

/** The folder of the store and the pictures. */
export function dataDir(): string {
  return siteRuntime().dataDir
}
