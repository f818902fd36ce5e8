import { hasSite } from '@/db/paper/site'
import { type CommitHook, closeStore, openStore, type Store, storeFile } from '@/db/store/open'
import { damaged, damageIn } from '@/db/store/sound-file'
import { heldPaper, lostStore, refuseLostStore } from '@/server/data-folder/paper-mark'

interface Opening {
  dataDir: string
  /** Runs after each commit of this process. */
  hook?: CommitHook
  /** Whether every page of the store is read first, which takes about a second for each GB. */
  isChecked: boolean
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
    const found = isChecked ? damageIn(db.$client) : null
    if (found !== null) throw damaged(file, found)
    if (heldPaper(dataDir) && !(await hasSite(db))) throw lostStore(dataDir, `${file} holds no paper`)
    return db
  } catch (error) {
    await closeStore(db)
    throw error
  }
}
