// `npm run bench`: installs and builds when needed, then measures. Output of these steps goes to standard error, figures to standard output.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildWhenChanged, install } from './setup/prepare.mjs'

const NEEDS_BROWSER = ['weights', 'shift', 'lighthouse']

const only = process.argv.find((arg) => arg.startsWith('--only='))

if (process.argv.includes('--prepare')) {
  install()
  buildWhenChanged()
  if (!only || NEEDS_BROWSER.some((part) => only.includes(part))) {
    const { findBrowser } = await import('./setup/browser.mjs')
    findBrowser()
  }
} else {
  const self = fileURLToPath(import.meta.url)
  const { status } = spawnSync(process.execPath, [self, '--prepare', ...(only ? [only] : [])], {
    stdio: ['ignore', process.stderr, process.stderr],
  })
  if (status !== 0) process.exit(status ?? 1)
  process.env.NODE_ENV = 'production'
  await import(new URL('../../.build/server/bench.mjs', import.meta.url).href)
}
