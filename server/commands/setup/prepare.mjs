import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { isBuilt } from './sources.mjs'

/** Installs from the lockfile unless exactly that is installed and loads on this machine. Ends the process when it fails. */
export function install() {
  if (isInstalled()) return
  console.log('Installing the packages of the lockfile …')
  run('npm', ['ci', '--no-audit', '--no-fund'])
}

/** Builds the site unless the last build was made from the present sources. Ends the process when it fails. */
export function buildWhenChanged() {
  if (isBuilt()) return
  console.log('Building the site …')
  run(process.execPath, ['server/commands/build.mjs'])
}

/** Runs a command with its output shown; ends this process with its status when it fails. */
export function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  if (status !== 0) process.exit(status ?? 1)
}

function isInstalled() {
  const wanted = packagesIn('package-lock.json')
  const installed = packagesIn('node_modules/.package-lock.json')
  if (!wanted || !installed) return false
  for (const [path, { version, optional, devOptional, peer }] of Object.entries(wanted)) {
    if (path === '') continue
    const found = installed[path]
    // Packages for other machines are in the lockfile, but not here.
    if (found ? found.version !== version : !(optional || devOptional || peer)) return false
  }
  // A module compiled for another version of Node is installed but does not load.
  const opens = "new (require('better-sqlite3'))(':memory:')"
  return spawnSync(process.execPath, ['-e', opens], { stdio: 'ignore' }).status === 0
}

function packagesIn(lockfile) {
  try {
    return JSON.parse(readFileSync(lockfile, 'utf8')).packages
  } catch {
    return null
  }
}
