import { removeDemoEdition } from '@/db/demo-edition/remove'
import { closeStore, openStore, storeFile, type Writer } from '@/db/store/open'
import { article } from '@/server/commands/article'
import { check } from '@/server/commands/check'
import { redirects } from '@/server/commands/redirects'
import { user } from '@/server/commands/user'
import { readSettings, SettingProblem, type Settings } from '@/server/settings'

/** What a command needs; it answers with the status of the process. */
type Command = (parts: { db: Writer; settings: Settings; words: string[] }) => Promise<number>

const COMMANDS: Record<string, { run: Command; about: string }> = {
  article: { about: 'adds, publishes, renames, corrects and withdraws articles', run: article },
  check: { about: 'reads the running site as crawlers do and says what they would hold against it', run: check },
  redirects: { about: 'leads the addresses of an earlier system to where their stories are now', run: redirects },
  user: { about: 'makes accounts for the desk', run: user },
  'remove-demo': {
    about: 'takes the demo edition out of the store, except what somebody has edited or uses',
    run: async ({ db, settings }) => {
      const { removed, kept } = await removeDemoEdition(db, { dataDir: settings.dataDir, now: new Date() })
      const counts = Object.entries(removed).filter(([, count]) => count > 0)
      console.log(
        counts.length
          ? `Removed: ${counts.map(([kind, count]) => `${count} × ${kind}`).join(', ')}.`
          : 'There was nothing of the demo edition to remove.',
      )
      for (const { kind, name, why } of kept) console.log(`Kept the ${kind} “${name}”: ${why}`)
      return 0
    },
  },
}

/** `npm run broadsheet -- NAME`: one command on the store of this paper, also while the site is running. */
async function main(): Promise<number> {
  const [name = '', ...words] = process.argv.slice(2)
  const command = COMMANDS[name]
  if (!command) {
    console.error(name ? `There is no command “${name}”. There are:` : 'Usage: npm run broadsheet -- COMMAND')
    for (const [known, { about }] of Object.entries(COMMANDS)) console.error(`  ${known}  ${about}`)
    return 2
  }
  const settings = readSettings(process.env)
  const db = openStore(storeFile(settings.dataDir))
  try {
    return await command.run({ db, settings, words })
  } finally {
    await closeStore(db)
  }
}

main()
  .then((status) => {
    process.exitCode = status
  })
  .catch((error) => {
    console.error(error instanceof SettingProblem ? error.message : error)
    process.exitCode = 1
  })
