// `npm start`: installs, builds and serves, also from a fresh clone. Uses only modules of Node until the packages are installed.
import { buildWhenChanged, install } from './setup/prepare.mjs'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node.js ${process.versions.node} is too old: Broadsheet needs 20.19 or newer.`)
  process.exit(1)
}
install()
buildWhenChanged()
// Only now: with it set, npm would leave out what tests need.
process.env.NODE_ENV = 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'
await import(new URL('../../.build/server/main.mjs', import.meta.url).href)
