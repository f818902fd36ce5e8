import { type SQL, sql } from 'drizzle-orm'
import { proposedStories } from '@/db/store/linking-schema'
import type { Reader, Transaction } from '@/db/store/open'
import { insertable, isOneOf } from '@/db/store/value-lists'
import { type DatedStory, eventGroups, type StoryPair } from '@/lib/linking/timelines/event-groups'

/**
 * Stories that hang together by so many others are a subject and no event: nothing is proposed of them. It bounds the work
 * of one change, too.
 */
export const MAX_CONNECTED = 200

/**
 * Proposes anew what depends on `ids`: stories whose pairs have changed, or that came into or went out of a timeline or a
 * refusal. `formerly` are the stories that had a pair with them before. What is proposed afterwards is what groupsFrom makes
 * of all stories and pairs at once (db/timelines/regroup.test.ts). In the open transaction.
 */
export async function regroup(
  tx: Transaction,
  ids: readonly number[],
  { formerly = [], most = MAX_CONNECTED }: { formerly?: readonly number[]; most?: number } = {},
): Promise<void> {
  const changed = new Set(ids)
  const around = new Set<number>()
  for (const id of [...(await pairedWith(tx, ids)), ...formerly]) if (!changed.has(id)) around.add(id)
  // Parts that hang together without the changed ones: what was proposed within them is known to be all there was.
  const parts: Part[] = []
  const seen = new Set<number>()
  for (const start of around) {
    if (seen.has(start)) continue
    const part = await connected(tx, start, { without: changed, most })
    for (const id of part.ids) seen.add(id)
    parts.push(part)
  }
  const known = parts.filter(({ isWhole }) => isWhole).flatMap((part) => part.ids)
  await tx.delete(proposedStories).where(isOneOf(proposedStories.articleId, [...known, ...changed]))
  const pairs = await freePairs(tx, [...known, ...changed])
  const large = parts.filter(({ isWhole }) => !isWhole).flatMap((part) => part.ids)
  await writeProposals(tx, await groupsFrom(tx, { ids: [...known, ...changed], pairs, tooLarge: new Set(large), most }))
}

interface Part {
  ids: number[]
  /** Whether these are all; otherwise there are more than `most`. */
  isWhole: boolean
}

/** The groups of free stories among `ids` and `pairs`; none of those that hang together with more than `most`. */
export async function groupsFrom(
  db: Reader,
  {
    ids,
    pairs,
    tooLarge,
    most,
  }: { ids: readonly number[]; pairs: readonly StoryPair[]; tooLarge: ReadonlySet<number>; most: number },
): Promise<number[][]> {
  const neighbours = new Map<number, number[]>(ids.map((id) => [id, []]))
  for (const { one, other } of pairs) {
    neighbours.set(one, [...(neighbours.get(one) ?? []), other])
    neighbours.set(other, [...(neighbours.get(other) ?? []), one])
  }
  const dates = new Map((await datesOf(db, [...neighbours.keys()])).map((story) => [story.id, story]))
  const groups: number[][] = []
  const seen = new Set<number>()
  for (const start of neighbours.keys()) {
    if (seen.has(start)) continue
    const part = new Set([start])
    for (const id of part) for (const other of neighbours.get(id) ?? []) part.add(other)
    for (const id of part) seen.add(id)
    if (part.size > most || [...part].some((id) => tooLarge.has(id))) continue
    const stories = [...part].flatMap((id) => dates.get(id) ?? [])
    groups.push(
      ...eventGroups(stories, { pairs: pairs.filter(({ one }) => part.has(one)), apart: await apartAmong(db, part) }),
    )
  }
  return groups
}

/** All that hangs together with `start` by pairs of free stories, without `without`. */
async function connected(
  db: Reader,
  start: number,
  { without, most }: { without: ReadonlySet<number>; most: number },
): Promise<Part> {
  const found = new Set([start])
  for (let last = [start]; last.length && found.size <= most; ) {
    const next = new Set<number>()
    for (const { one, other } of await freePairs(db, last)) {
      for (const id of [one, other]) if (!found.has(id) && !without.has(id)) next.add(id)
    }
    for (const id of next) found.add(id)
    last = [...next]
  }
  return { ids: [...found], isWhole: found.size <= most }
}

/**
 * The pairs with one of `ids`, both of which are free: published, in no timeline, and not refused together. In no order.
 */
export async function freePairs(db: Reader, ids: readonly number[]): Promise<StoryPair[]> {
  const free = (id: SQL) => sql`(select state from articles where articles.id = ${id}) = 'published'
    and not exists (select 1 from timeline_stories where article_id = ${id})`
  const [one, other] = [sql`one_id`, sql`other_id`]
  const pairsBy = (column: SQL) => sql`
    select one_id as one, other_id as other, likeness from event_pairs
    where ${isOneOf(column, ids)} and ${free(one)} and ${free(other)}
      and not exists (select 1 from refused_stories mine join refused_stories theirs on theirs.refusal_id = mine.refusal_id
        where mine.article_id = one_id and theirs.article_id = other_id)`
  return db.all<StoryPair>(sql`${pairsBy(one)} union ${pairsBy(other)}`)
}

/** The stories that have a pair with one of `ids`, free or not. */
async function pairedWith(db: Reader, ids: readonly number[]): Promise<number[]> {
  const rows = await db.all<{ id: number }>(sql`
    select other_id as id from event_pairs where ${isOneOf(sql`one_id`, ids)}
    union select one_id from event_pairs where ${isOneOf(sql`other_id`, ids)}`)
  return rows.map(({ id }) => id)
}

async function datesOf(db: Reader, ids: readonly number[]): Promise<DatedStory[]> {
  return db.all<DatedStory>(sql`select id, published_at as at from articles where ${isOneOf(sql`id`, ids)} order by id`)
}

/** Which two of `ids` were refused together. */
async function apartAmong(db: Reader, ids: ReadonlySet<number>): Promise<(one: number, other: number) => boolean> {
  const rows = await db.all<{ id: number; refusal: number }>(
    sql`select article_id as id, refusal_id as refusal from refused_stories where ${isOneOf(sql`article_id`, [...ids])}`,
  )
  const refusals = new Map<number, Set<number>>()
  for (const { id, refusal } of rows) refusals.set(id, (refusals.get(id) ?? new Set()).add(refusal))
  return (one, other) => {
    const there = refusals.get(other)
    return there !== undefined && [...(refusals.get(one) ?? [])].some((refusal) => there.has(refusal))
  }
}

async function writeProposals(tx: Transaction, groups: readonly (readonly number[])[]): Promise<void> {
  const rows = groups.flatMap((ids) => ids.map((articleId) => ({ articleId, proposalId: ids[0] ?? articleId })))
  for (const part of insertable(rows)) await tx.insert(proposedStories).values(part)
}
