import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/store/open'

/** What a search can be narrowed to further: names that its results are filed under. */
export interface FoundSubjects {
  /** By how many of the results have them, the most first. */
  topics: NamedSlug[]
  authors: NamedSlug[]
}

export interface NamedSlug {
  slug: string
  name: string
}

/** Of so many results, the first, the subjects are looked at. */
const LOOKED_AT = 200
/** More names than these nobody reads through. */
const MAX_NAMES = 20

/** The topics and authors of the stories with the first of `numbers` in the index (db/search/document-number.ts). */
export async function foundSubjects(db: Reader, numbers: readonly number[]): Promise<FoundSubjects> {
  const first = JSON.stringify(numbers.slice(0, LOOKED_AT))
  const rows = await db.all<NamedSlug & { kind: 'topic' | 'author' }>(sql`
    with found(id) as materialized (
      select article_id from search_documents where number in (select value from json_each(${first}))
    )
    select * from (
      select 'topic' as kind, slug, name from (
        select topic_id as id, count(*) as stories from article_topics where article_id in (select id from found)
        group by topic_id order by stories desc, topic_id limit ${MAX_NAMES}
      ) join topics using (id) order by stories desc, id)
    union all select * from (
      select 'author' as kind, slug, name from (
        select author_id as id, count(*) as stories from bylines
        where article_id in (select id from found) and author_id is not null
        group by author_id order by stories desc, author_id limit ${MAX_NAMES}
      ) join authors using (id) order by stories desc, id)`)
  const of = (wanted: 'topic' | 'author') =>
    rows.flatMap(({ kind, slug, name }) => (kind === wanted ? [{ slug, name }] : []))
  return { topics: of('topic'), authors: of('author') }
}
