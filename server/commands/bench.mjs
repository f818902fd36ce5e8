// `npm run bench`: installs and builds when needed, then measures. Output of these steps goes to standard error, figures to standard output.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildWhenChanged, install } from './setup/prepare.mjs'

const NEEDS_BROWSER = ['weights', 'shift', 'lighthouse']

// What is wrong with the other options is said after this step.
const { only, prepare } = parseArgs({
  options: { only: { type: 'string' }, prepare: { type: 'boolean' } },
  strict: false,
}).values

if (prepare) {
  install()
  buildWhenChanged()
  if (!only || NEEDS_BROWSER.some((part) => only.includes(part))) {
    const { findBrowser } = await import('./setup/browser.mjs')
    findBrowser()
  }
} else {
  const self = fileURLToPath(import.meta.url)
  const { status } = spawnSync(process.execPath, [self, '--prepare', ...(only ? [`--only=${only}`] : [])], {
    stdio: ['ignore', process.stderr, process.stderr],
  })
  if (status !== 0) process.exit(status ?? 1)
  process.env.NODE_ENV = 'production'
  await import(new URL('../../.build/server/bench.mjs', import.meta.url).href)
}
