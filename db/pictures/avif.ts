import { asc, eq, sql } from 'drizzle-orm'
import { invalidate } from '@/db/store/invalidation'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { media } from '@/db/store/schema'
import { tags } from '@/lib/pages/tags'
import type { StoredFile } from '@/lib/pictures/picture-maker'

/** The next picture whose files in AVIF are still to be made, the oldest first; null when there is none. */
export async function nextWithoutAvif(db: Reader): Promise<{ id: number; original: string } | null> {
  const [row] = await db
    .select({ id: media.id, original: media.original })
    .from(media)
    // As the index of those pictures has it.
    .where(sql.raw('is_avif_ahead = 1'))
    .orderBy(asc(media.id))
    .limit(1)
  return row ?? null
}

/**
 * Adds the files in AVIF to picture `id`, and every page that shows it is rendered with them; without any, it keeps its
 * WebP and JPEG and is not tried again. false, and nothing is changed, when it is gone.
 */
export async function saveAvif(
  db: Writer,
  { id, original, files, now }: { id: number; original: string; files: readonly StoredFile[]; now: Date },
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const [row] = await tx.select({ original: media.original, files: media.files }).from(media).where(eq(media.id, id))
    if (row?.original !== original) return false
    const others = row.files.filter(({ format }) => format !== 'avif')
    await tx
      .update(media)
      .set({ files: [...files, ...others], isAvifAhead: false })
      .where(eq(media.id, id))
    if (files.length) await invalidate(tx, [tags.media(id)], now)
    return true
  })
}
