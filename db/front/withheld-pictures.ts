import { asc, eq, gt } from 'drizzle-orm'
import { allUsers } from '@/db/accounts/users'
import { logAction } from '@/db/audit/log'
import { notify } from '@/db/comments/notifications'
import { cardPictureObstacles } from '@/db/front/card-pictures'
import { frontThing } from '@/db/front/drafts'
import { editions } from '@/db/store/front-schema'
import { invalidate } from '@/db/store/invalidation'
import type { Transaction } from '@/db/store/open'
import { can } from '@/lib/accounts/permissions'
import { cardsOf } from '@/lib/front/arrangement'
import { tags } from '@/lib/pages/tags'
import type { Saver } from '@/lib/revisions/saver'

interface Change {
  /** The picture whose rights, spans or alt text changed. */
  pictureId: number
  /** Who changed them. */
  by: Pick<Saver, 'name'>
  now: Date
}

/**
 * Looks again at each planned edition with picture `pictureId` on a card, in the open transaction; to be called after every
 * change of what decides whether readers may get it. Where they may not at the start of the edition, it goes out without
 * the picture, the card has that of its story, and whoever planned it is told; when nobody with an account did, everybody
 * who arranges fronts. Where they may again, the picture is back. Editions that are out stay as they are.
 */
export async function recheckPlannedEditions(tx: Transaction, { pictureId, ...change }: Change): Promise<void> {
  for (const edition of await plannedEditions(tx, change.now)) await recheckCard(tx, edition, { pictureId, ...change })
}

/** The same for every picture of every planned edition: the paper's days begin at another instant now. */
export async function recheckAllPlannedEditions(tx: Transaction, change: Omit<Change, 'pictureId'>): Promise<void> {
  for (const { id, arrangement } of await plannedEditions(tx, change.now)) {
    for (const pictureId of new Set(cardsOf(arrangement).flatMap((card) => card.pictureId ?? []))) {
      // Read again: the list of an edition grows picture by picture.
      const [edition] = await tx.select().from(editions).where(eq(editions.id, id))
      if (edition) await recheckCard(tx, edition, { pictureId, ...change })
    }
  }
}

type Edition = typeof editions.$inferSelect

async function plannedEditions(tx: Transaction, now: Date): Promise<Edition[]> {
  return tx.select().from(editions).where(gt(editions.startsAt, now)).orderBy(asc(editions.id))
}

async function recheckCard(tx: Transaction, edition: Edition, { pictureId, by, now }: Change): Promise<void> {
  const { id, sectionId, arrangement, startsAt } = edition
  const card = cardsOf(arrangement).find((one) => one.pictureId === pictureId)
  if (!card) return
  const why = (await cardPictureObstacles(tx, { arrangement, at: startsAt })).get(pictureId)
  const was = edition.withheldPictures
  if (was.includes(pictureId) === (why !== undefined)) return
  const withheldPictures = why === undefined ? was.filter((one) => one !== pictureId) : [...was, pictureId]
  await tx.update(editions).set({ withheldPictures }).where(eq(editions.id, id))
  await invalidate(tx, [tags.front(sectionId)], now)
  const detail = `picture ${pictureId}, ${startsAt.toISOString()}${why === undefined ? '' : `: ${why}`}`
  const action = why === undefined ? 'front picture allowed again' : 'front picture withheld'
  await logAction(tx, { action, thing: await frontThing(tx, sectionId), detail, now })
  if (why === undefined) return
  const userIds = await plannersOf(tx, edition)
  const about = { articleId: card.articleId, sectionId, kind: 'front-picture' as const }
  // Whoever planned it is told as well when they changed the rights: an edition may not be what they think of then.
  await notify(tx, { ...about, userIds, causedBy: { id: null, name: by.name }, now })
}

/** Whoever planned the edition; when they have no open account any more, everybody who arranges fronts. */
async function plannersOf(tx: Transaction, { publishedById }: Pick<Edition, 'publishedById'>): Promise<string[]> {
  const arranging = (await allUsers(tx)).filter((user) => !user.isDeactivated && can(user, 'arrange fronts'))
  const ids = arranging.map(({ id }) => id)
  return publishedById !== null && ids.includes(publishedById) ? [publishedById] : ids
}
