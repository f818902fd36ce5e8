import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/store/open'
import { insertable } from '@/db/store/value-lists'
import { foundWeight } from '@/lib/linking/related/part-weights'
import { blockOf, changedPostings } from '@/lib/linking/related/postings'
import { dayOf, emptyFacts, writeFacts } from '@/lib/linking/related/story-facts'
import type { StoryTerms } from '@/lib/linking/related/story-terms'
import { eachTerm, type NumberedTerm, packedTerms } from '@/lib/linking/related/term-vector'
import { FOLD_VERSION } from '@/lib/search/fold-word'

/** A story for the index of related stories. */
export interface IndexedStory {
  id: number
  /** In ms since 1970. */
  publishedAt: number
  terms: StoryTerms
}

/** What a story had in the index before, and has after: the weight of each word, by its number; 0 for none. */
type Changes = Map<number, Map<number, number>>

/**
 * Indexes `stories`, each id once, in place of what was indexed of them before. Call it in the transaction of the save; many
 * at once take less time for each. What is the same as before is not written.
 */
export async function indexRelated(tx: Transaction, stories: readonly IndexedStory[]): Promise<void> {
  const numbers = await numberedTerms(tx, stories)
  const changes: Changes = new Map()
  const counted = new Map<number, number>()
  const facts = await factsOf(tx, stories)
  let [more, longer] = [0, 0]
  for (const { id, publishedAt, terms } of stories) {
    const entries = entriesOf(terms, numbers)
    const before = await removeTerms(tx, id, { changes, counted })
    const length = entries.reduce((sum, entry) => sum + (entry.isPair ? 0 : foundWeight(entry)), 0)
    for (const entry of entries) {
      counted.set(entry.term, (counted.get(entry.term) ?? 0) + 1)
      if (entry.isPair) continue
      const weight = foundWeight(entry)
      if (before?.weights.get(entry.term) === weight) changes.get(entry.term)?.delete(id)
      else noteChange(changes, { term: entry.term, story: id, weight })
    }
    await tx.run(sql`insert into related_stories (article_id, fold, terms)
      values (${id}, ${FOLD_VERSION}, ${Buffer.from(packedTerms(entries))})`)
    const block = facts.get(blockOf(id))
    // Length 0 would say that there is no such story.
    if (block) writeFacts(block, id, { length: Math.max(1, length), day: dayOf(publishedAt) })
    more += before === null ? 1 : 0
    longer += Math.max(1, length) - (before?.length ?? 0)
  }
  await writeAll(tx, { changes, counted, facts, more, longer })
}

/** Removes story `id` from the index; does nothing when it is not there. */
export async function removeRelated(tx: Transaction, id: number): Promise<void> {
  const changes: Changes = new Map()
  const counted = new Map<number, number>()
  const before = await removeTerms(tx, id, { changes, counted })
  if (before === null) return
  const facts = await factsOf(tx, [{ id }])
  const block = facts.get(blockOf(id))
  if (block) writeFacts(block, id, { length: 0, day: 0 })
  await writeAll(tx, { changes, counted, facts, more: -1, longer: -before.length })
}

function entriesOf({ words, pairs }: StoryTerms, numbers: ReadonlyMap<string, number>): NumberedTerm[] {
  const entries: NumberedTerm[] = []
  for (const [word, counts] of words) entries.push({ ...counts, term: numbers.get(word) ?? 0, isPair: false })
  for (const [pair, count] of pairs) {
    entries.push({ term: numbers.get(pair) ?? 0, isPair: true, headline: 0, standfirst: 0, body: count, capitals: 0 })
  }
  return entries
}

/** The numbers of all terms of `stories`; new ones get the next numbers. */
async function numberedTerms(tx: Transaction, stories: readonly IndexedStory[]): Promise<Map<string, number>> {
  const wanted = new Set(stories.flatMap(({ terms }) => [...terms.words.keys(), ...terms.pairs.keys()]))
  const rows = await tx.all<{ term: string; id: number }>(sql`
    select related_terms.term as term, related_terms.id as id from json_each(${JSON.stringify([...wanted])})
    join related_terms on related_terms.term = value`)
  const numbers = new Map(rows.map(({ term, id }) => [term, id]))
  const [totals] = await tx.all<{ terms: number }>(sql`select terms from related_totals`)
  let last = totals?.terms ?? 0
  const added: [string, number][] = []
  for (const term of wanted) {
    if (numbers.has(term)) continue
    last += 1
    numbers.set(term, last)
    added.push([term, last])
  }
  const terms = JSON.stringify(added)
  await tx.run(sql`insert into related_terms (term, id) select value ->> 0, value ->> 1 from json_each(${terms})`)
  await tx.run(sql`insert into related_counts (id, stories) select value ->> 1, 0 from json_each(${terms})`)
  await tx.run(sql`update related_totals set terms = ${last}`)
  return numbers
}

/** Takes the terms of story `id` out of the index, and returns its former length and weights; null when it was not there. */
async function removeTerms(
  tx: Transaction,
  id: number,
  { changes, counted }: { changes: Changes; counted: Map<number, number> },
): Promise<{ length: number; weights: ReadonlyMap<number, number> } | null> {
  const [row] = await tx.all<{ terms: Buffer }>(
    sql`delete from related_stories where article_id = ${id} returning terms`,
  )
  if (!row) return null
  let length = 0
  const weights = new Map<number, number>()
  eachTerm(row.terms, (entry) => {
    counted.set(entry.term, (counted.get(entry.term) ?? 0) - 1)
    if (entry.isPair) return
    length += foundWeight(entry)
    weights.set(entry.term, foundWeight(entry))
    noteChange(changes, { term: entry.term, story: id, weight: 0 })
  })
  return { length: Math.max(1, length), weights }
}

function noteChange(changes: Changes, { term, story, weight }: { term: number; story: number; weight: number }): void {
  const ofTerm = changes.get(term) ?? new Map<number, number>()
  changes.set(term, ofTerm.set(story, weight))
}

async function factsOf(tx: Transaction, stories: readonly { id: number }[]): Promise<Map<number, Uint8Array>> {
  const facts = new Map<number, Uint8Array>()
  for (const block of new Set(stories.map(({ id }) => blockOf(id)))) {
    const [row] = await tx.all<{ facts: Buffer }>(sql`select facts from related_blocks where block = ${block}`)
    facts.set(block, row?.facts ?? emptyFacts())
  }
  return facts
}

interface Written {
  changes: Changes
  counted: ReadonlyMap<number, number>
  facts: ReadonlyMap<number, Uint8Array>
  more: number
  longer: number
}

async function writeAll(tx: Transaction, { changes, counted, facts, more, longer }: Written): Promise<void> {
  const changed = [...changes].filter(([, ofTerm]) => ofTerm.size > 0)
  for (const some of insertable(changed)) await writePostings(tx, new Map(some))
  const differences = [...counted].filter(([, difference]) => difference !== 0)
  await tx.run(sql`
    update related_counts set stories = stories + (changed.value ->> 1)
    from json_each(${JSON.stringify(differences)}) changed where related_counts.id = changed.value ->> 0`)
  for (const [block, bytes] of facts) {
    await tx.run(sql`insert into related_blocks (block, facts) values (${block}, ${Buffer.from(bytes)})
      on conflict (block) do update set facts = excluded.facts`)
  }
  await tx.run(sql`update related_totals set stories = stories + ${more}, length = length + ${longer}`)
}

async function writePostings(tx: Transaction, changes: Changes): Promise<void> {
  const blocks = new Set([...changes.values()].flatMap((ofTerm) => [...ofTerm.keys()].map(blockOf)))
  for (const block of blocks) {
    const terms = [...changes.keys()]
    const rows = await tx.all<{ term: number; stories: Buffer }>(sql`
      select term, stories from related_postings
      where term in (select value from json_each(${JSON.stringify(terms)})) and block = ${block}`)
    const before = new Map(rows.map(({ term, stories }) => [term, stories]))
    const written: [number, string][] = []
    for (const [term, ofTerm] of changes) {
      const packed = before.get(term)
      const ofBlock = [...ofTerm].flatMap(([story, weight]) => (blockOf(story) === block ? [{ story, weight }] : []))
      if (!ofBlock.length) continue
      const postings = changedPostings(packed ?? new Uint8Array(), ofBlock, block)
      if (packed || postings.length) written.push([term, Buffer.from(postings).toString('hex')])
    }
    await tx.run(sql`insert into related_postings (term, block, stories)
      select value ->> 0, ${block}, unhex(value ->> 1) from json_each(${JSON.stringify(written)}) where true
      on conflict (term, block) do update set stories = excluded.stories`)
    await tx.run(sql`delete from related_postings where block = ${block} and length(stories) = 0
      and term in (select value from json_each(${JSON.stringify(terms)}))`)
  }
}
