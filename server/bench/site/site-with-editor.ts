import { rename } from '@/db/editing/writing'
import { openStore, type Store, storeFile, type Writer } from '@/db/store/open'
import { siteRuntime } from '@/lib/pages/site-runtime'
import { withoutAccount } from '@/lib/revisions/saver'
import { sharedMs } from '@/server/bench/machine'

/** The rename that the editor makes. */
export interface RenameRequest {
  id: number
  headline: string
}

/** When the editor began the rename and when it was confirmed, on the clock that processes share. */
export interface Acknowledged {
  begunAt: number
  doneAt: number
}

export async function renameTimed(db: Writer, { id, headline }: RenameRequest): Promise<Acknowledged> {
  const begunAt = sharedMs()
  const saved = await rename(db, { id, headline, by: withoutAccount('bench'), now: new Date() })
  if ('problems' in saved) throw new Error(`article ${id} could not be renamed: ${saved.problems[0]?.message}`)
  return { begunAt, doneAt: sharedMs() }
}

/**
 * The built site as usual, with an editor inside the process who renames on a message from the bench: through a
 * connection opened the way the pages open theirs, and thus with the same step between commit and acknowledgement.
 */
export async function siteWithEditor(): Promise<void> {
  let db: Store | null = null
  process.on('message', (renaming: RenameRequest) => {
    const { dataDir, committed } = siteRuntime()
    db ??= openStore(storeFile(dataDir), committed)
    renameTimed(db, renaming)
      .then((acknowledged) => process.send?.(acknowledged))
      .catch((error) => {
        console.error(error)
        process.exit(1)
      })
  })
  await import(new URL('./main.mjs', import.meta.url).href)
}
