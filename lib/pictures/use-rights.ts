import { DAY_MS } from '@/lib/time/durations'

/** On what terms a picture may be used. */
export const RIGHTS_CATEGORIES = ['own', 'agency', 'free', 'paid', 'forbidden'] as const
export type RightsCategory = (typeof RIGHTS_CATEGORIES)[number]

/** What the desk calls the categories. */
export const RIGHTS_CATEGORY_NAMES: Readonly<Record<RightsCategory, string>> = {
  own: 'Our own',
  agency: 'Agency, by contract',
  free: 'Free to use',
  paid: 'Paid by use',
  forbidden: 'Not to be used',
}

export const LEASE_KINDS = ['allow', 'deny'] as const
export type LeaseKind = (typeof LEASE_KINDS)[number]

/** A span in which a picture may be used, or may not be. Days of the paper's time zone, "2026-11-24", both included. */
export interface Lease {
  kind: LeaseKind
  /** null for no beginning and for no end. */
  fromDay: string | null
  untilDay: string | null
  /** Empty for none. */
  note: string
}

/** What decides whether a picture may be used on a day. */
export interface UseRights {
  /** null until somebody says so. */
  category: RightsCategory | null
  /** Empty for none. */
  restrictions: string
  leases: readonly Lease[]
}

/** Whether a picture may be used: yes; yes, but; or no. `why` is a sentence for editors. */
export type UseVerdict = { kind: 'free' } | { kind: 'warned'; why: string } | { kind: 'blocked'; why: string }

/** So many days ahead the desk warns of the end of a permission. */
export const WARNED_DAYS_AHEAD = 14

/**
 * Whether a picture with these rights may be used on `day`. The first rule that applies decides:
 * 1. a span in which it may not be used blocks;
 * 2. a span in which it may be used frees it, whatever its category, and warns when it ends soon;
 * 3. spans in which it may be used, none of them on that day, block;
 * 4. a picture that is not to be used is blocked; one that is paid by use warns;
 * 5. a span in which it may not be used warns when it begins soon, and so do restrictions.
 */
export function verdictOn({ category, restrictions, leases }: UseRights, day: string): UseVerdict {
  const denied = leases.find((lease) => lease.kind === 'deny' && isInForce(lease, day))
  if (denied) return { kind: 'blocked', why: `It may not be used${until(denied)}.${noted(denied)}` }
  const allowing = leases.filter(({ kind }) => kind === 'allow')
  const allowed = allowing.filter((lease) => isInForce(lease, day)).sort(byEnd)[0]
  const soon = daysAfter(day, WARNED_DAYS_AHEAD)
  const ahead = leases.find(
    ({ kind, fromDay }) => kind === 'deny' && fromDay !== null && fromDay <= soon && fromDay > day,
  )
  const warnings: string[] = []
  if (allowed) {
    if (allowed.untilDay !== null && allowed.untilDay <= soon) {
      warnings.push(`It may be used only until ${spelled(allowed.untilDay)}.${noted(allowed)}`)
    }
  } else if (allowing.length) {
    return { kind: 'blocked', why: outside(allowing, day) }
  } else if (category === 'forbidden') {
    return { kind: 'blocked', why: `It is not to be used.${restrictions && ` ${restrictions}`}` }
  } else if (category === 'paid') {
    warnings.push('Each use of it is paid for.')
  }
  if (ahead?.fromDay) warnings.push(`From ${spelled(ahead.fromDay)} on it may not be used.${noted(ahead)}`)
  if (restrictions) warnings.push(`Heed: ${restrictions}`)
  return warnings.length ? { kind: 'warned', why: warnings.join(' ') } : { kind: 'free' }
}

/** Why a span cannot be one, in an editor's words; null when it can. */
export function leaseProblem({ kind, fromDay, untilDay }: Lease): string | null {
  if (fromDay !== null && untilDay !== null && untilDay < fromDay) return 'The last day is before the first.'
  if (kind === 'allow' && fromDay === null && untilDay === null) {
    return 'Say from when or until when it may be used. Without an end choose a category instead.'
  }
  return null
}

/** The day so many days after a day. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** A day in words: "3 May 2027". */
export function spelled(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

function isInForce({ fromDay, untilDay }: Lease, day: string): boolean {
  return (fromDay === null || fromDay <= day) && (untilDay === null || day <= untilDay)
}

/** The one that lasts longest first. */
function byEnd(one: Lease, other: Lease): number {
  if (one.untilDay === other.untilDay) return 0
  if (one.untilDay === null) return -1
  if (other.untilDay === null) return 1
  return one.untilDay < other.untilDay ? 1 : -1
}

function outside(allowing: Lease[], day: string): string {
  const next = allowing.flatMap(({ fromDay }) => (fromDay !== null && fromDay > day ? [fromDay] : [])).sort()[0]
  if (next !== undefined) return `It may be used from ${spelled(next)} on, not before.`
  const ended =
    allowing
      .flatMap(({ untilDay }) => untilDay ?? [])
      .sort()
      .at(-1) ?? day
  return `The permission to use it ended on ${spelled(ended)}.`
}

function until({ untilDay }: Lease): string {
  return untilDay === null ? '' : ` until ${spelled(untilDay)}`
}

function noted({ note }: Lease): string {
  return note ? ` ${note}` : ''
}
