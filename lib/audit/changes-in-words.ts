/** Longer words are named and not quoted: the log tells what was done, not what was written. */
const MAX_QUOTED_LENGTH = 100

/**
 * What changed from `before` to `after`, for the detail of an entry of the audit log: "name: Harbour to Port,
 * description". Empty when nothing did. A value that is no text, and a long one, is named alone.
 */
export function changesInWords<Fields extends object>(before: Fields, after: NoInfer<Fields>): string {
  const changes: string[] = []
  for (const field in before) {
    const [from, to] = [before[field], after[field]]
    if (JSON.stringify(from) === JSON.stringify(to)) continue
    const isQuoted = isShort(from) && isShort(to)
    changes.push(isQuoted ? `${field}: ${from || 'none'} to ${to || 'none'}` : field)
  }
  return changes.join(', ')
}

function isShort(value: unknown): boolean {
  return typeof value === 'string' && value.length <= MAX_QUOTED_LENGTH
}
