import { and, eq, isNull } from 'drizzle-orm'
import { logAction } from '@/db/audit/log'
import { keepOnClipboard } from '@/db/front/clipboard'
import { pictureObstacles } from '@/db/paper/picture-obstacles'
import { liveEdition, type WhichFront } from '@/db/reading/fronts'
import { frontDrafts } from '@/db/store/front-schema'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { articles, media, sections } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import type { Thing } from '@/lib/audit/log-entry'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import { type Arrangement, cardsOf, isSameArrangement } from '@/lib/front/arrangement'
import { type ArrangementChange, changedArrangement } from '@/lib/front/arrangement-change'
import type { Saver } from '@/lib/revisions/saver'

/** The arrangement on which editors of a front work. */
export interface FrontDraft {
  arrangement: Arrangement
  /** Every change increases it; 0 before the first. */
  version: number
  /** Who changed it last; empty before the first change. */
  savedBy: string
  savedAt: Date | null
  /** When it began to differ from what readers have; null while it is the same. */
  unpublishedSince: Date | null
}

interface Change extends WhichFront {
  by: Saver
  now: Date
}

/** The draft of a front at `now`; without one, what readers have. */
export async function frontDraft(db: Reader, { sectionId, now }: WhichFront & { now: Date }): Promise<FrontDraft> {
  const [row] = await db.select().from(frontDrafts).where(draftOf(sectionId))
  if (row) return row
  const { arrangement } = await liveEdition(db, { sectionId, now })
  return { arrangement, version: 0, savedBy: '', savedAt: null, unpublishedSince: null }
}

/**
 * Changes the draft of a front. Changes name stories and bands, so that those of two people at once are both made.
 * Stories that lose their place go to the clipboard of the person. Refused when there is no room, or when a story or
 * picture that is named does not exist.
 */
export async function changeFront(
  db: Writer,
  { change, ...who }: Change & { change: ArrangementChange },
): Promise<{ version: number; displaced: number[] } | Refusal> {
  const { sectionId, by, now } = who
  return inTransaction(db, async (tx) => {
    const draft = await frontDraft(tx, { sectionId, now })
    const missing = await missingIn(tx, { change, before: draft.arrangement, now })
    if (missing) return refuse('', missing)
    const changed = changedArrangement(draft.arrangement, change)
    if (!changed) {
      return change.kind === 'add-band'
        ? refuse('name', 'There are as many bands as a front can have. Remove one first.')
        : refuse('', 'This band is full. Take a story out of it first.')
    }
    if (by.id !== null) {
      for (const articleId of changed.displaced) await keepOnClipboard(tx, { userId: by.id, articleId, now })
    }
    const version = await saveDraft(tx, { ...who, arrangement: changed.arrangement })
    return { version, displaced: changed.displaced }
  })
}

/** Makes the draft the same as what readers have. */
export async function discardFrontChanges(db: Writer, who: Change): Promise<{ version: number }> {
  return inTransaction(db, async (tx) => {
    const { arrangement } = await liveEdition(tx, who)
    return { version: await saveDraft(tx, { ...who, arrangement }) }
  })
}

/** Stores the draft in the open transaction; answers with its version. An arrangement that is the same changes nothing. */
export async function saveDraft(
  tx: Transaction,
  { sectionId, arrangement, by, now }: Change & { arrangement: Arrangement },
): Promise<number> {
  const draft = await frontDraft(tx, { sectionId, now })
  const live = await liveEdition(tx, { sectionId, now })
  const isPublished = isSameArrangement(arrangement, live.arrangement)
  const unpublishedSince = isPublished ? null : (draft.unpublishedSince ?? now)
  const isSame = isSameArrangement(arrangement, draft.arrangement)
  if (isSame && draft.unpublishedSince?.getTime() === unpublishedSince?.getTime()) return draft.version
  const row = { arrangement, version: draft.version + 1, savedAt: now, savedBy: by.name, unpublishedSince }
  const updated = await tx.update(frontDrafts).set(row).where(draftOf(sectionId)).returning({ id: frontDrafts.id })
  if (!updated.length) await tx.insert(frontDrafts).values({ id: sectionId ?? 0, sectionId, ...row })
  await logAction(tx, { action: 'front changed', thing: await frontThing(tx, sectionId), now, isRepeated: true })
  return row.version
}

/** A front as the audit log names it. */
export async function frontThing(db: Reader, sectionId: number | null): Promise<Thing> {
  if (sectionId === null) return { id: '', name: 'Front page' }
  const [section] = await db.select({ name: sections.name }).from(sections).where(eq(sections.id, sectionId))
  return { id: sectionId, name: section?.name ?? '' }
}

function draftOf(sectionId: number | null) {
  return eq(frontDrafts.id, sectionId ?? 0)
}

/** Why a change cannot be made because of what it names; null when all of it exists and may be shown. */
async function missingIn(
  db: Reader,
  { change, before, now }: { change: ArrangementChange; before: Arrangement; now: Date },
): Promise<string | null> {
  const stories =
    change.kind === 'place'
      ? [change.story]
      : change.kind === 'edit'
        ? [change.card.articleId, ...change.card.subLinks]
        : []
  const ids = [...new Set(stories)]
  if (ids.length) {
    const rows = await db
      .select({ id: articles.id })
      .from(articles)
      .where(and(isOneOf(articles.id, ids), isNull(articles.deletedAt)))
    if (rows.length < ids.length) return 'This story does not exist any more.'
  }
  if (change.kind !== 'edit') return null
  const { articleId, subLinks, pictureId, from, until } = change.card
  if (subLinks.includes(articleId)) return 'A story cannot stand below itself.'
  if (from !== null && until !== null && until <= from) return 'The card would leave before it appears.'
  if (pictureId === null) return null
  // A card that has the picture already can still be edited.
  const isSame = cardsOf(before).some((card) => card.articleId === articleId && card.pictureId === pictureId)
  return isSame ? null : pictureProblem(db, { pictureId, now })
}

/** Why a front cannot show picture `pictureId` of its own; null when it can. */
async function pictureProblem(
  db: Reader,
  { pictureId, now }: { pictureId: number; now: Date },
): Promise<string | null> {
  if (!(await db.$count(media, eq(media.id, pictureId)))) return 'This picture does not exist any more.'
  const why = (await pictureObstacles(db, { ids: [pictureId], now })).get(pictureId)
  return why ? `This picture cannot stand on the front. ${why}` : null
}
