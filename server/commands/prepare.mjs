import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { isBuilt } from './sources.mjs'

const STAMP = 'node_modules/.broadsheet-installed'

/** Installs from the lockfile unless exactly that is installed. Ends the process when it fails. */
export function install() {
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).update(process.version).digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return
  console.log('Installing the packages of the lockfile …')
  run('npm', ['ci', '--no-audit', '--no-fund'])
  writeFileSync(STAMP, wanted)
}

/** Builds the site unless the last build was made of the sources as they are. Ends the process when it fails. */
export function buildWhenChanged() {
  if (isBuilt()) return
  console.log('Building the site …')
  run(process.execPath, ['server/commands/build.mjs'])
}

/** Runs a command in view of the reader; ends this process with its status when it fails. */
export function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  if (status !== 0) process.exit(status ?? 1)
}
