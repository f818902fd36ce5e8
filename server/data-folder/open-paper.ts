import { statSync } from 'node:fs'
import { hasSite } from '@/db/paper/site'
import { type CommitHook, closeStore, openStore, type Store, storeFile } from '@/db/store/open'
import { damaged, damageIn } from '@/db/store/sound-file'
import { heldPaper, lostStore, refuseLostStore } from '@/server/data-folder/paper-mark'

interface Opening {
  dataDir: string
  /** Runs after each commit of this process. */
  hook?: CommitHook
  /** Whether every page of the store is read first. `when small`: unless that would take longer than a start may. */
  isChecked: boolean | 'when small'
}

/** Up to this size a store is read as a whole in about a second; one of a GB takes a minute. */
const SMALL_UP_TO_BYTES = 32 * 1024 ** 2

/** Whether a start reads the whole store before it serves; a larger one is read afterwards (StoreCheck). */
export function isSmall(file: string): boolean {
  return statSync(file).size <= SMALL_UP_TO_BYTES
}

/**
 * The store of the paper in `dataDir`, made when the folder is new. Throws UnusableStore, in words for whoever runs the
 * site, when the store cannot be used, or when there was a paper in the folder and there is none now.
 */
export async function openPaper({ dataDir, hook, isChecked }: Opening): Promise<Store> {
  refuseLostStore(dataDir)
  const file = storeFile(dataDir)
  const db = openStore(file, hook)
  try {
    const isRead = isChecked === 'when small' ? isSmall(file) : isChecked
    const found = isRead ? damageIn(db.$client) : null
    if (found !== null) throw damaged(file, found)
    if (heldPaper(dataDir) && !(await hasSite(db))) throw lostStore(dataDir, `${file} holds no paper`)
    return db
  } catch (error) {
    await closeStore(db)
    throw error
  }
}
