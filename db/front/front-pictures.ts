import { eq } from 'drizzle-orm'
import { liveEdition, type WhichFront } from '@/db/reading/fronts'
import type { Reader, Transaction } from '@/db/store/open'
import { pictureEvents } from '@/db/store/picture-schema'
import { media, sections } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import { type Arrangement, cardsOf } from '@/lib/front/arrangement'
import type { PictureEventKind } from '@/lib/pictures/picture-use'
import type { Saver } from '@/lib/revisions/saver'

interface Publication extends WhichFront {
  arrangement: Arrangement
  /** When readers get it; null for at once. */
  at: Date | null
  by: Saver
  now: Date
  /** The picture that took the place of those that go; left out when none did. */
  replacedById?: number
}

/**
 * Saves in the history of each picture what an edition that is about to be stored shows and no longer shows by itself, on
 * its cards; in the open transaction. The pictures of stories have a history of their own.
 */
export async function saveFrontPictures(tx: Transaction, publication: Publication): Promise<void> {
  const { sectionId, arrangement, at, by, now, replacedById } = publication
  const live = await liveEdition(tx, { sectionId, now })
  const [before, after] = [picturesOf(live.arrangement), picturesOf(arrangement)]
  const added = [...after].filter((id) => !before.has(id))
  const gone = at ? [] : [...before].filter((id) => !after.has(id))
  const existing = new Set(
    (
      await tx
        .select({ id: media.id })
        .from(media)
        .where(isOneOf(media.id, [...added, ...gone]))
    ).map(({ id }) => id),
  )
  if (!existing.size) return
  const place = await nameOf(tx, sectionId)
  const save = async (mediaId: number, kind: PictureEventKind) => {
    if (!existing.has(mediaId)) return
    const replaced = kind === 'replaced' ? (replacedById ?? null) : null
    await tx
      .insert(pictureEvents)
      .values({ mediaId, kind, place, happenedAt: now, by: by.name, articleId: null, replacedById: replaced })
  }
  for (const id of gone) await save(id, replacedById === undefined ? 'removed' : 'replaced')
  for (const id of added) await save(id, at ? 'planned' : 'published')
}

function picturesOf(arrangement: Arrangement): Set<number> {
  return new Set(cardsOf(arrangement).flatMap(({ pictureId }) => pictureId ?? []))
}

async function nameOf(db: Reader, sectionId: number | null): Promise<string> {
  if (sectionId === null) return 'The front page'
  const [section] = await db.select({ name: sections.name }).from(sections).where(eq(sections.id, sectionId))
  return `The front of ${section?.name ?? 'a section'}`
}
