// `npm run broadsheet -- COMMAND`: installs and builds when needed, then runs the command.
import { buildWhenChanged, install } from './setup/prepare.mjs'

install()
buildWhenChanged()
await import(new URL('../../.build/server/broadsheet.mjs', import.meta.url).href)
