import { and, count, gte, inArray, min } from 'drizzle-orm'
import { dueToAppear, dueToEnd } from '@/db/editing/due-rows'
import { lateRuns } from '@/db/store/desk-schema'
import type { Reader, Transaction } from '@/db/store/open'
import { articles } from '@/db/store/schema'

/** How late a scheduled change of state was noticed, or is by now while nobody has. */
export interface Lateness {
  event: 'published' | 'withdrawn'
  seconds: number
}

/** How the schedule is kept. */
export interface ScheduleHealth {
  /** Changes of state that are due and not written down. */
  overdue: number
  /** By how much the oldest of them is late; 0 without one. */
  lagSeconds: number
  /** Changes of state in the last 24 hours that were noticed late. */
  lateLastDay: number
}

/** The scheduler wakes every second: what takes longer than this stood still. */
const LATE_AFTER_MS = 5000
const DAY_MS = 24 * 3_600_000

/** Keeps that a change of state was noticed late; nothing when it was in time. In the open transaction. */
export async function saveLateRun(tx: Transaction, run: typeof lateRuns.$inferInsert): Promise<void> {
  if (run.ranAt.getTime() - run.dueAt.getTime() <= LATE_AFTER_MS) return
  await tx.insert(lateRuns).values(run).onConflictDoNothing()
}

/**
 * By how much the articles `ids` are late at `now`, or were within the last 24 hours, by id; one that was in time is
 * missing from the answer.
 */
export async function lateness(db: Reader, { ids, now }: { ids: number[]; now: Date }): Promise<Map<number, Lateness>> {
  const late = new Map<number, Lateness>()
  if (!ids.length) return late
  const runs = await db
    .select()
    .from(lateRuns)
    .where(and(inArray(lateRuns.articleId, ids), gte(lateRuns.ranAt, new Date(now.getTime() - DAY_MS))))
    .orderBy(lateRuns.ranAt, lateRuns.dueAt)
  for (const { articleId, event, dueAt, ranAt } of runs) late.set(articleId, { event, seconds: seconds(dueAt, ranAt) })
  for (const { event, where, instant } of [
    { event: 'published' as const, where: dueToAppear(now), instant: articles.publishedAt },
    { event: 'withdrawn' as const, where: dueToEnd(now), instant: articles.withdrawnAt },
  ]) {
    const due = await db
      .select({ id: articles.id, dueAt: instant })
      .from(articles)
      .where(and(inArray(articles.id, ids), where))
    for (const { id, dueAt } of due) {
      if (dueAt && now.getTime() - dueAt.getTime() > LATE_AFTER_MS)
        late.set(id, { event, seconds: seconds(dueAt, now) })
    }
  }
  return late
}

/** How the schedule is kept at `now`. */
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

/** The same, for a banner over the desk; null while there is nothing to worry about. */
export async function scheduleTrouble(db: Reader, { now }: { now: Date }): Promise<ScheduleHealth | null> {
  const health = await scheduleHealth(db, { now })
  return health.lagSeconds * 1000 > LATE_AFTER_MS || health.lateLastDay > 0 ? health : null
}

function seconds(dueAt: Date, ranAt: Date): number {
  return Math.round((ranAt.getTime() - dueAt.getTime()) / 1000)
}
