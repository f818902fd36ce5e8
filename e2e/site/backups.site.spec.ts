import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEmptyPaper } from '@/db/demo-edition/fill'
import { addSection } from '@/db/paper/sections'
import { closeStore, openStore, storeFile } from '@/db/store/open'
import { expect, test } from '@/e2e/testing/paper'
import { backupFigures } from '@/server/chaos/backups'

test('a backup taken while stories are saved and published is the same paper, byte for byte [backup-restore]', async () => {
  test.setTimeout(300_000)
  const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-'))
  try {
    const now = new Date(Date.now() - 24 * 3_600_000)
    const db = openStore(storeFile(dataDir))
    await createEmptyPaper(db, { now })
    await addSection(db, { slug: 'science', name: 'Science', description: '', parentId: null, now })
    await closeStore(db)
    const figures = await backupFigures({ dataDir, report: () => {} })
    expect(figures.backupStories).toBeGreaterThan(0)
    expect(figures.backupCompared).toBeGreaterThan(50)
    expect(figures.backupDiffering).toBe(0)
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
})
