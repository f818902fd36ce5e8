import { eq } from 'drizzle-orm'
import { userById } from '@/db/accounts/users'
import { logAction } from '@/db/audit/log'
import { notify } from '@/db/comments/notifications'
import { addArticle } from '@/db/editing/article-change'
import { storyThing } from '@/db/editing/ownership'
import { siteSettings } from '@/db/paper/site'
import { users } from '@/db/store/account-schema'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { storyPlans } from '@/db/store/plan-schema'
import { articles, sections } from '@/db/store/schema'
import { slugFrom } from '@/lib/addresses/paths'
import { emptyManuscript } from '@/lib/article/manuscript'
import { NEW_DRAFT } from '@/lib/article/snapshot'
import { changesInWords } from '@/lib/audit/changes-in-words'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import type { StoryPlan } from '@/lib/planning/planned-story'
import type { Saver } from '@/lib/revisions/saver'
import { isBlank } from '@/lib/text/visible-text'

/** A change of a plan; what is left out stays. */
export interface PlanChange {
  /** null takes the deadline away. */
  deadline?: Date | null | undefined
  /** null gives the story back. */
  assigneeId?: string | null | undefined
  note?: string | undefined
}

interface Planning {
  change: PlanChange
  by: Saver
  now: Date
}

const NO_PLAN: StoryPlan = { deadline: null, assignee: null, note: '' }

/** The plan of article `id`; an empty one when it has none. */
export async function planOf(db: Reader, id: number): Promise<StoryPlan> {
  const [row] = await db
    .select({ deadline: storyPlans.deadline, note: storyPlans.note, assigneeId: users.id, name: users.name })
    .from(storyPlans)
    .leftJoin(users, eq(users.id, storyPlans.assigneeId))
    .where(eq(storyPlans.articleId, id))
  if (!row) return NO_PLAN
  const { assigneeId, name } = row
  return {
    deadline: row.deadline?.getTime() ?? null,
    assignee: assigneeId === null || name === null ? null : { id: assigneeId, name },
    note: row.note,
  }
}

/**
 * Changes the plan of article `id` and returns it. Each field changes by itself, so that two people who plan at once lose
 * nothing. Whoever is given the story is notified, and has the rights of its owner from then on. Refused when the
 * assignee has no open account, and for a deleted draft. Throws when the article does not exist.
 */
export async function changePlan(
  db: Writer,
  { id, ...planning }: Planning & { id: number },
): Promise<StoryPlan | Refusal> {
  return inTransaction(db, async (tx) => {
    const [row] = await tx.select({ deletedAt: articles.deletedAt }).from(articles).where(eq(articles.id, id))
    if (!row) throw new Error(`article ${id} does not exist`)
    if (row.deletedAt) return refuse('', 'This draft was deleted. Recover it first.')
    const before = await planOf(tx, id)
    const refused = await savePlan(tx, { id, ...planning })
    if (refused) return refused
    const plan = await planOf(tx, id)
    const detail = changesInWords(spelled(before), spelled(plan))
    const thing = await storyThing(tx, id)
    if (detail) await logAction(tx, { action: 'story planned', thing, detail, now: planning.now })
    return plan
  })
}

/**
 * Begins a draft with a plan before a word is written, and returns its id. `by` is its owner. The working title becomes
 * its headline.
 */
export async function planStory(
  db: Writer,
  {
    title,
    sectionId,
    change,
    by,
    now,
  }: Planning & { title: string; sectionId: number | null; by: { id: string; name: string } },
): Promise<{ id: number } | Refusal> {
  if (isBlank(title)) return refuse('title', 'Give the story a working title.')
  return inTransaction(db, async (tx) => {
    if (sectionId !== null) {
      const [section] = await tx.select({ id: sections.id }).from(sections).where(eq(sections.id, sectionId))
      if (!section) return refuse('sectionId', 'This section does not exist any more.')
    }
    const { value: paper } = await siteSettings(tx)
    const headline = title.trim()
    const manuscript = { ...emptyManuscript(paper.language), headline, slug: slugFrom(headline), sectionId }
    const refused = await assigneeProblem(tx, change)
    if (refused) return refused
    const id = await addArticle(tx, {
      after: { ...manuscript, ...NEW_DRAFT },
      createdAt: now,
      by,
      now,
      reason: 'planned',
    })
    await tx.update(articles).set({ ownerId: by.id }).where(eq(articles.id, id))
    await savePlan(tx, { id, change, by, now })
    return { id }
  })
}

/** A plan as the audit log tells of it. */
function spelled({ deadline, assignee, note }: StoryPlan) {
  const at = deadline === null ? '' : new Date(deadline).toISOString()
  return { assignee: assignee?.name ?? '', deadline: at, note }
}

/** Saves the change of a plan; the refusal when the assignee cannot have it. In the open transaction. */
async function savePlan(tx: Transaction, { id, change, by, now }: Planning & { id: number }): Promise<Refusal | null> {
  const refused = await assigneeProblem(tx, change)
  if (refused) return refused
  const [before] = await tx
    .select({ assigneeId: storyPlans.assigneeId })
    .from(storyPlans)
    .where(eq(storyPlans.articleId, id))
  const { deadline, assigneeId, note } = change
  const set = {
    ...(deadline !== undefined && { deadline }),
    ...(assigneeId !== undefined && { assigneeId }),
    ...(note !== undefined && { note: note.trim() }),
    savedAt: now,
    savedBy: by.name,
  }
  await tx
    .insert(storyPlans)
    .values({ articleId: id, ...set })
    .onConflictDoUpdate({ target: storyPlans.articleId, set })
  if (assigneeId && assigneeId !== before?.assigneeId) {
    await notify(tx, { userIds: [assigneeId], articleId: id, kind: 'assignment', causedBy: by, now })
  }
  return null
}

async function assigneeProblem(db: Reader, { assigneeId }: PlanChange): Promise<Refusal | null> {
  if (!assigneeId) return null
  const person = await userById(db, assigneeId)
  return person && !person.isDeactivated ? null : refuse('assigneeId', 'This person has no open account any more.')
}
