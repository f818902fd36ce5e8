import { userInfo } from 'node:os'
import { actingAs } from '@/db/audit/log'
import { closeStore, type Writer } from '@/db/store/open'
import { article } from '@/server/commands/article'
import { backup } from '@/server/commands/backup'
import { check } from '@/server/commands/check'
import { frontDoor } from '@/server/commands/front-door'
import { log } from '@/server/commands/log'
import { redirects } from '@/server/commands/redirects'
import { removeDemo } from '@/server/commands/remove-demo'
import { restore } from '@/server/commands/restore'
import { search } from '@/server/commands/search'
import { token } from '@/server/commands/token'
import { user } from '@/server/commands/user'
import { openPaper } from '@/server/data-folder/open-paper'
import { wakeSite } from '@/server/data-folder/site-socket'
import { failureWords } from '@/server/failure-words'
import { emptyPageFiles } from '@/server/front-door/door-folder'
import { readSettings, type Settings } from '@/server/settings'

interface CommandParts {
  settings: Settings
  /** The arguments behind the command's name. */
  args: string[]
}

/** Returns the exit status. */
type Command = (parts: CommandParts) => Promise<number>

const COMMANDS: Record<string, { run: Command; about: string }> = {
  article: { about: 'adds, publishes, renames, corrects and withdraws articles', run: onStore(article) },
  backup: { about: 'makes a backup of the paper, also while the site runs', run: onFolder(backup) },
  check: {
    about: 'reads the running site as crawlers do and says what they would hold against it',
    run: onStore(check),
  },
  log: { about: 'prints everything that people, programs and the site have done', run: onStore(log) },
  redirects: {
    about: 'leads the addresses of an earlier system to where their stories are now',
    run: onStore(redirects),
  },
  restore: { about: 'puts a backup in place of the paper, and keeps what it replaces', run: onFolder(restore) },
  search: { about: 'makes the index of words anew, by which stories are found', run: onStore(search) },
  token: { about: 'makes tokens by which programs write through the Admin API', run: onStore(token) },
  user: { about: 'makes accounts for the desk', run: onStore(user) },
  'front-door': {
    about: 'prints what nginx or Caddy needs to send the files of PAGE_FILES',
    run: ({ settings, args }) => frontDoor({ settings, args, print: console.log }),
  },
  'remove-demo': {
    about: 'takes the demo edition out of the store, except what somebody has edited or uses',
    run: onStore(removeDemo),
  },
}

/** `npm run broadsheet -- NAME`: runs one command on the store, also while the site is running. */
async function main(): Promise<number> {
  const [name = '', ...args] = process.argv.slice(2)
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) {
    console.error(name ? `There is no command “${name}”. There are:` : 'Usage: npm run broadsheet -- COMMAND')
    for (const [existing, { about }] of Object.entries(COMMANDS)) console.error(`  ${existing}  ${about}`)
    return 2
  }
  const settings = readSettings(process.env)
  process.umask(0o077)
  return command.run({ settings, args })
}

/** A command that reads and writes the store. */
function onStore(run: (parts: CommandParts & { db: Writer }) => Promise<number>): Command {
  return async (parts) => {
    const { dataDir } = parts.settings
    // The command ends once the running site shows what was changed, and has begun to tell others.
    const hook = async () => {
      if (!(await wakeSite(dataDir))) emptyPageFiles(dataDir)
    }
    const db = await openPaper({ dataDir, hook, isChecked: false })
    try {
      return await run({ ...parts, db: actingAs(db, { actor: { kind: 'command', name: userInfo().username } }) })
    } finally {
      await closeStore(db)
    }
  }
}

/** A command that deals with the data folder as a whole, and does not migrate the store. */
function onFolder(run: (parts: { dataDir: string; args: string[]; now: Date }) => Promise<number>): Command {
  return ({ settings, args }) => run({ dataDir: settings.dataDir, args, now: new Date() })
}

main()
  .then((status) => {
    process.exitCode = status
  })
  .catch((error) => {
    console.error(failureWords(error) ?? error)
    process.exitCode = 1
  })
