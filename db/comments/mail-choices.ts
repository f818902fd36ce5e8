import { and, eq, gt, or, type SQL, sql } from 'drizzle-orm'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { mailChoices, notifications } from '@/db/store/plan-schema'
import { isOneOf } from '@/db/store/value-lists'
import { MAIL_TOPIC_OF, MAIL_TOPICS, type MailTopic, NOTIFICATION_KINDS } from '@/lib/desk/notifications/notification'

/** Which notifications the person wants by e-mail: all that they have not switched off. */
export async function mailChoicesOf(db: Reader, userId: string): Promise<Record<MailTopic, boolean>> {
  const rows = await db.select().from(mailChoices).where(eq(mailChoices.userId, userId))
  const isWanted = (topic: MailTopic) => rows.find((row) => row.topic === topic)?.isWanted ?? true
  const [mentions, assignments, reviews, fronts] = MAIL_TOPICS
  return {
    mentions: isWanted(mentions),
    assignments: isWanted(assignments),
    reviews: isWanted(reviews),
    fronts: isWanted(fronts),
  }
}

/**
 * Switches e-mails about `topic` on or off for one person. What happened while they were off is not sent afterwards.
 * Choosing what is chosen already changes nothing.
 */
export async function chooseMail(
  db: Writer,
  { userId, topic, isWanted, now }: { userId: string; topic: MailTopic; isWanted: boolean; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if ((await mailChoicesOf(tx, userId))[topic] === isWanted) return
    const chosen = { isWanted, chosenAt: now }
    await tx
      .insert(mailChoices)
      .values({ userId, topic, ...chosen })
      .onConflictDoUpdate({ target: [mailChoices.userId, mailChoices.topic], set: chosen })
  })
}

/** The condition that whoever was notified wants such an e-mail and wanted it when it happened. */
export function isWantedByMail(): SQL {
  const falls = MAIL_TOPICS.map((topic) => {
    const kinds = NOTIFICATION_KINDS.filter((kind) => MAIL_TOPIC_OF[kind] === topic)
    return and(eq(mailChoices.topic, topic), isOneOf(notifications.kind, kinds))
  })
  const isOff = or(eq(mailChoices.isWanted, false), gt(mailChoices.chosenAt, notifications.createdAt))
  return sql`not exists (select 1 from ${mailChoices} where ${and(eq(mailChoices.userId, notifications.userId), or(...falls), isOff)})`
}
