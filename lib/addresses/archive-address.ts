import { parsePageNumber } from '@/lib/addresses/paths'
import type { CalendarSpan } from '@/lib/time/calendar-spans'

/** The stories on a page of a day of the archive, which shows them as lines. */
export const PER_ARCHIVE_PAGE = 100

/** A page of the archive: its first one, a year, a month or a day. */
export interface ArchiveAddress {
  /** null for the first page of the archive, which lists the years. */
  span: CalendarSpan | null
  /** From 1; a day alone has more than one. */
  page: number
}

/** `/archive`, `/archive/2026`, `/archive/2026/11`, `/archive/2026/11/26`, `/archive/2026/11/26/page/2`. */
export function archivePath(span: CalendarSpan | null, page = 1): string {
  const parts = ['archive', ...(span === null ? [] : span.split('-')), ...(page > 1 ? ['page', String(page)] : [])]
  return `/${parts.join('/')}`
}

/**
 * What of the archive `path` names by its form, also with months and days of one digit; whether there are stories is not
 * asked. null for another path, for a day that the calendar does not have, and for another year than 1000 to 9997.
 */
export function parseArchivePath(path: string): ArchiveAddress | null {
  const match = /^\/archive(?:\/([1-9]\d{3})(?:\/(\d{1,2})(?:\/(\d{1,2})(?:\/page\/(\d+))?)?)?)?$/.exec(path)
  if (!match) return null
  const [year, month, day] = [match[1], match[2], match[3]]
  const page = match[4] === undefined ? 1 : parsePageNumber(match[4])
  if (page === null || Number(year) > 9997) return null
  const span = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-')
  return isSpan(span) ? { span: span || null, page } : null
}

function isSpan(span: string): boolean {
  if (span === '') return true
  const first = `${span}-01-01`.slice(0, 10)
  const at = Date.parse(`${first}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === first
}
