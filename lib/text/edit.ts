/** A part of a text, in UTF-16 units from its start, and what takes its place. */
export interface Edit<Reason> {
  at: number
  length: number
  by: string
  /** null when the text looks the same afterwards. */
  because: Reason | null
}

/**
 * The spans after edits of their joined text; edits are in order and do not overlap. What replaces a part of several
 * spans stands in the first of them. A span of which nothing is left is left out.
 */
export function applied<Span extends { text: string }>(spans: Span[], edits: readonly Edit<unknown>[]): Span[] {
  let start = 0
  let next = 0
  return spans.flatMap((span) => {
    const end = start + span.text.length
    let text = ''
    let done = start
    while (next < edits.length) {
      const edit = edits[next]
      if (!edit || edit.at >= end) break
      if (edit.at >= start) text += span.text.slice(Math.max(done, start) - start, edit.at - start) + edit.by
      done = edit.at + edit.length
      // The rest of what it replaces stands in the spans that follow.
      if (done > end) break
      next += 1
    }
    text += span.text.slice(Math.min(done, end) - start)
    start = end
    return text ? [{ ...span, text }] : []
  })
}
