import type { PlanLayout } from '@/lib/desk/plans/plans-query'
import type { PlansView } from '@/lib/desk/plans/plans-view'
import { dayAfter } from '@/lib/planning/calendar'

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** The week or month that is shown: "23 – 29 November 2026", "November 2026"; empty in a list. */
export function periodTitle(as: PlanLayout, { from, until }: Pick<PlansView, 'from' | 'until'>): string {
  if (as === 'list') return ''
  const at = (day: string) => new Date(`${day}T00:00:00Z`)
  // A month is shown in whole weeks, so that its second week is always within it.
  if (as === 'month') return MONTH.format(at(dayAfter(from, 7)))
  const last = dayAfter(until, -1)
  const first = from.slice(0, 7) === last.slice(0, 7) ? String(Number(from.slice(8))) : DAY.format(at(from))
  return `${first} – ${DAY.format(at(last))}`
}
