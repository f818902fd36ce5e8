import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDERS = ['app', 'components', 'db', 'lib', 'server', 'public']
const FILES = ['package-lock.json', 'next.config.mjs', 'tsconfig.json']

/** A hash of all sources of a build, without tests. */
export function sourcesHash() {
  const hash = createHash('sha256').update(process.version)
  const files = FOLDERS.filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  for (const file of [...files.sort(), ...FILES]) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** Whether the last build was made from the present sources. */
export function isBuilt() {
  const stamp = '.build/sources-hash'
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesHash()
}
