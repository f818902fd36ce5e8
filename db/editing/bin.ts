import { and, asc, count, eq, exists, gt, isNotNull, lte, notExists, type SQL } from 'drizzle-orm'
import { logAction } from '@/db/audit/log'
import { isOwn } from '@/db/editing/ownership'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { emptiedDrafts } from '@/db/store/plan-schema'
import { articles } from '@/db/store/schema'
import { insertable } from '@/db/store/value-lists'
import { can, type Editor } from '@/lib/accounts/permissions'
import { type EmptiedBin, UNDO_EMPTYING_HOURS } from '@/lib/desk/bin/emptied-bin'
import { HOUR_MS } from '@/lib/time/durations'

const UNDO_MS = UNDO_EMPTYING_HOURS * HOUR_MS

/** The condition that a draft is in the bin: deleted, and the bin was not emptied since. */
export function isInBin(db: Reader): SQL | undefined {
  const emptied = db.select().from(emptiedDrafts).where(eq(emptiedDrafts.articleId, articles.id))
  return and(isNotNull(articles.deletedAt), notExists(emptied))
}

/**
 * Empties the bin of what was in it at `until`, and returns the number of drafts. Somebody who may not see every article
 * empties it of their own. It can be undone for UNDO_EMPTYING_HOURS; then the drafts are deleted for good.
 */
export async function emptyBin(
  db: Writer,
  { editor, until, now }: { editor: Editor; until: Date; now: Date },
): Promise<number> {
  return inTransaction(db, async (tx) => {
    const rows = await tx
      .select({ articleId: articles.id })
      .from(articles)
      .where(
        and(
          isInBin(tx),
          lte(articles.deletedAt, until),
          can(editor, 'see every article') ? undefined : isOwn(editor.id),
        ),
      )
      .orderBy(asc(articles.id))
    const emptying = { emptiedAt: now, emptiedBy: editor.name, emptiedById: editor.id }
    const emptied = rows.map((row) => ({ ...row, ...emptying }))
    for (const some of insertable(emptied)) await tx.insert(emptiedDrafts).values(some)
    if (rows.length) await logAction(tx, { action: 'story bin emptied', detail: draftsInWords(rows.length), now })
    return rows.length
  })
}

/** The emptyings by `editor`, or by everybody for whom may see every article, that can be undone at `now`; newest first. */
export async function emptiedBins(db: Reader, { editor, now }: { editor: Editor; now: Date }): Promise<EmptiedBin[]> {
  const rows = await db
    .select({ emptiedAt: emptiedDrafts.emptiedAt, emptiedBy: emptiedDrafts.emptiedBy, drafts: count() })
    .from(emptiedDrafts)
    .where(and(gt(emptiedDrafts.emptiedAt, new Date(now.getTime() - UNDO_MS)), emptiedBySeen(editor)))
    .groupBy(emptiedDrafts.emptiedAt, emptiedDrafts.emptiedBy)
  return rows
    .map(({ emptiedAt, emptiedBy, drafts }) => ({
      emptiedAt: emptiedAt.getTime(),
      emptiedBy,
      count: drafts,
      until: emptiedAt.getTime() + UNDO_MS,
    }))
    .sort((a, b) => b.emptiedAt - a.emptiedAt)
}

/** Puts the drafts of the emptying at `emptiedAt` back into the bin, and returns their number; 0 when it is too late. */
export async function undoEmptying(
  db: Writer,
  { editor, emptiedAt, now }: { editor: Editor; emptiedAt: Date; now: Date },
): Promise<number> {
  if (emptiedAt.getTime() <= now.getTime() - UNDO_MS) return 0
  return inTransaction(db, async (tx) => {
    const back = await tx
      .delete(emptiedDrafts)
      .where(and(eq(emptiedDrafts.emptiedAt, emptiedAt), emptiedBySeen(editor)))
      .returning({ id: emptiedDrafts.articleId })
    // Otherwise what was nearly thirty days old would be gone before anybody has looked at it.
    for (const { id } of back) await tx.update(articles).set({ deletedAt: now }).where(eq(articles.id, id))
    if (back.length) await logAction(tx, { action: 'story bin restored', detail: draftsInWords(back.length), now })
    return back.length
  })
}

/** The condition that the undoing of an emptying has ended. */
export function isGoneFromBin(db: Reader, now: Date): SQL {
  const ended = db
    .select()
    .from(emptiedDrafts)
    .where(
      and(eq(emptiedDrafts.articleId, articles.id), lte(emptiedDrafts.emptiedAt, new Date(now.getTime() - UNDO_MS))),
    )
  return exists(ended)
}

function draftsInWords(drafts: number): string {
  return drafts === 1 ? '1 draft' : `${drafts} drafts`
}

function emptiedBySeen(editor: Editor): SQL | undefined {
  return can(editor, 'see every article') ? undefined : eq(emptiedDrafts.emptiedById, editor.id)
}
