import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The secret that signs the cookies of the desk and encrypts second factors: the one in the settings, otherwise
 * the one in the data folder, which the first start creates as a file that only its owner can read.
 */
export function siteSecret({ dataDir, configured }: { dataDir: string; configured: string | null }): string {
  if (configured !== null) return configured
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, 'secret')
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(file, 'utf8').trim()
}
