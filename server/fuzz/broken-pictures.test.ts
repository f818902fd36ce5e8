import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { writePicture } from '@/db/pictures/picture-files'
import { SeededRandom } from '@/server/chaos/seeded-random'
import { brokenPictures } from '@/server/fuzz/broken-pictures'

/** Every way once, and some again. */
const PICTURES = 45

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-broken-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

it('a picture that is broken in any way is taken or refused in words, and leaves nothing when it is refused', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const expected = new Set<string>()
  for await (const { name, bytes } of brokenPictures(new SeededRandom(11), { count: PICTURES, isQuick: true })) {
    const folder = join(dataDir, 'media/incoming/file-1')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'file'), bytes)
    const answer = await writePicture(dataDir, join(folder, 'file'))
    rmSync(folder, { recursive: true })
    if ('unusable' in answer) expect(answer.unusable, name).toMatch(/^[A-Z].{20,}\.$/)
    else for (const file of answer.picture.files) expected.add(file.name)
  }
  const files = readdirSync(join(dataDir, 'media'), { withFileTypes: true }).filter((entry) => entry.isFile())
  expect(files.map(({ name }) => name).sort()).toEqual([...expected].sort())
})
