import { and, count, desc, eq, gt, isNotNull, isNull, lte, type SQL } from 'drizzle-orm'
import { logAction } from '@/db/audit/log'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { media } from '@/db/store/schema'
import { type EmptiedBin, UNDO_EMPTYING_HOURS } from '@/lib/desk/bin/emptied-bin'
import { HOUR_MS } from '@/lib/time/durations'

const UNDO_MS = UNDO_EMPTYING_HOURS * HOUR_MS

/** The condition that a picture is in the bin: thrown away, and the bin was not emptied since. */
export function isInPictureBin(): SQL | undefined {
  return and(isNotNull(media.deletedAt), isNull(media.emptiedAt))
}

/** How many pictures are in the bin. */
export async function picturesInBin(db: Reader): Promise<number> {
  return db.$count(media, isInPictureBin())
}

/**
 * Empties the bin of the pictures that were in it at `until`, and returns their number. It can be undone for
 * UNDO_EMPTYING_HOURS; then they are deleted for good, with their files.
 */
export async function emptyPictureBin(
  db: Writer,
  { until, by, now }: { until: Date; by: { name: string }; now: Date },
): Promise<number> {
  return inTransaction(db, async (tx) => {
    const emptied = await tx
      .update(media)
      .set({ emptiedAt: now, emptiedBy: by.name })
      .where(and(isInPictureBin(), lte(media.deletedAt, until)))
      .returning({ id: media.id })
    const detail = picturesInWords(emptied.length)
    if (emptied.length) await logAction(tx, { action: 'picture bin emptied', detail, now })
    return emptied.length
  })
}

/** The emptyings that can be undone at `now`, newest first. */
export async function emptiedPictureBins(db: Reader, { now }: { now: Date }): Promise<EmptiedBin[]> {
  const rows = await db
    .select({ emptiedAt: media.emptiedAt, emptiedBy: media.emptiedBy, count: count() })
    .from(media)
    .where(gt(media.emptiedAt, new Date(now.getTime() - UNDO_MS)))
    .groupBy(media.emptiedAt, media.emptiedBy)
    .orderBy(desc(media.emptiedAt))
  return rows.flatMap(({ emptiedAt, emptiedBy, count: emptied }) => {
    if (!emptiedAt) return []
    const at = emptiedAt.getTime()
    return [{ emptiedAt: at, emptiedBy: emptiedBy ?? '', count: emptied, until: at + UNDO_MS }]
  })
}

/** Puts the pictures of the emptying at `emptiedAt` back into the bin, and returns their number; 0 when it is too late. */
export async function undoPictureEmptying(
  db: Writer,
  { emptiedAt, now }: { emptiedAt: Date; now: Date },
): Promise<number> {
  if (emptiedAt.getTime() <= now.getTime() - UNDO_MS) return 0
  return inTransaction(db, async (tx) => {
    const back = await tx
      .update(media)
      // Otherwise what was nearly thirty days old would be gone before anybody has looked at it.
      .set({ emptiedAt: null, emptiedBy: null, deletedAt: now })
      .where(eq(media.emptiedAt, emptiedAt))
      .returning({ id: media.id })
    if (back.length) await logAction(tx, { action: 'picture bin restored', detail: picturesInWords(back.length), now })
    return back.length
  })
}

function picturesInWords(number: number): string {
  return number === 1 ? '1 picture' : `${number} pictures`
}
