import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let made: string | null = null

/** A folder for what a run needs on disk; gone when the bench ends. */
export function scratchFolder(): string {
  if (made) return made
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  made = folder
  return folder
}
