import { and, asc, eq, gt, isNull, or } from 'drizzle-orm'
import { teasersByIds } from '@/db/reading/teasers'
import { changesAtFirst } from '@/db/store/instant-tags'
import { invalidate } from '@/db/store/invalidation'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { placements } from '@/db/store/schema'
import { type Tagged, tags } from '@/lib/pages/tags'
import type { Curation } from '@/lib/paper/edition'

export type Slot = (typeof placements.$inferSelect)['slot']

/** A place on the front page. The label is that of a strip or the name of a band, and empty otherwise. */
export interface Place {
  slot: Slot
  label: string
  position: number
}

/**
 * The stories that editors placed on the front page and that are public at `now`, by position. Bands are in the order
 * of their first position, ties by the older placement. A band without a public article is absent.
 */
export async function curation(db: Reader, { now }: { now: Date }): Promise<Tagged<Curation>> {
  const rows = await db
    .select({
      slot: placements.slot,
      label: placements.label,
      articleId: placements.articleId,
      startsAt: placements.startsAt,
      endsAt: placements.endsAt,
    })
    .from(placements)
    .where(or(isNull(placements.endsAt), gt(placements.endsAt, now)))
    .orderBy(asc(placements.position), asc(placements.id))
  const started = rows.filter(({ startsAt }) => startsAt <= now)
  const shown = await teasersByIds(db, { ids: started.map(({ articleId }) => articleId), now })
  const teasers = new Map(shown.value.map((teaser) => [teaser.id, teaser]))
  const placed = started.flatMap(({ slot, label, articleId }) => {
    const teaser = teasers.get(articleId)
    return teaser ? [{ slot, label, teaser }] : []
  })
  const inSlot = (slot: Slot) => placed.filter((place) => place.slot === slot)
  const strip = inSlot('strip')[0]
  const bands = inSlot('band')
  return {
    value: {
      strip: strip ? { label: strip.label, teaser: strip.teaser } : null,
      lead: inSlot('lead')[0]?.teaser ?? null,
      seconds: inSlot('second').map(({ teaser }) => teaser),
      bands: [...new Set(bands.map(({ label }) => label))].map((name) => ({
        name,
        teasers: bands.filter(({ label }) => label === name).map(({ teaser }) => teaser),
      })),
    },
    tags: [
      tags.placements,
      ...shown.tags,
      ...changesAtFirst(...rows.map(({ startsAt, endsAt }) => (startsAt > now ? startsAt : endsAt))),
    ],
  }
}

/**
 * Places article `articleId` on the front page from `startsAt` until `endsAt` (null: until replaced), in place of the
 * story that is there. A place is a position in a slot; in a band, a position in the band of that name.
 * Throws when `endsAt` is not after `startsAt`, or when a band has no name.
 */
export async function place(
  db: Writer,
  {
    articleId,
    startsAt,
    endsAt,
    now,
    ...at
  }: Place & { articleId: number; startsAt: Date; endsAt: Date | null; now: Date },
): Promise<void> {
  if (endsAt && endsAt <= startsAt) throw new Error(`article ${articleId}: a placement ends after it starts`)
  if (at.slot === 'band' && !at.label) throw new Error(`article ${articleId}: a band has a name`)
  const label = at.slot === 'lead' || at.slot === 'second' ? '' : at.label
  await inTransaction(db, async (tx) => {
    await tx.delete(placements).where(standingAt(at))
    await tx.insert(placements).values({ ...at, label, articleId, startsAt, endsAt })
    await invalidate(tx, [tags.placements], now)
  })
}

/** Removes the story from a place of the front page; does nothing when the place is free. */
export async function clearPlace(db: Writer, { now, ...at }: Place & { now: Date }): Promise<void> {
  await inTransaction(db, async (tx) => {
    const cleared = await tx.delete(placements).where(standingAt(at)).returning({ id: placements.id })
    if (cleared.length) await invalidate(tx, [tags.placements], now)
  })
}

/** The label identifies a place only in a band: a strip with another label is the same place. */
function standingAt({ slot, label, position }: Place) {
  return and(
    eq(placements.slot, slot),
    eq(placements.position, position),
    slot === 'band' ? eq(placements.label, label) : undefined,
  )
}
