import { type SessionFigures, sessionFigures } from '@/server/chaos/sessions'

const NOT_RUN = { sessions: null, wordsTyped: null, lost: null, conflicts: null, planted: null }

/**
 * `npm run chaos`: lets everything go wrong at the desk that can, and counts what is lost. `--json` prints one object
 * for machines, `--only=sessions` or `--only=schedules` runs a part, `--seed=NUMBER` has the same misfortunes again.
 */
async function chaos(args: string[]): Promise<void> {
  const only = given(args, 'only')
  const seed = Number(given(args, 'seed') ?? Date.now() % 1_000_000)
  tell(`seed ${seed}`)
  const sessions = only === 'schedules' ? NOT_RUN : await sessionFigures({ seed, tell })
  const figures = { ...sessions }
  console.log(args.includes('--json') ? JSON.stringify(figures) : asTable(figures))
  process.exitCode = holds(sessions) ? 0 : 1
}

function holds({ lost, planted }: SessionFigures | typeof NOT_RUN): boolean {
  return lost === null || (lost === 0 && planted === 1)
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
