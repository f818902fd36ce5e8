import { and, asc, desc, eq, ne, sql } from 'drizzle-orm'
import type { Reader } from '@/db/store/open'
import { articles, links } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import type { LinkedStory, LinkTotals, Neighbour, Neighbourhood } from '@/lib/desk/links/linked-story'
import type { LinkAudit } from '@/lib/desk/links/links-query'

export const LINKED_STORIES_PER_PAGE = 50

/** A map shows so many stories on each side. */
const MAX_NEIGHBOURS = 9

/** As the indices of migration 0037 have them; a story is crowded with more than MAX_LINKS of lib/desk/links/links-query.ts. */
const CONDITIONS = {
  orphans: sql.raw('inbound = 0'),
  'dead-ends': sql.raw('outbound = 0'),
  unseen: sql.raw('unseen > 0'),
  crowded: sql.raw('outbound + unseen > 12'),
} as const satisfies Record<LinkAudit, unknown>

/** How many stories each list has, as the triggers of the store keep it. */
export async function linkTotals(db: Reader): Promise<LinkTotals> {
  const [row] = await db.all<{ orphans: number; deadEnds: number; unseen: number; crowded: number }>(
    sql`select orphans, dead_ends as deadEnds, unseen, crowded from link_totals`,
  )
  if (!row) throw new Error('the store has no totals of links')
  const { deadEnds, ...rest } = row
  return { ...rest, 'dead-ends': deadEnds }
}

/** A page of one of the lists: the published stories of which it is so, the newest first, ties by id. */
export async function linkedStories(
  db: Reader,
  { view, page }: { view: LinkAudit; page: number },
): Promise<LinkedStory[]> {
  const rows = await db.all<Omit<LinkedStory, 'unseen'>>(sql`
    select ${articles.id} as id, ${articles.headline} as headline, ${articles.language} as language,
      linked.published_at as publishedAt, linked.inbound as inbound, linked.outbound as outbound
    from (select * from linked_stories where ${CONDITIONS[view]} order by published_at desc, article_id desc
      limit ${LINKED_STORIES_PER_PAGE} offset ${(page - 1) * LINKED_STORIES_PER_PAGE}) as linked
    join ${articles} on ${articles.id} = linked.article_id
    order by linked.published_at desc, linked.article_id desc`)
  const unseen =
    view === 'unseen'
      ? await unseenTargets(
          db,
          rows.map(({ id }) => id),
        )
      : []
  return rows.map((row) => ({
    ...row,
    unseen: unseen.flatMap(({ sourceId, ...target }) => (sourceId === row.id ? [target] : [])),
  }))
}

async function unseenTargets(db: Reader, ids: readonly number[]) {
  return db
    .select({
      sourceId: links.sourceId,
      id: articles.id,
      headline: articles.headline,
      language: articles.language,
      state: articles.state,
      elementId: links.elementId,
    })
    .from(links)
    .innerJoin(articles, eq(articles.id, links.targetId))
    .where(and(isOneOf(links.sourceId, ids), ne(articles.state, 'published'), ne(links.sourceId, links.targetId)))
    .orderBy(asc(links.sourceId), asc(links.position))
}

/** The links around article `id`, in any state; null when it does not exist. Those that link to it are the newest first. */
export async function neighbourhood(db: Reader, { id }: { id: number }): Promise<Neighbourhood | null> {
  const shown = { id: articles.id, headline: articles.headline, language: articles.language, state: articles.state }
  const [story] = await db.select(shown).from(articles).where(eq(articles.id, id))
  if (!story) return null
  const isHere = and(eq(links.targetId, id), ne(links.sourceId, id))
  const sources = await db
    .selectDistinct({ id: links.sourceId })
    .from(links)
    .where(isHere)
    .orderBy(desc(links.sourceId))
    .limit(MAX_NEIGHBOURS)
  const from = await db
    .select({ ...shown, place: links.place })
    .from(links)
    .innerJoin(articles, eq(articles.id, links.sourceId))
    .where(
      and(
        isHere,
        isOneOf(
          links.sourceId,
          sources.map((source) => source.id),
        ),
      ),
    )
    .orderBy(desc(links.sourceId), asc(links.position))
  const to = await db
    .select({ ...shown, place: links.place })
    .from(links)
    .innerJoin(articles, eq(articles.id, links.targetId))
    .where(and(eq(links.sourceId, id), ne(links.targetId, id)))
    .orderBy(asc(links.position))
  const [counted] = await db
    .select({ total: sql<number>`count(distinct ${links.sourceId})` })
    .from(links)
    .where(isHere)
  const targets = neighboursOf(to)
  return {
    ...story,
    from: neighboursOf(from),
    fromTotal: counted?.total ?? 0,
    to: targets.slice(0, MAX_NEIGHBOURS),
    toTotal: targets.length,
  }
}

function neighboursOf(
  rows: readonly (Omit<Neighbour, 'places'> & { place: Neighbour['places'][number] })[],
): Neighbour[] {
  const found = new Map<number, Neighbour>()
  for (const { place, ...story } of rows) {
    const neighbour = found.get(story.id) ?? { ...story, places: [] }
    if (!neighbour.places.includes(place)) neighbour.places.push(place)
    found.set(story.id, neighbour)
  }
  return [...found.values()]
}
