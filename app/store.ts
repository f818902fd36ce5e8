import 'server-only'
import { openStore, type Store, storeFile } from '@/db/store/open'
import { siteRuntime } from '@/lib/pages/site-runtime'

let opened: Store | null = null

/** The store. */
export async function store(): Promise<Store> {
  const { dataDir: folder, committed } = siteRuntime()
  opened ??= openStore(storeFile(folder), committed)
  return opened
}

/** The folder of the store and the pictures. */
export function dataDir(): string {
  return siteRuntime().dataDir
}
