import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { conflicts } from '@/db/store/desk-schema'
import type { Db } from '@/db/store/open'
import type { OpenConflict } from '@/lib/desk/open-conflict'
import { same } from '@/lib/merging/same'
import type { SetAside } from '@/lib/merging/set-aside'

/** What is set aside in article `articleId` and not settled yet, in the order in which it came. */
export async function openConflicts(db: Db, articleId: number): Promise<OpenConflict[]> {
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
 * Keeps what `by` wrote and the text does not have, until somebody decides; in the open transaction. What the same
 * person has set aside at the same place already, letter for letter, is not kept twice.
 */
export async function keepSetAside(
  tx: Db,
  { articleId, setAside, by, now }: { articleId: number; setAside: SetAside[]; by: string; now: Date },
): Promise<void> {
  if (!setAside.length) return
  const known = await openConflicts(tx, articleId)
  const isKnown = ({ place, value }: SetAside) =>
    known.some((open) => open.place === place && open.writtenBy === by && same(open.setAside, value))
  const rows = setAside
    .filter((item) => !isKnown(item))
    .map(({ place, value, afterId }) => ({
      ...{ articleId, place, afterId },
      setAside: value ?? null,
      writtenBy: by,
      writtenAt: now,
    }))
  if (rows.length) await tx.insert(conflicts).values(rows)
}

/** Writes down that `by` decided about these conflicts of the article; those settled already stay as they are. */
export async function settleConflicts(
  tx: Db,
  { articleId, ids, by, now }: { articleId: number; ids: number[]; by: string; now: Date },
): Promise<void> {
  if (!ids.length) return
  await tx
    .update(conflicts)
    .set({ settledAt: now, settledBy: by })
    .where(and(isOpenIn(articleId), inArray(conflicts.id, ids)))
}

function isOpenIn(articleId: number) {
  return and(eq(conflicts.articleId, articleId), isNull(conflicts.settledAt))
}
