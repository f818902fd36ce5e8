import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/store/open'
import { articles, links } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'

/** How many stories like the draft are asked what they link to. */
const ASKED_STORIES = 10

/**
 * What the stories most like a draft link to: for each target, the likeness of those that link to it, added up. `likeness`
 * has the stories that may be asked. Only links of stories older than `before`, in ms since 1970, to stories that are not newer
 * than it count: those are the links that an editor could have known then.
 */
export async function linkSignals(
  db: Reader,
  { likeness, before }: { likeness: ReadonlyMap<number, number>; before: number },
): Promise<Map<number, number>> {
  const rows = await db.all<{ source: number; target: number }>(sql`
    select distinct ${links.sourceId} as source, ${links.targetId} as target from ${links}
    join ${articles} on ${articles.id} = ${links.sourceId}
    join ${articles} as targets on targets.id = ${links.targetId}
    where ${isOneOf(links.sourceId, [...likeness.keys()])}
      and ${articles.publishedAt} < ${before} and targets.published_at <= ${before}`)

  const bySource = new Map<number, number[]>()
  for (const { source, target } of rows) {
    if (source !== target) bySource.set(source, [...(bySource.get(source) ?? []), target])
  }
  const asked = [...bySource.keys()]
    .sort((one, other) => (likeness.get(other) ?? 0) - (likeness.get(one) ?? 0) || one - other)
    .slice(0, ASKED_STORIES)
  const signals = new Map<number, number>()
  for (const source of asked) {
    for (const target of bySource.get(source) ?? []) {
      signals.set(target, (signals.get(target) ?? 0) + (likeness.get(source) ?? 0))
    }
  }
  return signals
}
