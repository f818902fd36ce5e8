import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { outbox } from '@/db/store/desk-schema'
import { backLinkProgress } from '@/db/store/linking-schema'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'

/** Events that are read at once. */
const AT_ONCE = 100

/** A story that came out, and the event of the outbox that says so. */
export interface NewStory {
  articleId: number
  event: number
}

/** The stories that came out since the event up to which older stories were looked for, at most 100, in the order of events. */
export async function newStories(db: Reader): Promise<NewStory[]> {
  return db
    .select({ articleId: outbox.articleId, event: outbox.id })
    .from(outbox)
    .where(
      and(
        gt(outbox.id, sql`coalesce((select ${backLinkProgress.through} from ${backLinkProgress}), 0)`),
        eq(outbox.event, 'published'),
      ),
    )
    .orderBy(asc(outbox.id))
    .limit(AT_ONCE)
}

/** Notes that older stories were looked for up to `event`. */
export async function noteProgress(db: Writer, event: number): Promise<void> {
  await inTransaction(db, (tx) => tx.update(backLinkProgress).set({ through: event }).where(eq(backLinkProgress.id, 1)))
}

/** Notes that nothing is to be looked for of what came out so far, as of the stories of the demo edition. */
export async function skipPresentStories(db: Writer): Promise<void> {
  await inTransaction(db, (tx) =>
    tx.update(backLinkProgress).set({ through: sql`coalesce((select max(${outbox.id}) from ${outbox}), 0)` }),
  )
}
