import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/store/open'
import { links } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import type { LinkSignals } from '@/lib/linking/related/signals'
import { DAY_MS } from '@/lib/time/durations'

/*
 * When a story came out is read from linked_stories, which has it of every published story in a few bytes: the rows of the
 * stories themselves are as long as their texts.
 */

/** How many stories like the draft are asked what they link to. */
const ASKED_STORIES = 20
/** After so many days a link counts for a third of a new one. */
const RECENT_DAYS = 90

/**
 * What stories link to that are like a draft: for each target, the likeness of the twenty most alike that link to it, added
 * up, and of all of them. `likeness` has the stories that are asked: those that came out before `before`, in ms since 1970.
 * Links to what came out after it were made later, and do not count.
 */
export async function linksOfLike(
  db: Reader,
  { likeness, before }: { likeness: ReadonlyMap<number, number>; before: number },
): Promise<Map<number, Pick<LinkSignals, 'links' | 'nearestLinker'> & { all: number }>> {
  const rows = await db.all<{ source: number; target: number }>(sql`
    select source, target from (
      select distinct ${links.sourceId} as source, ${links.targetId} as target from ${links}
      where ${isOneOf(links.sourceId, [...likeness.keys()])} and ${links.sourceId} <> ${links.targetId}
    ) join linked_stories on article_id = target where published_at <= ${before}`)
  const likest = [...new Set(rows.map(({ source }) => source))]
    .sort((one, other) => (likeness.get(other) ?? 0) - (likeness.get(one) ?? 0) || one - other)
    .slice(0, ASKED_STORIES)
  const isAsked = new Set(likest)
  const found = new Map<number, { links: number; nearestLinker: number; all: number }>()
  for (const { source, target } of rows) {
    const like = likeness.get(source) ?? 0
    const known = found.get(target) ?? { links: 0, nearestLinker: 0, all: 0 }
    found.set(target, {
      links: known.links + (isAsked.has(source) ? like : 0),
      nearestLinker: Math.max(known.nearestLinker, like),
      all: known.all + like,
    })
  }
  return found
}

/**
 * How many stories that came out before `before`, in ms since 1970, link to each of `targets`, and how many lately; those
 * without any are left out.
 */
export async function linkersOf(
  db: Reader,
  { targets, before }: { targets: readonly number[]; before: number },
): Promise<Map<number, Pick<LinkSignals, 'linkers' | 'recentLinkers'>>> {
  const rows = await db.all<{ target: number; linkers: number; recentLinkers: number }>(sql`
    select target, count(*) as linkers,
      sum(exp((published_at - ${before}) * 1.0 / ${RECENT_DAYS * DAY_MS})) as recentLinkers
    from (
      select distinct ${links.sourceId} as source, ${links.targetId} as target from ${links}
      where ${isOneOf(links.targetId, targets)} and ${links.sourceId} <> ${links.targetId}
    ) join linked_stories on article_id = source
    where published_at < ${before} group by target`)
  return new Map(rows.map(({ target, ...counts }) => [target, counts]))
}

/**
 * For each story that is linked with one of `best`, in either direction: the weights of those, added up, twice for both
 * directions. Only links of older stories to stories that are not newer than `before`, in ms since 1970, count: those that an
 * editor could have known then.
 */
export async function linkedToBest(
  db: Reader,
  { best, before }: { best: ReadonlyMap<number, number>; before: number },
): Promise<Map<number, number>> {
  const ids = [...best.keys()]
  const linked = (column: typeof links.sourceId | typeof links.targetId) => sql`
    select ${links.sourceId} as source, ${links.targetId} as target from ${links}
    join linked_stories as sources on sources.article_id = ${links.sourceId}
    join linked_stories as targets on targets.article_id = ${links.targetId}
    where ${isOneOf(column, ids)} and ${links.sourceId} <> ${links.targetId}
      and sources.published_at < ${before} and targets.published_at <= ${before}`
  const rows = await db.all<{ source: number; target: number }>(
    sql`${linked(links.sourceId)} union ${linked(links.targetId)}`,
  )
  const found = new Map<number, number>()
  const add = (story: number, weight: number) => found.set(story, (found.get(story) ?? 0) + weight)
  for (const { source, target } of rows) {
    add(target, best.get(source) ?? 0)
    add(source, best.get(target) ?? 0)
  }
  return found
}
