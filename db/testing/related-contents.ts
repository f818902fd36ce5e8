import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/store/open'
import { STORIES_IN_BLOCK } from '@/lib/linking/related/postings'
import { readFacts } from '@/lib/linking/related/story-facts'
import { eachTerm } from '@/lib/linking/related/term-vector'

/** What the index of related stories holds, by words, whatever numbers the dictionary gave them. */
export async function relatedContents(db: Reader) {
  const postings = await db.all(sql`
    select related_terms.term as word, related_counts.stories as stories, block, hex(related_postings.stories) as packed
    from related_terms join related_counts using (id) join related_postings on related_postings.term = related_terms.id
    where related_counts.stories > 0 order by word, block`)
  const rows = await db.all<{ id: number; term: string; stories: number }>(sql`
    select id, term, stories from related_terms join related_counts using (id) where stories > 0 order by term`)
  const words = new Map(rows.map(({ id, term }) => [id, term]))
  const indexed = await db.all<{ id: number; fold: number; terms: Buffer }>(sql`
    select article_id as id, fold, terms from related_stories order by article_id`)
  const stories = indexed.map(({ id, fold, terms }) => {
    const named: string[] = []
    eachTerm(terms, ({ term, ...counts }) => named.push(`${words.get(term)} ${JSON.stringify(counts)}`))
    return { id, fold, terms: named.sort() }
  })
  const blocks = await db.all<{ block: number; facts: Buffer }>(
    sql`select block, facts from related_blocks order by block`,
  )
  const facts = blocks.flatMap(({ block, facts: packed }) => {
    const numbers = readFacts(packed)
    return Array.from({ length: STORIES_IN_BLOCK }, (_, place) => place).flatMap((place) =>
      numbers[place * 2]
        ? [{ id: block * STORIES_IN_BLOCK + place, length: numbers[place * 2], day: numbers[place * 2 + 1] }]
        : [],
    )
  })
  const totals = await db.all(sql`select stories, length from related_totals`)
  return { postings, words: rows.map(({ term, stories: count }) => [term, count]), stories, facts, totals }
}
