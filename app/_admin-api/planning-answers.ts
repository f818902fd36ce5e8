import 'server-only'
import type { z } from 'zod'
import { iso } from '@/app/_admin-api/article-answers'
import { userByEmail } from '@/db/accounts/users'
import type { PlanChange } from '@/db/planning/plans'
import type { Reader } from '@/db/store/open'
import type { commentSchema, planChangeSchema, planSchema } from '@/lib/admin-api/planning-schemas'
import type { Note } from '@/lib/desk/articles/note'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import type { StoryPlan } from '@/lib/planning/planned-story'

/** The plan of story `id` as the Admin API gives it. */
export function planAnswer(id: number, { deadline, assignee, note }: StoryPlan): z.output<typeof planSchema> {
  return { id, deadline: iso(deadline), assignee: assignee?.name ?? null, note }
}

/** The change of a plan with the account of whoever is named; a refusal when nobody has this address. */
export async function planChangeOf(
  db: Reader,
  { assignee, deadline, note }: z.output<typeof planChangeSchema>,
): Promise<{ change: PlanChange } | Refusal> {
  if (assignee === undefined || assignee === null) return { change: { deadline, note, assigneeId: assignee } }
  const user = await userByEmail(db, assignee)
  if (!user) return refuse('assignee', `Nobody has an account with the address ${assignee}.`)
  return { change: { deadline, note, assigneeId: user.id } }
}

/** The refusal with the field as a program names it. */
export function byAssignee({ problems }: Refusal): Refusal {
  return {
    problems: problems.map((problem) => (problem.field === 'assigneeId' ? { ...problem, field: 'assignee' } : problem)),
  }
}

/** A comment as the Admin API gives it. */
export function commentAnswer(note: Note): z.output<typeof commentSchema> {
  const { id, kind, words, writtenBy, writtenAt, replyTo, passage, version, resolvedAt, isOutside } = note
  return {
    id,
    kind,
    text: words,
    by: writtenBy,
    replyTo,
    version,
    isOutside,
    quote: passage?.quote ?? null,
    at: new Date(writtenAt).toISOString(),
    resolvedAt: iso(resolvedAt),
  }
}
