import { printDemoEdition } from '@/server/bench/bench-edition'
import { scheduleFigures } from '@/server/chaos/schedules'
import { sessionFigures } from '@/server/chaos/sessions'

const PARTS = ['sessions', 'schedules']

const NO_SESSIONS = { sessions: null, wordsTyped: null, lost: null, conflicts: null, planted: null }
const NO_SCHEDULES = { schedules: null, late: null, duplicated: null }

/**
 * `npm run chaos`: lets everything go wrong at the desk that can, and counts what is lost. `--json` prints one object
 * for machines, `--only=sessions` or `--only=schedules` runs a part, `--seed=NUMBER` has the same misfortunes again.
 */
async function chaos(args: string[]): Promise<void> {
  const only = given(args, 'only')
  if (only !== undefined && !PARTS.includes(only)) throw new Error(`there is no part “${only}”: ${PARTS.join(', ')}`)
  const seed = Number(given(args, 'seed') ?? Date.now() % 1_000_000)
  tell(`printing an edition; the seed is ${seed}`)
  const edition = await printDemoEdition()
  const sessions = only === 'schedules' ? NO_SESSIONS : await sessionFigures({ edition, seed, tell })
  const schedules = only === 'sessions' ? NO_SCHEDULES : await scheduleFigures({ edition, tell })
  const { planted, ...counted } = sessions
  const figures = { ...counted, ...schedules, planted }
  console.log(args.includes('--json') ? JSON.stringify(figures) : asTable(figures))
  const isFlawless = !sessions.lost && (planted ?? 1) === 1 && !schedules.late && !schedules.duplicated
  process.exitCode = isFlawless ? 0 : 1
}

function asTable(figures: Record<string, number | null>): string {
  return Object.entries(figures)
    .map(([name, value]) => `${name.padEnd(12)} ${value ?? 'not run'}`)
    .join('\n')
}

function given(args: string[], name: string): string | undefined {
  return args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3)
}

/** Progress goes beside the figures, never among them. */
function tell(line: string): void {
  console.error(`… ${line}`)
}

// What was started ends with the run, also when the run is stopped.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
try {
  await chaos(process.argv.slice(2))
  process.exit()
} catch (error) {
  console.error(error)
  process.exit(1)
}
