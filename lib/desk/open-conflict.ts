/** Words that somebody wrote where the text has the words of somebody else, until an editor decides. */
export interface OpenConflict {
  id: number
  /** A field of the manuscript, or `body:` and the id of an element. */
  place: string
  /** The field's value, or the element. */
  setAside: unknown
  /** The element before it in the text of whoever wrote it; null for none, and for fields. */
  afterId: string | null
  writtenBy: string
  /** Milliseconds since 1970. */
  writtenAt: number
}
