import { eq, or, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '@/db/store/open'
import { storyPlans } from '@/db/store/plan-schema'
import { articles } from '@/db/store/schema'
import type { Ownership } from '@/lib/accounts/permissions'
import type { Thing } from '@/lib/audit/log-entry'

/** What permissions for article `id` depend on; null when it does not exist. Time alone does not change the result. */
export async function articleOwnership(db: Reader, id: number): Promise<Ownership | null> {
  const [row] = await db
    .select({ ownerId: articles.ownerId, state: articles.state, assigneeId: storyPlans.assigneeId })
    .from(articles)
    .leftJoin(storyPlans, eq(storyPlans.articleId, articles.id))
    .where(eq(articles.id, id))
  return row ? { ownerId: row.ownerId, assigneeId: row.assigneeId, isDraft: row.state === 'draft' } : null
}

/** The condition that an article is a person's own, as `can` understands it: begun by them, or given to them. */
export function isOwn(personId: string): SQL {
  // A subquery of ids rather than a correlated one: SQLite evaluates it once.
  const given = sql`(select ${storyPlans.articleId} from ${storyPlans} where ${storyPlans.assigneeId} = ${personId})`
  return sql`(${or(eq(articles.ownerId, personId), sql`${articles.id} in ${given}`)})`
}

/** Article `id` as the audit log names it. */
export async function storyThing(db: Reader, id: number): Promise<Thing> {
  const [row] = await db.select({ headline: articles.headline }).from(articles).where(eq(articles.id, id))
  return { id, name: row?.headline ?? '' }
}

/**
 * The same for a query that another condition has narrowed to few articles: SQLite keeps to the index of that condition
 * and does not begin with everything that the person has ever written.
 */
export function isOwnAmongFew(personId: string): SQL {
  const given = sql`(select ${storyPlans.articleId} from ${storyPlans} where ${storyPlans.assigneeId} = ${personId})`
  return sql`(+${articles.ownerId} = ${personId} or +${articles.id} in ${given})`
}
