import { and, asc, desc, eq, gt, isNotNull, or, sql } from 'drizzle-orm'
import { isOwn } from '@/db/editing/ownership'
import { liveEdition } from '@/db/reading/fronts'
import { isPublic } from '@/db/reading/visibility'
import { editions, frontDrafts } from '@/db/store/front-schema'
import type { Reader } from '@/db/store/open'
import { pages, pageVersions } from '@/db/store/pages-schema'
import { pictureEvents, pictureUses } from '@/db/store/picture-schema'
import { articles, authors, sections } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import { can, type Editor } from '@/lib/accounts/permissions'
import type { PictureEvent, PicturePlace } from '@/lib/desk/pictures/picture-place'
import { cardsOf } from '@/lib/front/arrangement'

/** More stories with one picture than an editor can look at. */
const MAX_STORIES = 200
const MAX_EVENTS = 200

/** Who looks, and when. */
interface Looking {
  editor: Pick<Editor, 'id' | 'role'>
  now: Date
}

/**
 * Where picture `id` stands at `now`: the newest 200 stories, then fronts, authors and standing pages. Whoever may not see
 * every story gets their own, those in which readers see it, and of the other places what readers have.
 */
export async function placesFor(db: Reader, { id, editor, now }: Looking & { id: number }): Promise<PicturePlace[]> {
  const seesAll = can(editor, 'see every article')
  const isShown = and(isPublic(now), eq(pictureUses.state, 'published'))
  const stories = await db
    .select({ id: articles.id, headline: articles.headline, state: pictureUses.state, deletedAt: articles.deletedAt })
    .from(pictureUses)
    .innerJoin(articles, eq(articles.id, pictureUses.articleId))
    .where(and(eq(pictureUses.mediaId, id), seesAll ? undefined : or(isOwn(editor.id), isShown)))
    .orderBy(desc(pictureUses.articleId))
    .limit(MAX_STORIES)
  const mayKnow = {
    front: can(editor, 'arrange fronts'),
    page: can(editor, 'manage pages'),
    author: true,
    story: seesAll,
  }
  const elsewhere = (await placesBesideStories(db, now)).filter(
    ({ mediaId, kind, state }) => mediaId === id && (state === 'published' || mayKnow[kind]),
  )
  return [
    ...stories.map(({ deletedAt, ...story }) => ({
      kind: 'story' as const,
      id: story.id,
      name: story.headline,
      state: deletedAt ? ('deleted' as const) : story.state,
    })),
    ...elsewhere.map(({ mediaId: _, ...place }) => place),
  ]
}

/** The ids of all stories with picture `id`, in their text or unpublished changes, of any state; in their order. */
export async function storiesWith(db: Reader, id: number): Promise<number[]> {
  const rows = await db
    .select({ articleId: pictureUses.articleId })
    .from(pictureUses)
    .where(eq(pictureUses.mediaId, id))
    .orderBy(asc(pictureUses.articleId))
  return rows.map(({ articleId }) => articleId)
}

/**
 * In how many places each of `ids` stands at `now`, by id; 0 for none. `beside` are the places beside stories, where they
 * have been read already.
 */
export async function countsOfUses(
  db: Reader,
  { ids, now, beside }: { ids: readonly number[]; now: Date; beside?: readonly PlaceBeside[] | undefined },
): Promise<Map<number, number>> {
  const counts = new Map(ids.map((id) => [id, 0]))
  const rows = await db
    .select({ id: pictureUses.mediaId, uses: sql<number>`count(*)` })
    .from(pictureUses)
    .where(isOneOf(pictureUses.mediaId, ids))
    .groupBy(pictureUses.mediaId)
  for (const { id, uses } of rows) counts.set(id, uses)
  for (const { mediaId } of beside ?? (await placesBesideStories(db, now))) {
    const count = counts.get(mediaId)
    if (count !== undefined) counts.set(mediaId, count + 1)
  }
  return counts
}

/**
 * What happened to picture `id`, the latest first, at most 200. Whoever may not see every story gets what happened in
 * their own, and what was published in others that are public at `now`.
 */
export async function historyFor(db: Reader, { id, editor, now }: Looking & { id: number }): Promise<PictureEvent[]> {
  const wasShown = and(isPublic(now), eq(pictureEvents.kind, 'published'))
  const rows = await db
    .select({ event: pictureEvents })
    .from(pictureEvents)
    .leftJoin(articles, eq(articles.id, pictureEvents.articleId))
    .where(
      and(eq(pictureEvents.mediaId, id), can(editor, 'see every article') ? undefined : or(isOwn(editor.id), wasShown)),
    )
    .orderBy(desc(pictureEvents.happenedAt), desc(pictureEvents.id))
    .limit(MAX_EVENTS)
  return rows.map(({ event: { mediaId: _, happenedAt, ...event } }) => ({ ...event, happenedAt: happenedAt.getTime() }))
}

/** A place beside stories, with the picture that stands there. */
export type PlaceBeside = PicturePlace & { mediaId: number }

/** Every picture on a front, beside an author or in a standing page at `now`, once for each place; few beside those of stories. */
export async function placesBesideStories(db: Reader, now: Date): Promise<PlaceBeside[]> {
  const portraits = await db
    .select({ id: authors.id, name: authors.name, mediaId: authors.portraitId })
    .from(authors)
    .where(isNotNull(authors.portraitId))
    .orderBy(asc(authors.name), asc(authors.id))
  return [
    ...(await placesOnFronts(db, now)),
    ...portraits.flatMap(({ id, name, mediaId }) =>
      mediaId === null ? [] : [{ kind: 'author' as const, id, name, state: 'published' as const, mediaId }],
    ),
    ...placesInPages(db),
  ]
}

/** In what readers have, and in what editors work on; where both show a picture, the former counts. */
function placesInPages(db: Reader): PlaceBeside[] {
  // The store takes the pictures out of the texts, so that no whole text is read.
  const rows = db.all<{ id: number; headline: string; mediaId: number; isShown: number | null }>(sql`
    select ${pages.id} as id, ${pageVersions.headline} as headline, part.value as mediaId,
      max(${pageVersions.version} = ${pages.publishedVersion}) as isShown
    from ${pages}
    join ${pageVersions} on ${pageVersions.pageId} = ${pages.id}
      and ${pageVersions.version} in (${pages.version}, ${pages.publishedVersion})
    join json_tree(${pageVersions.body}) part on part.key = 'media'
    group by ${pages.id}, part.value
    order by ${pages.id}, min(part.id)
  `)
  return rows.map(({ id, headline, mediaId, isShown }) => ({
    kind: 'page' as const,
    id,
    name: headline,
    mediaId,
    state: isShown ? ('published' as const) : ('planned' as const),
  }))
}

/** The pictures that cards have for a front alone: in the edition in force, in planned ones, and in the draft. */
async function placesOnFronts(db: Reader, now: Date): Promise<PlaceBeside[]> {
  const names = new Map(
    (await db.select({ id: sections.id, name: sections.name }).from(sections)).map(({ id, name }) => [id, name]),
  )
  const fronts = await db.selectDistinct({ sectionId: editions.sectionId }).from(editions)
  const places: PlaceBeside[] = []
  const known = new Set<string>()
  const add = (
    sectionId: number | null,
    arrangement: Parameters<typeof cardsOf>[0],
    state: 'published' | 'planned',
  ) => {
    const name = sectionId === null ? 'The front page' : `The front of ${names.get(sectionId) ?? 'a section'}`
    for (const { pictureId } of cardsOf(arrangement)) {
      const key = `${sectionId ?? 0} ${pictureId}`
      if (pictureId === null || known.has(key)) continue
      known.add(key)
      places.push({ kind: 'front', id: sectionId ?? 0, name, state, mediaId: pictureId })
    }
  }
  for (const { sectionId } of fronts)
    add(sectionId, (await liveEdition(db, { sectionId, now })).arrangement, 'published')
  const planned = await db
    .select({ sectionId: editions.sectionId, arrangement: editions.arrangement })
    .from(editions)
    .where(gt(editions.startsAt, now))
  const drafts = await db
    .select({ sectionId: frontDrafts.sectionId, arrangement: frontDrafts.arrangement })
    .from(frontDrafts)
  for (const { sectionId, arrangement } of [...planned, ...drafts]) add(sectionId, arrangement, 'planned')
  return places
}
