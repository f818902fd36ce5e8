import { parseArgs } from 'node:util'
import { logEntries } from '@/db/audit/entries'
import { exportedLog } from '@/db/audit/export'
import { siteSettings } from '@/db/paper/site'
import type { Reader } from '@/db/store/open'
import { EXPORT_FORMATS } from '@/lib/audit/log-export'
import { parseLogQuery } from '@/lib/audit/log-query'

const USAGE = `npm run broadsheet -- log [--format csv|jsonl] [--thing story] [--id 42] [--who ACCOUNT]
                         [--action "story published"] [--q WORDS] [--from 2026-11-01] [--to 2026-11-30]
                         [--before ENTRY]
Prints the audit log, the newest first, at most 100,000 entries.`

/** `log …`: prints the audit log on standard output; returns the exit status. */
export async function log({ db, args }: { db: Reader; args: string[] }): Promise<number> {
  const options = parseOptions(args)
  const format = EXPORT_FORMATS.find((one) => one === (options?.format ?? 'jsonl'))
  if (!options || !format) {
    console.error(USAGE)
    return 2
  }
  const { timeZone } = (await siteSettings(db)).value
  const decoder = new TextDecoder()
  for await (const bytes of await exportedLog((part) => logEntries(db, part), {
    query: parseLogQuery(options),
    timeZone,
    format,
  })) {
    process.stdout.write(decoder.decode(bytes, { stream: true }))
  }
  return 0
}

/** The options; null for other arguments. */
function parseOptions(args: string[]): Record<string, string | undefined> | null {
  const text = { type: 'string' } as const
  const filters = { thing: text, id: text, who: text, action: text, q: text, from: text, to: text, before: text }
  try {
    return parseArgs({ args, options: { format: text, ...filters } }).values
  } catch {
    return null
  }
}
