// `npm run dev`: the site with pages that reload on change. `npm run dev -- --published` shows what readers get.
import { spawn, spawnSync } from 'node:child_process'
import { watch } from 'node:fs'
import { install } from './setup/prepare.mjs'

install()

const published = process.argv.includes('--published')
let running = null
let timer = null

/** Pages reload by themselves; the server and the reader module are built again and restarted. */
function restart() {
  const built = spawnSync(process.execPath, ['server/commands/build.mjs', '--server-only'], { stdio: 'inherit' })
  if (built.status !== 0) return
  const begin = () => {
    running = spawn(
      process.execPath,
      ['--enable-source-maps', '.build/server/main.mjs', '--dev', ...(published ? ['--published'] : [])],
      {
        stdio: 'inherit',
        env: { ...process.env, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' },
      },
    )
  }
  if (running && running.exitCode === null) running.once('exit', begin).kill('SIGTERM')
  else begin()
}

for (const folder of ['server', 'components/reader-module']) {
  watch(folder, { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(restart, 200)
  })
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (!running || running.exitCode !== null) process.exit(0)
    running.once('exit', (status) => process.exit(status ?? 0)).kill(signal)
  })
}
restart()
