import { and, asc, count, desc, eq, isNull, or, sql } from 'drizzle-orm'
import { isWantedByMail } from '@/db/comments/mail-choices'
import { users } from '@/db/store/account-schema'
import { notes } from '@/db/store/desk-schema'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { notifications } from '@/db/store/plan-schema'
import { articles } from '@/db/store/schema'
import { insertable, isOneOf } from '@/db/store/value-lists'
import type { Notification, NotificationKind } from '@/lib/desk/notifications/notification'
import { DAY_MS } from '@/lib/time/durations'

/** A list shows no more; what is older has been seen or is no news. */
const MAX_LISTED = 200
/** An e-mail about something older is no news; it also bounds what a mail server gets that was just configured. */
const MAILED_WITHIN_MS = DAY_MS
const MAX_MAILS_AT_ONCE = 50

interface NewNotification {
  userIds: readonly string[]
  articleId: number
  noteId?: number
  /** The front that it is about; left out for the front page, and when it is about none. */
  sectionId?: number | null
  kind: NotificationKind
  causedBy: { id: string | null; name: string }
  now: Date
}

/** Tells these people, each once, except whoever caused it; in the open transaction. */
export async function notify(tx: Transaction, { userIds, causedBy, now, ...about }: NewNotification): Promise<void> {
  const told = [...new Set(userIds)].filter((id) => id !== causedBy.id)
  const rows = told.map((userId) => ({ ...about, userId, causedBy: causedBy.name, createdAt: now }))
  for (const some of insertable(rows)) await tx.insert(notifications).values(some)
}

/** How many notifications the person has not read; those about deleted drafts do not count. */
export async function unreadCount(db: Reader, userId: string): Promise<number> {
  const [row] = await db
    .select({ unread: count() })
    .from(notifications)
    .innerJoin(articles, eq(articles.id, notifications.articleId))
    .where(and(eq(notifications.userId, userId), isNull(notifications.readAt), isNull(articles.deletedAt)))
  return row?.unread ?? 0
}

/** What the person was told, newest first; at most 200, without those about deleted drafts. */
export async function notificationsOf(db: Reader, userId: string): Promise<Notification[]> {
  const rows = await db
    .select({
      id: notifications.id,
      kind: notifications.kind,
      articleId: notifications.articleId,
      headline: articles.headline,
      language: articles.language,
      causedBy: notifications.causedBy,
      words: notes.words,
      noteId: notifications.noteId,
      sectionId: notifications.sectionId,
      createdAt: notifications.createdAt,
      readAt: notifications.readAt,
    })
    .from(notifications)
    .innerJoin(articles, eq(articles.id, notifications.articleId))
    .leftJoin(notes, eq(notes.id, notifications.noteId))
    .where(and(eq(notifications.userId, userId), isNull(articles.deletedAt)))
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(MAX_LISTED)
  return rows.map((row) => ({
    ...row,
    words: row.words ?? '',
    createdAt: row.createdAt.getTime(),
    readAt: row.readAt?.getTime() ?? null,
  }))
}

/** Marks these notifications of the person as read, or all of theirs with null; those of others stay as they are. */
export async function readNotifications(
  db: Writer,
  { userId, ids, now }: { userId: string; ids: readonly number[] | null; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx
      .update(notifications)
      .set({ readAt: now })
      .where(
        and(
          eq(notifications.userId, userId),
          isNull(notifications.readAt),
          ids === null ? undefined : isOneOf(notifications.id, ids),
        ),
      )
  })
}

/** A notification that is to go out by e-mail. */
export interface PendingMail
  extends Pick<Notification, 'id' | 'kind' | 'articleId' | 'headline' | 'causedBy' | 'words' | 'noteId' | 'sectionId'> {
  createdAt: Date
  to: { name: string; email: string }
}

/**
 * What nobody has read yet and no e-mail has told, oldest first; at most 50 of the last 24 hours, those behind `after`
 * where it is given. Nothing goes to a deactivated account or about a deleted draft, nor what the person does not want
 * by e-mail or did not when it happened.
 */
export async function pendingMails(
  db: Reader,
  { now, after }: { now: Date; after?: PendingMail | null },
): Promise<PendingMail[]> {
  const from = after ?? { id: 0, createdAt: new Date(now.getTime() - MAILED_WITHIN_MS) }
  const rows = await db
    .select({
      id: notifications.id,
      kind: notifications.kind,
      articleId: notifications.articleId,
      headline: articles.headline,
      causedBy: notifications.causedBy,
      words: notes.words,
      noteId: notifications.noteId,
      sectionId: notifications.sectionId,
      createdAt: notifications.createdAt,
      name: users.name,
      email: users.email,
    })
    .from(notifications)
    .innerJoin(articles, eq(articles.id, notifications.articleId))
    .innerJoin(users, eq(users.id, notifications.userId))
    .leftJoin(notes, eq(notes.id, notifications.noteId))
    .where(
      and(
        isNull(notifications.mailedAt),
        isNull(notifications.readAt),
        sql`(${notifications.createdAt}, ${notifications.id}) > (${from.createdAt.getTime()}, ${from.id})`,
        isNull(articles.deletedAt),
        or(isNull(users.banned), eq(users.banned, false)),
        isWantedByMail(),
      ),
    )
    .orderBy(asc(notifications.createdAt), asc(notifications.id))
    .limit(MAX_MAILS_AT_ONCE)
  return rows.map(({ name, email, words, ...row }) => ({ ...row, words: words ?? '', to: { name, email } }))
}

/** Notes that an e-mail about this notification went out, or that its recipient's mail server refuses it for good. */
export async function noteMailed(db: Writer, { id, now }: { id: number; now: Date }): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.update(notifications).set({ mailedAt: now }).where(eq(notifications.id, id))
  })
}
