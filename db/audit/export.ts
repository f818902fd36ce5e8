import type { LogSearch } from '@/db/audit/entries'
import type { LogEntry } from '@/lib/audit/log-entry'
import { CSV_HEADER, csvLine, type ExportFormat, jsonLine } from '@/lib/audit/log-export'
import type { LogQuery } from '@/lib/audit/log-query'
import { listSpan } from '@/lib/desk/list/list-span'

/** A file has no more entries; who needs older ones asks for those before the last. */
export const MAX_EXPORTED = 100_000
/** Entries that are read at once: few, so that nobody waits. */
const READ_AT_ONCE = 500

/** A query with its days as instants, by the clocks of `timeZone`. */
export function logSearch({ before: _before, from, to, ...query }: LogQuery, timeZone: string): LogSearch {
  return { ...query, ...listSpan({ from, to, hour: '' }, timeZone) }
}

/**
 * The entries that match the query, newest first, as the bytes of a file; at most 100,000. It is read from the store as it
 * is sent, a few hundred entries at a time, by `read` (logEntries of entries.ts): the first of them before this resolves, so
 * that what keeps them from being read can still be answered; the others by `readOn` where it is given.
 */
export async function exportedLog(
  read: ReadPart,
  {
    query,
    timeZone,
    format,
    readOn = read,
  }: { query: LogQuery; timeZone: string; format: ExportFormat; readOn?: ReadPart },
): Promise<ReadableStream<Uint8Array>> {
  const search = logSearch(query, timeZone)
  const line = format === 'csv' ? csvLine : jsonLine
  const encoder = new TextEncoder()
  let next: LogEntry[] | null = await read({ search, before: query.before, limit: READ_AT_ONCE })
  let before = query.before
  let left = MAX_EXPORTED
  return new ReadableStream({
    start: (controller) => {
      if (format === 'csv') controller.enqueue(encoder.encode(CSV_HEADER))
    },
    pull: async (controller) => {
      const entries = next ?? (await readOn({ search, before, limit: Math.min(READ_AT_ONCE, left) }))
      next = null
      left -= entries.length
      before = entries.at(-1)?.id ?? null
      if (entries.length) controller.enqueue(encoder.encode(entries.map(line).join('')))
      if (before === null || left <= 0) controller.close()
    },
  })
}

type ReadPart = (part: { search: LogSearch; before: number | null; limit: number }) => Promise<LogEntry[]>
