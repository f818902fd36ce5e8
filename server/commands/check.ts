import { parseArgs } from 'node:util'
import { parseUrl } from '@/lib/addresses/url'
import { clock } from '@/server/clock'
import { CommandProblem } from '@/server/commands/command-problem'
import { Crawler, type Report } from '@/server/crawling/crawler'
import type { Settings } from '@/server/settings'

const USAGE = `npm run broadsheet -- check ADDRESS …     pages, as search engines get them; a path is one of this site
npm run broadsheet -- check all           robots.txt, sitemaps, feeds, and every page that the sitemaps list
  --site URL   another site than SITE_URL
  --json       what was found, for machines`

/** `check …`: checks pages of a running site as crawlers do; exit status 1 when there are errors. */
export async function check({ settings, args }: { settings: Settings; args: string[] }): Promise<number> {
  const options = parseOptions(args)
  if (!options) {
    console.error(USAGE)
    return 2
  }
  const siteUrl = (options.site ?? settings.siteUrl).replace(/\/$/, '')
  const addresses = options.addresses.map((address) => new URL(address, siteUrl).href)
  const foreign = addresses.find((address) => new URL(address).origin !== siteUrl)
  if (foreign) {
    console.error(`${foreign} is not on ${siteUrl}. To look at another site: --site ${new URL(foreign).origin}`)
    return 2
  }
  const crawler = new Crawler({ siteUrl, now: clock(settings.clockFile) })
  const crawled = options.isAll ? crawler.everything() : crawler.pages(addresses)
  const reports = await crawled.catch((error) => {
    throw unreachable(siteUrl, error)
  })
  const counts = { looked: reports.length, errors: count(reports, 'error'), advice: count(reports, 'advice') }
  if (options.isJson) console.log(JSON.stringify({ site: siteUrl, ...counts, reports }, null, 2))
  else print(reports, counts)
  return counts.errors ? 1 : 0
}

/** What is said when a site does not answer at all; any other error as it is. */
function unreachable(siteUrl: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error || error.name === 'TimeoutError')) return error
  const words = `Nothing came from ${siteUrl}: ${error.message}. See whether the site runs and can be reached from here.`
  return new CommandProblem(words, { cause: error })
}

interface Options {
  addresses: string[]
  isAll: boolean
  isJson: boolean
  site: string | null
}

/** null for arguments that the command does not have. */
function parseOptions(args: string[]): Options | null {
  const parsed = parsedArguments(args)
  if (!parsed) return null
  const { json: isJson = false, site = null } = parsed.values
  const addresses = parsed.positionals.filter((word) => word !== 'all')
  const isAll = addresses.length < parsed.positionals.length
  if (isAll === addresses.length > 0) return null
  if (!addresses.every((word) => parseUrl(word, word.startsWith('/') ? 'http://paper.invalid' : undefined))) return null
  if (site !== null && !(/^https?:\/\/[^/]+\/?$/.test(site) && parseUrl(site))) return null
  return { addresses, isAll, isJson, site }
}

function parsedArguments(args: string[]) {
  try {
    const options = { json: { type: 'boolean' }, site: { type: 'string' } } as const
    return parseArgs({ args, options, allowPositionals: true })
  } catch {
    return null
  }
}

function print(
  reports: Report[],
  { looked, errors, advice }: { looked: number; errors: number; advice: number },
): void {
  for (const { url, findings } of reports) {
    if (!findings.length) continue
    console.log(url)
    for (const { rule, severity, message, remedy } of findings) {
      console.log(`  ${severity === 'error' ? 'Error' : 'Advice'}: ${message} ${remedy} (${rule})`)
    }
  }
  const things = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`
  console.log(
    `${things(looked, 'address', 'addresses')} looked at: ${things(errors, 'error', 'errors')}, ${things(advice, 'piece', 'pieces')} of advice.`,
  )
}

function count(reports: Report[], severity: 'error' | 'advice'): number {
  return reports.flatMap(({ findings }) => findings).filter((finding) => finding.severity === severity).length
}
