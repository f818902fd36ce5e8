import { and, desc, eq, gt, isNull, lte, type SQL } from 'drizzle-orm'
import { picturesByIds } from '@/db/pictures/pictures'
import { teasersByIds } from '@/db/reading/teasers'
import { editions, strips } from '@/db/store/front-schema'
import { changesAtFirst } from '@/db/store/instant-tags'
import type { Reader } from '@/db/store/open'
import {
  type Arrangement,
  type Card,
  cardsOf,
  EMPTY_ARRANGEMENT,
  isInForce,
  storiesOf,
  withoutCardPictures,
} from '@/lib/front/arrangement'
import type { Curation, FrontTeaser, Strip } from '@/lib/front/edition'
import { type Tagged, tags } from '@/lib/pages/tags'

/** Which front: of the section with this id, or null for the front page. */
export interface WhichFront {
  sectionId: number | null
}

/** The edition that readers get of a front, and when the next one starts. */
export interface LiveEdition {
  /** null while no editor has published one. */
  id: number | null
  /** Without the pictures of cards that are withheld from readers. */
  arrangement: Arrangement
  /** The start of the next planned edition; null when none is planned. */
  nextStartsAt: Date | null
}

/** The edition of a front in force at `now`: that with the latest start by then, the higher id among equals. */
export async function liveEdition(db: Reader, { sectionId, now }: WhichFront & { now: Date }): Promise<LiveEdition> {
  const [live] = await db
    .select({ id: editions.id, arrangement: editions.arrangement, withheld: editions.withheldPictures })
    .from(editions)
    .where(and(ofFront(sectionId), lte(editions.startsAt, now)))
    .orderBy(desc(editions.startsAt), desc(editions.id))
    .limit(1)
  const [next] = await db
    .select({ startsAt: editions.startsAt })
    .from(editions)
    .where(and(ofFront(sectionId), gt(editions.startsAt, now)))
    .orderBy(editions.startsAt)
    .limit(1)
  return {
    id: live?.id ?? null,
    arrangement: live ? withoutCardPictures(live.arrangement, live.withheld) : EMPTY_ARRANGEMENT,
    nextStartsAt: next?.startsAt ?? null,
  }
}

/** The condition that an edition is of this front. */
export function ofFront(sectionId: number | null): SQL {
  return sectionId === null ? isNull(editions.sectionId) : eq(editions.sectionId, sectionId)
}

/** What editors placed on a front and readers get at `now`, by the edition that is in force then. */
export async function curation(db: Reader, front: WhichFront & { now: Date }): Promise<Tagged<Curation>> {
  const { arrangement, nextStartsAt } = await liveEdition(db, front)
  const { value, tags: shown } = await curationOf(db, { arrangement, now: front.now })
  return { value, tags: [tags.front(front.sectionId), ...shown, ...changesAtFirst(nextStartsAt)] }
}

/**
 * What readers would get of `arrangement` at `now`: its stories that are public and in force by then, with the headlines
 * and pictures of this front. A band without such a story is absent. Tagged with every story that it names, so that one
 * that becomes public appears.
 */
export async function curationOf(
  db: Reader,
  { arrangement, now }: { arrangement: Arrangement; now: Date },
): Promise<Tagged<Curation>> {
  const cards = cardsOf(arrangement)
  const shown = await teasersByIds(db, { ids: storiesOf(arrangement), now })
  const teasers = new Map(shown.value.map((teaser) => [teaser.id, teaser]))
  const pictures = await picturesByIds(
    db,
    cards.flatMap(({ pictureId }) => pictureId ?? []),
  )
  const teaserOf = (card: Card): FrontTeaser[] => {
    const teaser = teasers.get(card.articleId)
    if (!teaser || !isInForce(card, now)) return []
    const subLinks = card.subLinks.flatMap((id) => teasers.get(id) ?? [])
    const picture = card.pictureId === null ? undefined : pictures.get(card.pictureId)
    return [{ ...teaser, headline: card.headline || teaser.headline, picture: picture ?? teaser.picture, subLinks }]
  }
  const { lead, seconds, bands } = arrangement
  const instants = cards.flatMap(({ from, until }) => [from, until]).filter((ms) => ms !== null && ms > now.getTime())
  return {
    value: {
      lead: (lead && teaserOf(lead)[0]) ?? null,
      seconds: seconds.flatMap(teaserOf),
      bands: bands
        .map(({ name, cards: within }) => ({ name, teasers: within.flatMap(teaserOf) }))
        .filter((band) => band.teasers.length > 0),
    },
    tags: [
      ...shown.tags,
      ...[...pictures.keys()].map(tags.media),
      ...changesAtFirst(...instants.map((ms) => (ms === null ? null : new Date(ms)))),
    ],
  }
}

/**
 * The line of breaking news at `now`: the one with the latest start by then, the higher id among equals, unless it has
 * ended. null without one, and while its story is not public.
 */
export async function breakingStrip(
  db: Reader,
  { language, now }: { language: string; now: Date },
): Promise<Tagged<Strip | null>> {
  const [row] = await db
    .select()
    .from(strips)
    .where(lte(strips.startsAt, now))
    .orderBy(desc(strips.startsAt), desc(strips.id))
    .limit(1)
  const [next] = await db
    .select({ startsAt: strips.startsAt })
    .from(strips)
    .where(gt(strips.startsAt, now))
    .orderBy(strips.startsAt)
    .limit(1)
  const nextStart = next?.startsAt ?? null
  if (!row || (row.endsAt && row.endsAt <= now)) {
    return { value: null, tags: [tags.strip, ...changesAtFirst(nextStart)] }
  }
  const { label, text, articleId, link, endsAt } = row
  const times = changesAtFirst(nextStart, endsAt)
  if (articleId === null) {
    return { value: { label, text, path: link, language, articleId }, tags: [tags.strip, ...times] }
  }
  const { value, tags: shown } = await teasersByIds(db, { ids: [articleId], now })
  const [teaser] = value
  return {
    value: teaser
      ? { label, text: text || teaser.headline, path: teaser.path, language: teaser.language, articleId }
      : null,
    tags: [tags.strip, ...shown, ...times],
  }
}
