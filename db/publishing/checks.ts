import type { StoredArticle } from '@/db/editing/stored-article'
import { checklistFor } from '@/db/publishing/checklist'
import type { Reader } from '@/db/store/open'
import type { Manuscript } from '@/lib/article/manuscript'
import { problemOf } from '@/lib/article/readiness'
import type { Problem, Refusal } from '@/lib/desk/refusal'

/** An article that is to be published with this text at this instant. */
interface Candidate {
  article: StoredArticle
  manuscript: Manuscript
  at: Date
}

/** What keeps the candidate from readers; empty when nothing does. */
export type Check = (db: Reader, candidate: Candidate) => Promise<Problem[]>

/** The input of a verb that publishes: checks beside being ready for readers (lib/article/readiness.ts). */
export interface Checked {
  /** Left out by the command line, imports and the demo edition; the desk passes `deskChecks`. */
  checks?: Check
}

/** The blockers of the checklist; when there are none, `extraBlockers`, such as errors that crawlers would find. */
export function deskChecks(extraBlockers: Problem[] = []): Check {
  return async (db, candidate) => {
    const { blockers } = await checklistFor(db, candidate)
    return blockers.length ? blockers.map(problemOf) : extraBlockers
  }
}

/** The refusal of the candidate; null when it passes, or there are no checks. */
export async function refusalBy(db: Reader, checks: Check | undefined, candidate: Candidate): Promise<Refusal | null> {
  const problems = (await checks?.(db, candidate)) ?? []
  return problems.length ? { problems } : null
}
