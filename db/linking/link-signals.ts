import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/store/open'
import { articles, links } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import type { LinkSignals } from '@/lib/linking/related/signals'

/** How many stories like the draft are asked what they link to. */
const ASKED_STORIES = 20
/** After so many days a link counts for a third of a new one. */
const RECENT_DAYS = 90
const MS_PER_DAY = 86_400_000

/** The links that an editor could have known before an instant: of older stories, to stories that are not newer. */
function linksBefore(before: number) {
  return sql`from ${links}
    join ${articles} on ${articles.id} = ${links.sourceId}
    join ${articles} as targets on targets.id = ${links.targetId}
    where ${links.sourceId} <> ${links.targetId}
      and ${articles.publishedAt} < ${before} and targets.published_at <= ${before}`
}

/**
 * What the stories most like a draft link to: for each target, the likeness of those that link to it, added up, and how like
 * the draft they are. `likeness` has the stories that may be asked. Only links before `before`, in ms since 1970, count.
 */
export async function linksOfLike(
  db: Reader,
  { likeness, before }: { likeness: ReadonlyMap<number, number>; before: number },
): Promise<Map<number, Pick<LinkSignals, 'links' | 'nearestLinker'> & { all: number }>> {
  const rows = await db.all<{ source: number; target: number }>(sql`
    select distinct ${links.sourceId} as source, ${links.targetId} as target ${linksBefore(before)}
      and ${isOneOf(links.sourceId, [...likeness.keys()])}`)
  const likest = [...new Set(rows.map(({ source }) => source))]
    .sort((one, other) => (likeness.get(other) ?? 0) - (likeness.get(one) ?? 0) || one - other)
    .slice(0, ASKED_STORIES)
  const isAsked = new Set(likest)
  const found = new Map<number, { links: number; nearestLinker: number; all: number }>()
  for (const { source, target } of rows) {
    const like = likeness.get(source) ?? 0
    const before = found.get(target) ?? { links: 0, nearestLinker: 0, all: 0 }
    found.set(target, {
      links: before.links + (isAsked.has(source) ? like : 0),
      nearestLinker: Math.max(before.nearestLinker, like),
      all: before.all + like,
    })
  }
  return found
}

/** How many stories link to each of `targets`, of links before `before`, and how many lately; those without any are left out. */
export async function linkersOf(
  db: Reader,
  { targets, before }: { targets: readonly number[]; before: number },
): Promise<Map<number, Pick<LinkSignals, 'linkers' | 'recentLinkers'>>> {
  const rows = await db.all<{ target: number; linkers: number; recentLinkers: number }>(sql`
    select target, count(*) as linkers, sum(exp((published - ${before}) * 1.0 / ${RECENT_DAYS * MS_PER_DAY})) as recentLinkers
    from (
      select distinct ${links.sourceId} as source, ${links.targetId} as target, ${articles.publishedAt} as published
      ${linksBefore(before)} and ${isOneOf(links.targetId, targets)}
    ) group by target`)
  return new Map(rows.map(({ target, ...counts }) => [target, counts]))
}

/**
 * For each story that is linked with one of `best`, in either direction and before `before`: the weights of those, added up,
 * twice for both directions.
 */
export async function linkedToBest(
  db: Reader,
  { best, before }: { best: ReadonlyMap<number, number>; before: number },
): Promise<Map<number, number>> {
  const ids = [...best.keys()]
  const rows = await db.all<{ source: number; target: number }>(sql`
    select ${links.sourceId} as source, ${links.targetId} as target ${linksBefore(before)}
      and ${isOneOf(links.sourceId, ids)}
    union
    select ${links.sourceId}, ${links.targetId} ${linksBefore(before)} and ${isOneOf(links.targetId, ids)}`)
  const found = new Map<number, number>()
  const add = (story: number, weight: number) => found.set(story, (found.get(story) ?? 0) + weight)
  for (const { source, target } of rows) {
    add(target, best.get(source) ?? 0)
    add(source, best.get(target) ?? 0)
  }
  return found
}
