import { type SQL, sql } from 'drizzle-orm'
import type { Reader, Transaction } from '@/db/store/open'

/** A version of lib/search/ that there never was. What is marked with it is found as before, and is indexed again. */
export const MARKED = 0

/**
 * Marks the stories whose ids `stories` selects to be indexed again, because a name by which they are found has changed.
 * Call it in the transaction of the change; the site follows while it serves.
 */
export async function markDocuments(tx: Transaction, stories: SQL): Promise<void> {
  await tx.run(sql`update search_documents set fold = ${MARKED} where article_id in (${stories}) and fold <> ${MARKED}`)
}

/** The ids of stories that are marked, the highest first, at most `most`. */
export async function markedDocuments(db: Reader, most: number): Promise<number[]> {
  const rows = await db.all<{ id: number }>(
    sql`select article_id as id from search_documents where fold = ${MARKED} order by article_id desc limit ${most}`,
  )
  return rows.map(({ id }) => id)
}
