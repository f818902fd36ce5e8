import type { ListedRevision } from '@/lib/desk/revisions/listed-revision'
import { saverKey } from '@/lib/revisions/saver'

/** A stretch in which one person wrote without a long break: its last version, and those on the way to it. */
export interface Sitting {
  last: ListedRevision
  /** Newest first. */
  earlier: ListedRevision[]
}

/** As long as db/revisions/pruning.ts takes for a pause. */
const LONG_BREAK_MS = 10 * 60_000

/**
 * The versions of an article (newest first) by sitting: saves of one person go together while no more than ten minutes
 * lie between two of them; what was more than a save stands alone.
 */
export function sittings(revisions: readonly ListedRevision[]): Sitting[] {
  const found: Sitting[] = []
  for (const revision of revisions) {
    const sitting = found.at(-1)
    if (sitting && continues(revision, sitting.earlier.at(-1) ?? sitting.last)) sitting.earlier.push(revision)
    else found.push({ last: revision, earlier: [] })
  }
  return found
}

function continues(earlier: ListedRevision, later: ListedRevision): boolean {
  if (earlier.reason !== 'saved' || later.reason !== 'saved') return false
  if (saverKey(earlier) !== saverKey(later) || earlier.aside !== later.aside) return false
  return later.savedAt - earlier.savedAt <= LONG_BREAK_MS
}
