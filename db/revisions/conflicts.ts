import { and, asc, eq, isNull } from 'drizzle-orm'
import { conflicts } from '@/db/store/desk-schema'
import type { Reader, Transaction } from '@/db/store/open'
import { insertable, isOneOf } from '@/db/store/value-lists'
import type { OpenConflict } from '@/lib/desk/articles/open-conflict'
import { same } from '@/lib/merging/same'
import type { SetAside } from '@/lib/merging/set-aside'

/** The open conflicts of article `articleId`, oldest first. */
export async function openConflicts(db: Reader, articleId: number): Promise<OpenConflict[]> {
  const rows = await db
    .select({
      id: conflicts.id,
      place: conflicts.place,
      setAside: conflicts.setAside,
      afterId: conflicts.afterId,
      writtenBy: conflicts.writtenBy,
      writtenAt: conflicts.writtenAt,
    })
    .from(conflicts)
    .where(isOpenIn(articleId))
    .orderBy(asc(conflicts.id))
  return rows.map(({ writtenAt, ...conflict }) => ({ ...conflict, writtenAt: writtenAt.getTime() }))
}

/**
 * Saves what `by` wrote and the text does not have as open conflicts; in the open transaction. A value that equals one
 * set aside at the same place under the same name is not saved twice.
 */
export async function saveSetAside(
  tx: Transaction,
  { articleId, setAside, by, now }: { articleId: number; setAside: SetAside[]; by: string; now: Date },
): Promise<void> {
  if (!setAside.length) return
  const open = await openConflicts(tx, articleId)
  const isSaved = ({ place, value }: SetAside) =>
    open.some((conflict) => conflict.place === place && conflict.writtenBy === by && same(conflict.setAside, value))
  const rows = setAside
    .filter((item) => !isSaved(item))
    .map(({ place, value, afterId }) => ({
      articleId,
      place,
      afterId,
      setAside: value ?? null,
      writtenBy: by,
      writtenAt: now,
    }))
  for (const some of insertable(rows)) await tx.insert(conflicts).values(some)
}

/** Marks these conflicts of the article as resolved by `by`; those already resolved stay as they are. */
export async function resolveConflicts(
  tx: Transaction,
  { articleId, ids, by, now }: { articleId: number; ids: number[]; by: string; now: Date },
): Promise<void> {
  if (!ids.length) return
  await tx
    .update(conflicts)
    .set({ settledAt: now, settledBy: by })
    .where(and(isOpenIn(articleId), isOneOf(conflicts.id, ids)))
}

function isOpenIn(articleId: number) {
  return and(eq(conflicts.articleId, articleId), isNull(conflicts.settledAt))
}
