import { prepareDemoEdition } from '@/server/bench/site/bench-edition'
import { backupFigures } from '@/server/chaos/backups'
import { deliveryFigures } from '@/server/chaos/deliveries'
import { diskFigures } from '@/server/chaos/disk/disk-figures'
import { linkActsTakeMs, linkFigures } from '@/server/chaos/links'
import { latencyFigures } from '@/server/chaos/publish-latency'
import { CHANGES_TAKE_MS, changeFigures } from '@/server/chaos/random-changes'
import { scheduleFigures } from '@/server/chaos/schedules'
import { sessionFigures } from '@/server/chaos/sessions'
import { commandOptions, wholeNumber } from '@/server/commands/command-options'
import { CommandProblem } from '@/server/commands/command-problem'
import { failureWords } from '@/server/failure-words'

const PARTS = ['sessions', 'schedules', 'deliveries', 'changes', 'links', 'backups', 'disk']
const KILLS = 36
const LINK_ACTS = 10_000
const MAX_LINK_ACTS = 10_000_000
const MAX_SEED = 999_999_999

const NO_SESSIONS = { sessions: null, wordsTyped: null, lost: null, conflicts: null, planted: null }
const NO_SCHEDULES = { schedules: null, late: null, duplicated: null }
const NO_DELIVERIES = { events: null, kills: null, requests: null, undelivered: null, deliveredTwice: null }
const NO_BACKUPS = { backupStories: null, backupMs: null, backupCompared: null, backupDiffering: null }
const NO_DISK = { diskCases: null, diskWrong: null }
const NO_LINKS = {
  linkActs: null,
  linkingStories: null,
  storyLinks: null,
  brokenLinks: null,
  repeatedLinks: null,
  forbiddenPairs: null,
  linkedForbidden: null,
}
const NO_CHANGES = { changes: null, addresses: null, lostAddresses: null }

/**
 * `npm run chaos`: runs the built site under faults and counts what is lost, late or duplicated. `--json` prints one
 * JSON object, `--only=PART` runs one part, `--seed=NUMBER` repeats the random choices of an earlier run, `--acts=NUMBER`
 * makes another number of acts that place and break links.
 */
async function chaos(args: string[]): Promise<void> {
  const text = { type: 'string' } as const
  const options = commandOptions(args, { only: text, seed: text, acts: text, json: { type: 'boolean' } })
  const { only } = options
  if (only !== undefined && !PARTS.includes(only)) {
    throw new CommandProblem(`There is no part “${only}”; there are: ${PARTS.join(', ')}`)
  }
  const acts = wholeNumber('acts', options.acts, MAX_LINK_ACTS) ?? LINK_ACTS
  const seed = wholeNumber('seed', options.seed, MAX_SEED) ?? 1 + (Date.now() % 1_000_000)
  report(`preparing an edition; the seed is ${seed}`)
  const edition = await prepareDemoEdition()
  const { dataDir } = edition
  const runs = (part: string) => only === undefined || only === part
  const sessions = runs('sessions') ? await sessionFigures({ edition, seed, report }) : NO_SESSIONS
  const schedules = runs('schedules') ? await scheduleFigures({ edition, report }) : NO_SCHEDULES
  const deliveries = runs('deliveries') ? await deliveryFigures({ dataDir, seed, kills: KILLS, report }) : NO_DELIVERIES
  const latency = runs('deliveries') ? await latencyFigures(await prepareDemoEdition()) : {}
  const changes = runs('changes') ? await changesUntilNow(seed) : NO_CHANGES
  const links = runs('links') ? await linksUntilNow(seed, acts) : NO_LINKS
  const backups = runs('backups') ? await backupFigures({ dataDir, report }) : NO_BACKUPS
  const disk = runs('disk') ? await diskFigures({ dataDir, report }) : NO_DISK
  const { planted, ...counted } = sessions
  const figures = {
    ...counted,
    ...schedules,
    ...deliveries,
    ...latency,
    ...changes,
    ...links,
    ...backups,
    ...disk,
    planted,
  }
  console.log(options.json ? JSON.stringify(figures) : asTable(figures))
  const faults = [
    ...[sessions.lost, schedules.late, schedules.duplicated],
    ...[deliveries.undelivered, deliveries.deliveredTwice, changes.lostAddresses],
    ...[links.brokenLinks, links.repeatedLinks, links.linkedForbidden],
    ...[backups.backupDiffering, disk.diskWrong],
  ]
  process.exitCode = faults.some(Boolean) || (planted ?? 1) !== 1 ? 1 : 0
}

/** On an edition that is as old as the changes take, so that the last one is made now. */
async function changesUntilNow(seed: number) {
  const from = new Date(Date.now() - CHANGES_TAKE_MS)
  const { dataDir } = await prepareDemoEdition(from)
  return changeFigures({ dataDir, seed, from, report })
}

/** The same for the acts that place and break links. */
async function linksUntilNow(seed: number, acts: number) {
  const from = new Date(Date.now() - linkActsTakeMs(acts))
  const { dataDir } = await prepareDemoEdition(from)
  return linkFigures({ dataDir, seed, acts, from, report })
}

function asTable(figures: Record<string, number | null>): string {
  return Object.entries(figures)
    .map(([name, value]) => `${name.padEnd(18)} ${value ?? 'not run'}`)
    .join('\n')
}

/** Progress goes to standard error, apart from the figures. */
function report(line: string): void {
  console.error(`… ${line}`)
}

// Child processes end with the run, also when it is stopped.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
try {
  await chaos(process.argv.slice(2))
  process.exit()
} catch (error) {
  console.error(failureWords(error) ?? error)
  process.exit(1)
}
