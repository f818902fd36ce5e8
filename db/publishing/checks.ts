import type { StoredArticle } from '@/db/editing/stored-article'
import { checklistFor } from '@/db/publishing/checklist'
import type { Reader } from '@/db/store/open'
import type { Manuscript } from '@/lib/article/manuscript'
import { problemOf } from '@/lib/article/readiness'
import type { Problem, Refusal } from '@/lib/desk/refusal'

/** An article to be published with this text at this instant. */
interface Candidate {
  article: StoredArticle
  manuscript: Manuscript
  at: Date
}

/** The problems that prevent the publication of the candidate; empty when there are none. */
export type Check = (db: Reader, candidate: Candidate) => Promise<Problem[]>

/** The checks of a verb that publishes, in addition to readiness (lib/article/readiness.ts). */
export interface Checked {
  /** Left out by the command line, imports and the demo edition; the desk passes `deskChecks`. */
  checks?: Check
}

/** The check of the desk: the blockers of the checklist, and nothing else. */
export function deskChecks(): Check {
  return async (db, candidate) => (await checklistFor(db, candidate)).blockers.map(problemOf)
}

/** The refusal of the candidate; null when it passes or there are no checks. */
export async function refusalBy(db: Reader, checks: Check | undefined, candidate: Candidate): Promise<Refusal | null> {
  const problems = (await checks?.(db, candidate)) ?? []
  return problems.length ? { problems } : null
}
