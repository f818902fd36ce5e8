import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

/** The headless shell first: it is the same browser without windows, and starts faster. */
const SYSTEM_BROWSERS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]

/**
 * The path of a browser that tests can drive: Playwright's own, else one of the system; on Debian as root, Chromium is
 * installed when there is none. Ends the process with a sentence on how to get one when all of that fails.
 */
export function findBrowser() {
  const found = ownBrowser() ?? systemBrowser() ?? (isDebianRoot() ? installed() : null)
  if (found) return found
  console.error(
    'The browser tests need Chromium: run "npx playwright install chromium", or install your system’s chromium package.',
  )
  process.exit(1)
}

function ownBrowser() {
  const path = chromium.executablePath()
  return path && existsSync(path) ? path : null
}

function systemBrowser() {
  for (const name of SYSTEM_BROWSERS) {
    const { status, stdout } = spawnSync('which', [name], { encoding: 'utf8' })
    if (status === 0) return stdout.trim()
  }
  return null
}

function isDebianRoot() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version')
}

function installed() {
  aptInstall('chromium-headless-shell')
  if (!systemBrowser()) aptInstall('chromium')
  return systemBrowser()
}

/** Installs a Debian package; only for root on Debian, as the README says. */
export function aptInstall(name) {
  console.log(`Installing the ${name} package …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { stdio: 'inherit', env })
}

/** The path of a Java runtime for the Nu HTML checker, installed like the browser; null when there is none. */
export function findJava() {
  const look = () => spawnSync('which', ['java'], { encoding: 'utf8' })
  let { status, stdout } = look()
  if (status !== 0 && isDebianRoot()) {
    aptInstall('default-jre-headless')
    ;({ status, stdout } = look())
  }
  return status === 0 ? stdout.trim() : null
}
