import { closeStore, type Writer } from '@/db/store/open'
import { article } from '@/server/commands/article'
import { check } from '@/server/commands/check'
import { redirects } from '@/server/commands/redirects'
import { removeDemo } from '@/server/commands/remove-demo'
import { user } from '@/server/commands/user'
import { openPaper } from '@/server/data-folder/open-paper'
import { failureWords } from '@/server/failure-words'
import { readSettings, type Settings } from '@/server/settings'

/** Runs with the store and the arguments behind the command's name; returns the exit status. */
type Command = (parts: { db: Writer; settings: Settings; args: string[] }) => Promise<number>

const COMMANDS: Record<string, { run: Command; about: string }> = {
  article: { about: 'adds, publishes, renames, corrects and withdraws articles', run: article },
  check: { about: 'reads the running site as crawlers do and says what they would hold against it', run: check },
  redirects: { about: 'leads the addresses of an earlier system to where their stories are now', run: redirects },
  user: { about: 'makes accounts for the desk', run: user },
  'remove-demo': {
    about: 'takes the demo edition out of the store, except what somebody has edited or uses',
    run: removeDemo,
  },
}

/** `npm run broadsheet -- NAME`: runs one command on the store, also while the site is running. */
async function main(): Promise<number> {
  const [name = '', ...args] = process.argv.slice(2)
  const command = COMMANDS[name]
  if (!command) {
    console.error(name ? `There is no command “${name}”. There are:` : 'Usage: npm run broadsheet -- COMMAND')
    for (const [existing, { about }] of Object.entries(COMMANDS)) console.error(`  ${existing}  ${about}`)
    return 2
  }
  const settings = readSettings(process.env)
  process.umask(0o077)
  const db = await openPaper({ dataDir: settings.dataDir, isChecked: false })
  try {
    return await command.run({ db, settings, args })
  } finally {
    await closeStore(db)
  }
}

main()
  .then((status) => {
    process.exitCode = status
  })
  .catch((error) => {
    console.error(failureWords(error) ?? error)
    process.exitCode = 1
  })
