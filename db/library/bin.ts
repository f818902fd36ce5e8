import { and, asc, eq, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { logAction } from '@/db/audit/log'
import { countsOfUses, placesFor } from '@/db/library/uses'
import { deleteUnusedFiles, noteUnclaimed, stemOf } from '@/db/pictures/unclaimed-files'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { media } from '@/db/store/schema'
import type { Editor } from '@/lib/accounts/permissions'
import { DELETED_KEPT_DAYS } from '@/lib/desk/articles/deleted-kept'
import { UNDO_EMPTYING_HOURS } from '@/lib/desk/bin/emptied-bin'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import { DAY_MS, HOUR_MS } from '@/lib/time/durations'

const UNDO_MS = UNDO_EMPTYING_HOURS * HOUR_MS
const OUT_OF_BIN = { deletedAt: null, emptiedAt: null, emptiedBy: null }
/** As many places as a refusal names. */
const NAMED_PLACES = 3
const MAX_AT_ONCE = 100

/**
 * Throws picture `id` away; it can be recovered for DELETED_KEPT_DAYS. Refused, with the places, while it stands anywhere.
 * null when it does not exist.
 */
export async function throwAwayPicture(
  db: Writer,
  { id, editor, now }: { id: number; editor: Pick<Editor, 'id' | 'role'>; now: Date },
): Promise<{ picture: number } | Refusal | null> {
  return inTransaction(db, async (tx) => {
    const [row] = await tx.select({ alt: media.alt, deletedAt: media.deletedAt }).from(media).where(eq(media.id, id))
    if (!row) return null
    const used = await placesProblem(tx, { id, editor, now })
    if (used) return refuse('picture', used)
    if (row.deletedAt) return { picture: id }
    await tx.update(media).set({ deletedAt: now }).where(eq(media.id, id))
    await logAction(tx, { action: 'picture thrown away', thing: { id, name: row.alt }, now })
    return { picture: id }
  })
}

/** Takes a picture out of the bin unchanged; null when it does not exist. Recovering it again changes nothing. */
export async function recoverPicture(
  db: Writer,
  { id, now }: { id: number; now: Date },
): Promise<{ picture: number } | null> {
  return inTransaction(db, async (tx) => {
    const [row] = await tx.select({ alt: media.alt, deletedAt: media.deletedAt }).from(media).where(eq(media.id, id))
    if (!row?.deletedAt) return row ? { picture: id } : null
    await tx.update(media).set(OUT_OF_BIN).where(eq(media.id, id))
    await logAction(tx, { action: 'picture recovered', thing: { id, name: row.alt }, now })
    return { picture: id }
  })
}

/**
 * Deletes for good, with their files, the pictures that were thrown away DELETED_KEPT_DAYS ago or earlier, or of which
 * the bin was emptied UNDO_EMPTYING_HOURS ago, and that stand nowhere, at most a hundred; returns their number. One that stands somewhere by now, because an earlier version of a
 * story was restored, is out of the bin again. Files that a stop leaves are deleted later (deleteLeftFiles).
 */
export async function purgeThrownAwayPictures(
  db: Writer,
  { dataDir, now }: { dataDir: string; now: Date },
): Promise<number> {
  const purged = await inTransaction(db, async (tx) => {
    const due = await tx
      .select({ id: media.id, alt: media.alt, original: media.original })
      .from(media)
      .where(
        // Through the index of the bin: a library has few there.
        and(
          isNotNull(media.deletedAt),
          or(
            lte(media.deletedAt, new Date(now.getTime() - DELETED_KEPT_DAYS * DAY_MS)),
            lte(media.emptiedAt, new Date(now.getTime() - UNDO_MS)),
          ),
        ),
      )
      .orderBy(asc(media.deletedAt))
      .limit(MAX_AT_ONCE)
    const uses = await countsOfUses(tx, { ids: due.map(({ id }) => id), now })
    for (const { id, alt } of due) {
      if (uses.get(id)) await tx.update(media).set(OUT_OF_BIN).where(eq(media.id, id))
      else {
        await tx.delete(media).where(eq(media.id, id))
        await logAction(tx, { action: 'picture deleted for good', thing: { id, name: alt }, now })
      }
    }
    const gone = due.filter(({ id }) => !uses.get(id)).map(({ original }) => stemOf(original))
    await noteUnclaimed(tx, { stems: gone, now })
    return gone
  })
  for (const stem of purged) await deleteUnusedFiles(db, { dataDir, stem })
  return purged.length
}

/** Whether picture `id` exists and is not in the bin. */
export async function isInLibrary(db: Reader, id: number): Promise<boolean> {
  const [row] = await db
    .select({ id: media.id })
    .from(media)
    .where(and(eq(media.id, id), isNull(media.deletedAt)))
  return row !== undefined
}

async function placesProblem(
  db: Reader,
  { id, editor, now }: { id: number; editor: Pick<Editor, 'id' | 'role'>; now: Date },
): Promise<string | null> {
  const uses = (await countsOfUses(db, { ids: [id], now })).get(id) ?? 0
  if (!uses) return null
  const places = await placesFor(db, { id, editor, now })
  const names = places.slice(0, NAMED_PLACES).map(({ name }) => `“${name || 'a story without a headline'}”`)
  const more = uses - names.length
  const where = names.join(', ') + (more ? ` and ${more} more` : '')
  return `This picture stands in ${where}. Replace it there, or take it out, and throw it away then.`
}
