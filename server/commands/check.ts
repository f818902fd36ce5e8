import { clock } from '@/server/clock'
import { Crawler, type Report } from '@/server/crawling/crawler'
import type { Settings } from '@/server/settings'

const USAGE = `npm run broadsheet -- check ADDRESS …     pages, as search engines get them; a path is one of this site
npm run broadsheet -- check all           robots.txt, sitemaps, feeds, and every page that the sitemaps list
  --site URL   another site than SITE_URL
  --json       what was found, for machines`

/** `check …`: reads a running site as crawlers do and says what they would hold against it; 1 when there are errors. */
export async function check({ settings, words }: { settings: Settings; words: string[] }): Promise<number> {
  const asked = askedFor(words)
  if (!asked) {
    console.error(USAGE)
    return 2
  }
  const siteUrl = (asked.site ?? settings.siteUrl).replace(/\/$/, '')
  const addresses = asked.addresses.map((address) => new URL(address, siteUrl).href)
  const foreign = addresses.find((address) => new URL(address).origin !== siteUrl)
  if (foreign) {
    console.error(`${foreign} is not on ${siteUrl}. To look at another site: --site ${new URL(foreign).origin}`)
    return 2
  }
  const crawler = new Crawler({ siteUrl, now: clock(settings.clockFile) })
  const reports = asked.isAll ? await crawler.everything() : await crawler.pages(addresses)
  const counts = { looked: reports.length, errors: count(reports, 'error'), advice: count(reports, 'advice') }
  if (asked.isJson) console.log(JSON.stringify({ site: siteUrl, ...counts, reports }, null, 2))
  else tell(reports, counts)
  return counts.errors ? 1 : 0
}

interface Arguments {
  addresses: string[]
  isAll: boolean
  isJson: boolean
  site: string | null
}

/** null when they make no sense. */
function askedFor(words: string[]): Arguments | null {
  const asked: Arguments = { addresses: [], isAll: false, isJson: false, site: null }
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (word === '--json') asked.isJson = true
    else if (word === '--site') asked.site = words[++at] ?? ''
    else if (word === 'all') asked.isAll = true
    else if (word.startsWith('/') || URL.canParse(word)) asked.addresses.push(word)
    else return null
  }
  if (asked.site !== null && !/^https?:\/\/[^/]+\/?$/.test(asked.site)) return null
  return asked.isAll === asked.addresses.length > 0 ? null : asked
}

function tell(reports: Report[], { looked, errors, advice }: { looked: number; errors: number; advice: number }): void {
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
