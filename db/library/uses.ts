import { and, asc, desc, eq, gt, isNotNull, or, sql } from 'drizzle-orm'
import { liveEdition } from '@/db/reading/fronts'
import { editions, frontDrafts } from '@/db/store/front-schema'
import type { Reader } from '@/db/store/open'
import { pages, pageVersions } from '@/db/store/pages-schema'
import { pictureEvents, pictureUses } from '@/db/store/picture-schema'
import { articles, authors, sections } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import type { PictureEvent, PicturePlace } from '@/lib/desk/pictures/picture-place'
import { cardsOf } from '@/lib/front/arrangement'
import { mediaShown } from '@/lib/linking/references'

/** More stories with one picture than an editor can look at. */
const MOST_STORIES = 200
const MOST_EVENTS = 200

/** Where picture `id` stands at `now`: stories, the newest first, then fronts, authors and standing pages. */
export async function placesOf(db: Reader, { id, now }: { id: number; now: Date }): Promise<PicturePlace[]> {
  const stories = await db
    .select({ id: articles.id, headline: articles.headline, state: pictureUses.state, deletedAt: articles.deletedAt })
    .from(pictureUses)
    .innerJoin(articles, eq(articles.id, pictureUses.articleId))
    .where(eq(pictureUses.mediaId, id))
    .orderBy(desc(articles.id))
    .limit(MOST_STORIES)
  const elsewhere = await placesBesideStories(db, now)
  return [
    ...stories.map(({ deletedAt, ...story }) => ({
      ...{ kind: 'story' as const, id: story.id, name: story.headline },
      state: deletedAt ? ('deleted' as const) : story.state,
    })),
    ...elsewhere.filter(({ mediaId }) => mediaId === id).map(({ mediaId: _, ...place }) => place),
  ]
}

/** In how many places each of `ids` stands at `now`, by id; 0 for none. */
export async function countsOfUses(
  db: Reader,
  { ids, now }: { ids: readonly number[]; now: Date },
): Promise<Map<number, number>> {
  const counts = new Map(ids.map((id) => [id, 0]))
  const rows = await db
    .select({ id: pictureUses.mediaId, uses: sql<number>`count(*)` })
    .from(pictureUses)
    .where(isOneOf(pictureUses.mediaId, ids))
    .groupBy(pictureUses.mediaId)
  for (const { id, uses } of rows) counts.set(id, uses)
  for (const { mediaId } of await placesBesideStories(db, now)) {
    const count = counts.get(mediaId)
    if (count !== undefined) counts.set(mediaId, count + 1)
  }
  return counts
}

/** The ids of the pictures that stand on fronts, beside authors and in standing pages at `now`; few beside those of stories. */
export async function usedBesideStories(db: Reader, now: Date): Promise<number[]> {
  return [...new Set((await placesBesideStories(db, now)).map(({ mediaId }) => mediaId))]
}

/** What happened to picture `id`, the latest first. */
export async function historyOf(db: Reader, id: number): Promise<PictureEvent[]> {
  const rows = await db
    .select()
    .from(pictureEvents)
    .where(eq(pictureEvents.mediaId, id))
    .orderBy(desc(pictureEvents.happenedAt), desc(pictureEvents.id))
    .limit(MOST_EVENTS)
  return rows.map(({ mediaId: _, happenedAt, ...event }) => ({ ...event, happenedAt: happenedAt.getTime() }))
}

type Elsewhere = PicturePlace & { mediaId: number }

async function placesBesideStories(db: Reader, now: Date): Promise<Elsewhere[]> {
  const portraits = await db
    .select({ id: authors.id, name: authors.name, mediaId: authors.portraitId })
    .from(authors)
    .where(isNotNull(authors.portraitId))
    .orderBy(asc(authors.name), asc(authors.id))
  // What readers have, and what editors work on.
  const texts = await db
    .select({
      ...{ id: pages.id, headline: pageVersions.headline, body: pageVersions.body },
      isShown: sql<number>`${pageVersions.version} = ${pages.publishedVersion}`,
    })
    .from(pages)
    .innerJoin(
      pageVersions,
      and(
        eq(pageVersions.pageId, pages.id),
        or(eq(pageVersions.version, pages.version), eq(pageVersions.version, pages.publishedVersion)),
      ),
    )
    .orderBy(asc(pages.id), asc(pageVersions.version))
  const inPages = texts.flatMap(({ id, headline, body, isShown }) =>
    mediaShown(body).map((mediaId) => ({
      ...{ kind: 'page' as const, id, name: headline, mediaId },
      state: isShown ? ('published' as const) : ('planned' as const),
    })),
  )
  return [
    ...(await placesOnFronts(db, now)),
    ...portraits.flatMap(({ id, name, mediaId }) =>
      mediaId === null ? [] : [{ kind: 'author' as const, id, name, state: 'published' as const, mediaId }],
    ),
    ...inPages.filter(
      (place, at) => inPages.findIndex(({ id, mediaId }) => id === place.id && mediaId === place.mediaId) === at,
    ),
  ]
}

/** The pictures that cards have for a front alone: in the edition in force, in planned ones, and in the draft. */
async function placesOnFronts(db: Reader, now: Date): Promise<Elsewhere[]> {
  const names = new Map(
    (await db.select({ id: sections.id, name: sections.name }).from(sections)).map(({ id, name }) => [id, name]),
  )
  const fronts = await db.selectDistinct({ sectionId: editions.sectionId }).from(editions)
  const places: Elsewhere[] = []
  const add = (
    sectionId: number | null,
    arrangement: Parameters<typeof cardsOf>[0],
    state: 'published' | 'planned',
  ) => {
    const name = sectionId === null ? 'The front page' : `The front of ${names.get(sectionId) ?? 'a section'}`
    for (const { pictureId } of cardsOf(arrangement)) {
      const isKnown = places.some((place) => place.mediaId === pictureId && place.id === (sectionId ?? 0))
      if (pictureId === null || isKnown) continue
      places.push({ kind: 'front', id: sectionId ?? 0, name, state, mediaId: pictureId })
    }
  }
  for (const { sectionId } of fronts)
    add(sectionId, (await liveEdition(db, { sectionId, now })).arrangement, 'published')
  const planned = await db
    .select({ sectionId: editions.sectionId, arrangement: editions.arrangement })
    .from(editions)
    .where(and(gt(editions.startsAt, now)))
  const drafts = await db
    .select({ sectionId: frontDrafts.sectionId, arrangement: frontDrafts.arrangement })
    .from(frontDrafts)
  for (const { sectionId, arrangement } of [...planned, ...drafts]) add(sectionId, arrangement, 'planned')
  return places
}
