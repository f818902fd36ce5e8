import { createEmptyPaper, fillDemoEdition } from '@/db/demo-edition/fill'
import { hasSite } from '@/db/paper/site'
import type { Writer } from '@/db/store/open'
import type { Settings } from '@/server/settings'

/** Fills an empty store as the setting EDITION says; does nothing when the store has a site. `report` gets lines of progress. */
export async function fillEmptyStore(
  db: Writer,
  { settings, now, report }: { settings: Settings; now: Date; report: (line: string) => void },
): Promise<void> {
  if (await hasSite(db)) return
  if (settings.edition === 'empty') {
    await createEmptyPaper(db, { now })
    report('An empty paper was founded.')
    return
  }
  report('Filling the empty store with the demo edition …')
  await fillDemoEdition(db, { dataDir: settings.dataDir, now, progress: report })
}
