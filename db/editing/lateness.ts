import { and, count, gte, min } from 'drizzle-orm'
import { dueToAppear, dueToEnd } from '@/db/editing/due-rows'
import { lateRuns } from '@/db/store/desk-schema'
import type { Reader, Transaction } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import { DAY_MS } from '@/lib/time/durations'

/** How late a scheduled transition was applied, or how late it is by now when it is still due. */
export interface Lateness {
  event: 'published' | 'withdrawn'
  seconds: number
}

/** Whether scheduled transitions are applied in time. */
export interface ScheduleHealth {
  /** The number of transitions that are due and not applied. */
  overdue: number
  /** How late the oldest of them is, in seconds; 0 without one. */
  lagSeconds: number
  /** The number of transitions in the last 24 hours that were applied late. */
  lateLastDay: number
}

/** The scheduler runs every second, so a longer delay means that it did not run. */
const LATE_AFTER_MS = 5000

/** Saves how late a transition was applied; does nothing when it was in time. In the open transaction. */
export async function saveLateRun(tx: Transaction, run: typeof lateRuns.$inferInsert): Promise<void> {
  if (run.ranAt.getTime() - run.dueAt.getTime() <= LATE_AFTER_MS) return
  await tx.insert(lateRuns).values(run).onConflictDoNothing()
}

/**
 * How late the transitions of the articles `ids` are at `now`, or were within the last 24 hours, by article id; an
 * article that was in time is missing.
 */
export async function lateness(db: Reader, { ids, now }: { ids: number[]; now: Date }): Promise<Map<number, Lateness>> {
  const late = new Map<number, Lateness>()
  if (!ids.length) return late
  const runs = await db
    .select()
    .from(lateRuns)
    .where(and(isOneOf(lateRuns.articleId, ids), gte(lateRuns.ranAt, new Date(now.getTime() - DAY_MS))))
    .orderBy(lateRuns.ranAt, lateRuns.dueAt)
  for (const { articleId, event, dueAt, ranAt } of runs) late.set(articleId, { event, seconds: seconds(dueAt, ranAt) })
  for (const { event, where, instant } of [
    { event: 'published' as const, where: dueToAppear(now), instant: articles.publishedAt },
    { event: 'withdrawn' as const, where: dueToEnd(now), instant: articles.withdrawnAt },
  ]) {
    const due = await db
      .select({ id: articles.id, dueAt: instant })
      .from(articles)
      .where(and(isOneOf(articles.id, ids), where))
    for (const { id, dueAt } of due) {
      if (dueAt && now.getTime() - dueAt.getTime() > LATE_AFTER_MS)
        late.set(id, { event, seconds: seconds(dueAt, now) })
    }
  }
  return late
}

/** Whether scheduled transitions are applied in time, at `now`. */
export async function scheduleHealth(db: Reader, { now }: { now: Date }): Promise<ScheduleHealth> {
  const [appearing] = await db
    .select({ overdue: count(), oldest: min(articles.publishedAt) })
    .from(articles)
    .where(dueToAppear(now))
  const [ending] = await db
    .select({ overdue: count(), oldest: min(articles.withdrawnAt) })
    .from(articles)
    .where(dueToEnd(now))
  const oldest = Math.min(...[appearing, ending].map((found) => found?.oldest?.getTime() ?? now.getTime()))
  const lateLastDay = await db.$count(lateRuns, gte(lateRuns.ranAt, new Date(now.getTime() - DAY_MS)))
  return {
    overdue: (appearing?.overdue ?? 0) + (ending?.overdue ?? 0),
    lagSeconds: seconds(new Date(oldest), now),
    lateLastDay,
  }
}

/** The schedule's health for the banner of the desk; null when nothing is overdue or was late. */
export async function scheduleTrouble(db: Reader, { now }: { now: Date }): Promise<ScheduleHealth | null> {
  const health = await scheduleHealth(db, { now })
  return health.lagSeconds * 1000 > LATE_AFTER_MS || health.lateLastDay > 0 ? health : null
}

function seconds(dueAt: Date, ranAt: Date): number {
  return Math.round((ranAt.getTime() - dueAt.getTime()) / 1000)
}
