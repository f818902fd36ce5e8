/*
 * The query language of SQLite's full-text index (https://sqlite.org/fts5.html#full_text_query_syntax). Words of the
 * index hold no quotation mark, and every one is quoted, so that none is an operator.
 */

/** A phrase: these words, one behind the other. */
export function phrase(words: readonly string[]): string {
  return `"${words.join(' ')}"`
}

/** One of these words. */
export function anyOf(words: readonly string[]): string {
  return words.length === 1 ? phrase(words) : `(${words.map((word) => phrase([word])).join(' OR ')})`
}

/** All of these conditions. */
export function allOf(conditions: readonly string[]): string {
  return conditions.join(' AND ')
}

/** A condition on some columns only. */
export function inColumns(columns: readonly string[], condition: string): string {
  return `{${columns.join(' ')}} : (${condition})`
}

/** A condition, and none of the others. */
export function butNot(condition: string, unwanted: readonly string[]): string {
  return unwanted.length ? `(${condition}) NOT (${unwanted.join(' OR ')})` : condition
}
