import { printDemoEdition } from '@/server/bench/bench-edition'
import { tellingFigures } from '@/server/chaos/deliveries'
import { latencyFigures } from '@/server/chaos/publish-latency'
import { scheduleFigures } from '@/server/chaos/schedules'
import { sessionFigures } from '@/server/chaos/sessions'

const PARTS = ['sessions', 'schedules', 'telling']
const KILLS = 36

const NO_SESSIONS = { sessions: null, wordsTyped: null, lost: null, conflicts: null, planted: null }
const NO_TELLING = { events: null, kills: null, requests: null, untold: null, toldTwice: null }
const NO_SCHEDULES = { schedules: null, late: null, duplicated: null }

/**
 * `npm run chaos`: lets everything go wrong at the desk that can, and counts what is lost. `--json` prints one object
 * for machines, `--only=sessions`, `--only=schedules` or `--only=telling` runs a part, `--seed=NUMBER` has the same misfortunes again.
 */
async function chaos(args: string[]): Promise<void> {
  const only = given(args, 'only')
  if (only !== undefined && !PARTS.includes(only)) throw new Error(`there is no part “${only}”: ${PARTS.join(', ')}`)
  const seed = Number(given(args, 'seed') ?? Date.now() % 1_000_000)
  tell(`printing an edition; the seed is ${seed}`)
  const edition = await printDemoEdition()
  const runs = (part: string) => only === undefined || only === part
  const sessions = runs('sessions') ? await sessionFigures({ edition, seed, tell }) : NO_SESSIONS
  const schedules = runs('schedules') ? await scheduleFigures({ edition, tell }) : NO_SCHEDULES
  const { dataDir } = edition
  const telling = runs('telling') ? await tellingFigures({ dataDir, seed, kills: KILLS, tell }) : NO_TELLING
  const latency = runs('telling') ? await latencyFigures(await printDemoEdition()) : {}
  const { planted, ...counted } = sessions
  const figures = { ...counted, ...schedules, ...telling, ...latency, planted }
  console.log(args.includes('--json') ? JSON.stringify(figures) : asTable(figures))
  const isLossless = !sessions.lost && (planted ?? 1) === 1
  const isFlawless = isLossless && !schedules.late && !schedules.duplicated && !telling.untold && !telling.toldTwice
  process.exitCode = isFlawless ? 0 : 1
}

function asTable(figures: Record<string, number | null>): string {
  return Object.entries(figures)
    .map(([name, value]) => `${name.padEnd(18)} ${value ?? 'not run'}`)
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
