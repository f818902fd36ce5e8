import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/** Makes `folder` with what is above it. All that is new may be read by everybody, which the site's umask would not allow. */
export function makePublicFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true })
  if (first === undefined) return
  for (let made = folder; ; made = dirname(made)) {
    chmodSync(made, 0o755)
    if (made === first) return
  }
}
