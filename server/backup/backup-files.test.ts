import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { mediaFiles } from '@/server/backup/backup-files'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

it('a picture whose file is still being written is no part of a backup', async () => {
  mkdirSync(join(dataDir, 'media/originals'), { recursive: true })
  for (const name of ['bridge-320.avif', 'ferry-320.avif.71-4.part', 'originals/bridge.jpg.unfinished']) {
    writeFileSync(join(dataDir, 'media', name), '')
  }
  expect(await mediaFiles(dataDir)).toEqual(['media/bridge-320.avif'])
})
