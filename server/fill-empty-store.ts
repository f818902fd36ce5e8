import { createEmptyPaper, fillDemoEdition } from '@/db/demo-edition/fill'
import { isFounded } from '@/db/paper/site'
import type { Writer } from '@/db/store/open'
import type { Settings } from '@/server/settings'

/** Gives a store without a paper its first one, as EDITION says; does nothing to a store that has one. */
export async function fillEmptyStore(
  db: Writer,
  { settings, now, tell }: { settings: Settings; now: Date; tell: (line: string) => void },
): Promise<void> {
  if (await isFounded(db)) return
  if (settings.edition === 'empty') {
    await createEmptyPaper(db, { now })
    tell('An empty paper was founded.')
    return
  }
  tell('Filling the empty store with the demo edition …')
  await fillDemoEdition(db, { dataDir: settings.dataDir, now, progress: tell })
}
