/** What somebody told the others about a story. */
export interface Note {
  id: number
  /** A hand-over goes with a change of state: to review, back to the writer. */
  kind: 'comment' | 'hand-over'
  words: string
  writtenBy: string
  /** Milliseconds since 1970. */
  writtenAt: number
  /** null while it is open. */
  resolvedAt: number | null
}
