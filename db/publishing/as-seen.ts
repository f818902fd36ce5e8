import { eq } from 'drizzle-orm'
import type { StoredArticle } from '@/db/editing/article-change'
import { type WorkingText, workingText } from '@/db/editing/manuscripts'
import { type Conflict, conflictOf } from '@/db/editing/writing'
import { checklistFor } from '@/db/publishing/checklist'
import { type Db, inTransaction } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import type { Manuscript } from '@/lib/article/manuscript'
import { type Problem, type Refusal, refuse } from '@/lib/desk/refusal'

/** What somebody at the desk does to an article that stands open before them. */
export interface DeskAct {
  id: number
  /** The version that they saw. */
  basedOn: number
  by: string
  now: Date
  /** What stands against its going before readers, beside the checklist. */
  besides?: Problem[]
}

/**
 * Does `work` to the article in one transaction, unless somebody saved it since version `basedOn` (the conflict), or it
 * was thrown away (a refusal): nothing goes before readers unseen. Throws when there is no such article.
 */
export async function asSeen<T>(
  db: Db,
  { id, basedOn, now }: Omit<DeskAct, 'by'>,
  work: (tx: Db, text: WorkingText) => Promise<T>,
): Promise<T | Refusal | Conflict> {
  return inTransaction(db, async (tx) => {
    const text = await workingText(tx, { id, now })
    const [row] = await tx.select({ deletedAt: articles.deletedAt }).from(articles).where(eq(articles.id, id))
    if (row?.deletedAt) return refuse('state', 'This draft was deleted. Recover it first.')
    return (await conflictOf(tx, text.article, basedOn)) ?? work(tx, text)
  })
}

/** The blockers of the checklist, or without any what else stands against it, were `manuscript` the text of `article` at `at`; null when nothing stands against it. */
export async function blockedAt(
  tx: Db,
  {
    article,
    manuscript,
    at,
    besides = [],
  }: { article: StoredArticle; manuscript: Manuscript; at: Date; besides?: Problem[] },
): Promise<Refusal | null> {
  const { blockers } = await checklistFor(tx, { article, manuscript, at })
  const problems = blockers.map(({ field = 'body', message }) => ({ field, message }))
  if (problems.length) return { problems }
  return besides.length ? { problems: besides } : null
}
