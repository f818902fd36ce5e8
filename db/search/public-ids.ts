import { sql } from 'drizzle-orm'
import { isPublic } from '@/db/reading/visibility'
import type { Reader } from '@/db/store/open'
import { articles } from '@/db/store/schema'

/** The ids of the public stories with these numbers in the index (db/search/document-number.ts), in the order of `numbers`. */
export async function publicIds(db: Reader, numbers: readonly number[], now: Date): Promise<number[]> {
  const rows = await db.all<{ number: number; id: number }>(sql`
    select number, ${articles.id} as id from search_documents join ${articles} on ${articles.id} = article_id
    where number in (select value from json_each(${JSON.stringify(numbers)})) and ${isPublic(now)}`)
  const ids = new Map(rows.map(({ number, id }) => [number, id]))
  return numbers.flatMap((number) => ids.get(number) ?? [])
}
