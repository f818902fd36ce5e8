import { and, asc, desc, eq, or, sql } from 'drizzle-orm'
import { allUsers } from '@/db/accounts/users'
import { logAction } from '@/db/audit/log'
import { notify } from '@/db/comments/notifications'
import { isScheduled } from '@/db/editing/due-rows'
import { articleOwnership, storyThing } from '@/db/editing/ownership'
import { storedArticle } from '@/db/editing/stored-article'
import { shownFrom } from '@/db/editing/withheld-pictures'
import { pictureObstacles } from '@/db/paper/picture-obstacles'
import { savePictureUses } from '@/db/pictures/picture-uses'
import { saveWithheld, withheldFrom } from '@/db/pictures/withheld-pictures'
import type { Reader, Transaction } from '@/db/store/open'
import { pictureUses, withheldPictures } from '@/db/store/picture-schema'
import { articles, revisions } from '@/db/store/schema'
import { can } from '@/lib/accounts/permissions'
import { picturesOf } from '@/lib/linking/withheld-pictures'
import type { Saver } from '@/lib/revisions/saver'

interface Change {
  /** Who changed what decides. */
  by: Pick<Saver, 'name'>
  now: Date
}

/**
 * Looks again at each scheduled story with picture `pictureId`, in the open transaction; to be called after every change of
 * what decides whether readers may get it. Where they may not at the instant of the story, it goes out without the
 * picture, and whoever scheduled it, its owner and whoever it is assigned to are notified; when none of them has an open
 * account, everybody who publishes. Where they may again, the picture is back, also in a story that is out by then.
 * Stories that went out with the picture keep it.
 */
export async function recheckScheduledStories(
  tx: Transaction,
  { pictureId, ...change }: Change & { pictureId: number },
): Promise<void> {
  const withheld = sql`exists (
    select 1 from ${withheldPictures} where ${withheldPictures.articleId} = ${articles.id}
  )`
  const stories = await tx
    .select({ id: articles.id })
    .from(pictureUses)
    .innerJoin(articles, eq(articles.id, pictureUses.articleId))
    .where(and(eq(pictureUses.mediaId, pictureId), or(isScheduled, withheld)))
    .orderBy(asc(articles.id))
  for (const { id } of stories) await recheckStory(tx, { id, ...change })
}

/** The same for every scheduled story: the paper's days begin at another instant now. */
export async function recheckAllScheduledStories(tx: Transaction, change: Change): Promise<void> {
  const stories = await tx.select({ id: articles.id }).from(articles).where(isScheduled).orderBy(asc(articles.id))
  for (const { id } of stories) await recheckStory(tx, { id, ...change })
}

async function recheckStory(tx: Transaction, { id, by, now }: Change & { id: number }): Promise<void> {
  const { snapshot } = await storedArticle(tx, id, now)
  const was = await withheldFrom(tx, id)
  const shown = picturesOf(snapshot)
  const obstacles = await pictureObstacles(tx, { ids: shown, now: shownFrom({ snapshot, now }) })
  const isAhead = snapshot.state === 'scheduled'
  const mediaIds = shown.filter((one) => obstacles.has(one) && (isAhead || was.includes(one)))
  const lost = mediaIds.filter((one) => !was.includes(one))
  const freed = was.filter((one) => !mediaIds.includes(one))
  if (!lost.length && !freed.length) return
  await saveWithheld(tx, { articleId: id, mediaIds, now })
  await savePictureUses(tx, { articleId: id, story: snapshot, by: { id: null, ...by }, now })
  const thing = await storyThing(tx, id)
  for (const one of lost) {
    const detail = `picture ${one}: ${obstacles.get(one)}`
    await logAction(tx, { action: 'story picture withheld', thing, detail, now })
  }
  for (const one of freed) {
    await logAction(tx, { action: 'story picture allowed again', thing, detail: `picture ${one}`, now })
  }
  if (!lost.length) return
  const userIds = await peopleOf(tx, id)
  // They are notified as well when they changed the rights: a scheduled story may not be what they think of then.
  await notify(tx, { userIds, articleId: id, kind: 'story-picture', causedBy: { id: null, name: by.name }, now })
}

/** Whoever scheduled the story, owns it or has it assigned; without an open account of theirs everybody who publishes. */
async function peopleOf(db: Reader, id: number): Promise<string[]> {
  const open = (await allUsers(db)).filter((user) => !user.isDeactivated)
  const ownership = await articleOwnership(db, id)
  const [scheduled] = await db
    .select({ by: revisions.savedById })
    .from(revisions)
    .where(and(eq(revisions.articleId, id), eq(revisions.reason, 'scheduled')))
    .orderBy(desc(revisions.version))
    .limit(1)
  const concerned = [scheduled?.by, ownership?.ownerId, ownership?.assigneeId]
  const recipients = open.filter((user) => concerned.includes(user.id))
  return (recipients.length ? recipients : open.filter((user) => can(user, 'publish article'))).map((user) => user.id)
}
