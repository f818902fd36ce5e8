/** A regular column has its name before a colon or a dash: "The week ahead: …". */
const COLUMN = /^(.{3,40}?)(?::\s|\s[-–—]\s|：)/u
const DATES = 5
const SPREAD_DAYS = 60

/** The name that `headline` begins with, in small letters; null without one. */
export function columnName(headline: string): string | null {
  return COLUMN.exec(headline)?.[1]?.toLowerCase() ?? null
}

/** Whether a name that stories of these days begin with is that of a column: on five dates, over two months. */
export function isRegular(days: readonly number[]): boolean {
  const dates = new Set(days.map(Math.floor))
  if (dates.size < DATES) return false
  return Math.max(...dates) - Math.min(...dates) >= SPREAD_DAYS
}
