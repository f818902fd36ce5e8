import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { inTransaction, type Writer } from '@/db/store/open'
import { media } from '@/db/store/schema'
import { searchWordsOf } from '@/lib/pictures/search-words'

const AT_ONCE = 500

/**
 * Puts the search words of pictures from before there was a library into the form of queries, which SQL could not give
 * them: its lower case leaves accents and other alphabets as they are. Returns how many it changed; a second run changes
 * none.
 */
export async function completeSearchWords(db: Writer): Promise<number> {
  const { alt, caption, credit, creator, copyright } = media
  // As the migration that added the column filled it.
  const isMigrated = sql`${media.searchWords} =
    lower(trim(${alt} || ' ' || ${caption} || ' ' || ${credit} || ' ' || ${creator} || ' ' || ${copyright}))`
  let [changed, after] = [0, 0]
  for (;;) {
    const rows = await db
      .select()
      .from(media)
      .where(and(gt(media.id, after), isMigrated))
      .orderBy(asc(media.id))
      .limit(AT_ONCE)
    const last = rows.at(-1)
    if (!last) return changed
    after = last.id
    const stale = rows.filter((row) => searchWordsOf(row) !== row.searchWords)
    await inTransaction(db, async (tx) => {
      for (const { id } of stale) {
        const [row] = await tx.select().from(media).where(eq(media.id, id))
        if (row)
          await tx
            .update(media)
            .set({ searchWords: searchWordsOf(row) })
            .where(eq(media.id, id))
      }
    })
    changed += stale.length
  }
}
