import type { LogEntry } from '@/lib/audit/log-entry'

export const EXPORT_FORMATS = ['csv', 'jsonl'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export const EXPORT_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  // RFC 8259 per line; the name that most programs use, without a registered type of its own.
  jsonl: 'application/jsonl; charset=utf-8',
}

const COLUMNS = [
  'id',
  'at',
  'actor',
  'user_id',
  'name',
  'token_id',
  'token',
  'address',
  'action',
  'thing_id',
  'thing',
  'detail',
] as const

/** The first line of a CSV file. */
export const CSV_HEADER = `${COLUMNS.join(',')}\r\n`

/** An entry as one line of a CSV file (RFC 4180), with its line end. */
export function csvLine(entry: LogEntry): string {
  const row = exported(entry)
  return `${COLUMNS.map((column) => csvCell(row[column])).join(',')}\r\n`
}

/** An entry as one line of JSON, with its line end. */
export function jsonLine(entry: LogEntry): string {
  return `${JSON.stringify(exported(entry))}\n`
}

function exported(entry: LogEntry): Record<(typeof COLUMNS)[number], string | number | null> {
  const { id, at, action, actorKind, userId, actorName, tokenId, tokenName, address, thingId, thingName, detail } =
    entry
  return {
    id,
    at: at.toISOString(),
    actor: actorKind,
    user_id: userId,
    name: actorName,
    token_id: tokenId,
    token: tokenName,
    address,
    action,
    thing_id: thingId,
    thing: thingName,
    detail,
  }
}

/** A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection). */
function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
