import { SeededRandom } from '@/server/chaos/seeded-random'
import { commandOptions, wholeNumber } from '@/server/commands/command-options'
import { CommandProblem } from '@/server/commands/command-problem'
import { failureWords } from '@/server/failure-words'
import { bodies } from '@/server/fuzz/bodies'
import type { FuzzPart } from '@/server/fuzz/fuzz-part'
import { FuzzedSite } from '@/server/fuzz/fuzzed-site'
import { requests } from '@/server/fuzz/requests'
import { uploads } from '@/server/fuzz/uploads'

/** Each part has a site of its own. */
const PARTS: Record<string, FuzzPart> = { requests, bodies, uploads }

const REQUESTS = 20_000
const MAX_REQUESTS = 100_000_000
const MAX_SEED = 999_999_999

/**
 * `npm run fuzz`: sends the built site what nobody should send, and holds what it answers, its memory and its disk to
 * their bars. `--only=PART` runs one part, `--seed=NUMBER` repeats an earlier run, `--requests=NUMBER` sends another
 * number, `--json` prints one JSON object. Exit status 0 when every bar is met, 1 otherwise.
 */
async function fuzz(args: string[]): Promise<void> {
  const text = { type: 'string' } as const
  const options = commandOptions(args, { only: text, seed: text, requests: text, json: { type: 'boolean' } })
  const { only } = options
  if (only !== undefined && !Object.hasOwn(PARTS, only)) {
    throw new CommandProblem(`There is no part “${only}”; there are: ${Object.keys(PARTS).join(', ')}`)
  }
  const wanted = wholeNumber('requests', options.requests, MAX_REQUESTS) ?? REQUESTS
  const seed = wholeNumber('seed', options.seed, MAX_SEED) ?? 1 + (Date.now() % 1_000_000)
  report(`the seed is ${seed}`)
  const figures: Record<string, Record<string, number>> = {}
  const faults: string[] = []
  for (const [name, part] of Object.entries(PARTS)) {
    if (only !== undefined && only !== name) continue
    report(`part “${name}”: preparing an edition`)
    const site = await FuzzedSite.start()
    const random = new SeededRandom(seed)
    const result = await part({ site, random, requests: wanted, report }).finally(() => site.stop())
    figures[name] = result.figures
    faults.push(...result.faults.map((fault) => `${name}: ${fault}`))
  }
  console.log(options.json ? JSON.stringify({ seed, ...figures, faults }) : asTable(figures, faults))
  process.exitCode = faults.length > 0 ? 1 : 0
}

function asTable(figures: Record<string, Record<string, number>>, faults: string[]): string {
  const rows = Object.entries(figures).flatMap(([part, measured]) =>
    Object.entries(measured).map(([name, value]) => `${`${part}: ${name}`.padEnd(52)} ${value}`),
  )
  return [...rows, faults.length === 0 ? 'Every bar is met.' : `${faults.length} faults:`, ...faults].join('\n')
}

/** Progress goes to standard error, apart from the figures. */
function report(line: string): void {
  console.error(`… ${line}`)
}

// Child processes end with the run, also when it is stopped.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
try {
  await fuzz(process.argv.slice(2))
  process.exit()
} catch (error) {
  console.error(failureWords(error) ?? error)
  process.exit(1)
}
