import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { originalFile } from '@/db/pictures/original-file'
import { openMemoryStore } from '@/db/store/open'
import { aPaper, BRIDGE, DREDGER } from '@/db/testing/fixtures'

it('the original of a picture comes byte for byte, and one that is gone is null', async () => {
  const db = await aPaper(openMemoryStore())
  const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-original-'))
  const bytes = Buffer.alloc(200_000, 'quay')
  mkdirSync(join(dataDir, 'media'))
  writeFileSync(join(dataDir, 'media/bridge.svg'), bytes)
  const file = await originalFile(db, { id: BRIDGE, dataDir })
  expect(file).toMatchObject({ name: `picture-${BRIDGE}.svg`, contentType: 'application/octet-stream' })
  expect(Buffer.from(await new Response(file?.body).arrayBuffer()).equals(bytes)).toBe(true)
  expect(await originalFile(db, { id: DREDGER, dataDir })).toBeNull()
  expect(await originalFile(db, { id: 4711, dataDir })).toBeNull()
  rmSync(dataDir, { recursive: true })
})
