/** A saved version of an article, as the desk lists it. */
export interface ListedRevision {
  version: number
  /** Milliseconds since 1970. */
  savedAt: number
  savedBy: string
  /** The newsroom's verb: written, saved, published, corrected … */
  reason: string
  /** What the editor said about it; empty for nothing. */
  remark: string
  /** Whether it was a working copy, which readers were not given. */
  aside: boolean
}

/** A stretch in which one person wrote without a long break: its last version, and those on the way to it. */
export interface Sitting {
  last: ListedRevision
  /** Newest first. */
  earlier: ListedRevision[]
}

/** As long as thinning (db/revisions/pruning.ts) takes for a pause. */
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
  if (earlier.savedBy !== later.savedBy || earlier.aside !== later.aside) return false
  return later.savedAt - earlier.savedAt <= LONG_BREAK_MS
}
