// `npm run evaluate`: installs and builds the server when needed, then measures the engine of related stories. Output of the first steps goes to standard error.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildWhenChanged, install } from './setup/prepare.mjs'

if (process.argv.includes('--prepare')) {
  install()
  buildWhenChanged()
} else {
  const self = fileURLToPath(import.meta.url)
  const { status } = spawnSync(process.execPath, [self, '--prepare'], {
    stdio: ['ignore', process.stderr, process.stderr],
  })
  if (status !== 0) process.exit(status ?? 1)
  process.env.NODE_ENV = 'production'
  await import(new URL('../../.build/server/evaluate.mjs', import.meta.url).href)
}
