/** How many scheduled changes are overdue, by how many seconds the oldest is, and how many were late within a day. */
export interface ScheduleDelays {
  overdue: number
  lagSeconds: number
  lateLastDay: number
}

/** A lateness in words: "40 seconds", "12 minutes", "3 hours", "2 days"; rounded down. */
export function lateWords(seconds: number): string {
  for (const [unit, length] of [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const) {
    if (seconds >= length) return counted(Math.floor(seconds / length), unit)
  }
  return counted(Math.max(0, Math.floor(seconds)), 'second')
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
