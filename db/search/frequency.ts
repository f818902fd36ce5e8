import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/store/open'
import { anyOf } from '@/lib/search/match-syntax'

/**
 * In how many stories, published or not, one of `words` stands; counted up to `most`, because a common word is in all of
 * them.
 */
export async function storiesWith(db: Reader, words: readonly string[], most: number): Promise<number> {
  if (!words.length) return 0
  const [row] = await db.all<{ stories: number }>(sql`
    select count(*) as stories from (select 1 from search_texts where search_texts match ${anyOf(words)} limit ${most})`)
  return row?.stories ?? 0
}
