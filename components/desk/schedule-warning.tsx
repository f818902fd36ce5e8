import { lateWords, type ScheduleDelays } from '@/lib/desk/list/late-words'

/** The warning that scheduled changes are late now, or were within the last day. */
export function ScheduleWarning({ trouble }: { trouble: ScheduleDelays }) {
  const { overdue, lagSeconds, lateLastDay } = trouble
  return (
    <p>
      {overdue > 0
        ? `${counted(overdue, 'scheduled change waits', 'scheduled changes wait')} since ${lateWords(lagSeconds)}. `
        : ''}
      {lateLastDay > 0
        ? `${counted(lateLastDay, 'scheduled change was', 'scheduled changes were')} noticed late within the last day. `
        : ''}
      Readers had each story at its second; only what follows from it came late.
    </p>
  )
}

function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`
}
