import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** Far below the 32,766 parameters of a statement of SQLite, with the columns of the widest table. */
const ROWS_AT_ONCE = 500

/**
 * Whether `column` has one of `values`; false without any. The list is one JSON parameter, because SQLite limits the
 * number of parameters of a statement, and a list that comes from a text or a table has no limit.
 */
export function isOneOf(column: SQLWrapper, values: readonly (number | string)[]): SQL {
  return sql`${column} in (select value from json_each(${JSON.stringify(values)}))`
}

/** Whether `column` has none of `values`, which is true without any; as one parameter, see isOneOf. */
export function isNoneOf(column: SQLWrapper, values: readonly (number | string)[]): SQL {
  return sql`${column} not in (select value from json_each(${JSON.stringify(values)}))`
}

/** `rows` in their order, in groups that one statement can insert; none for no rows. */
export function* insertable<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) yield rows.slice(at, at + ROWS_AT_ONCE)
}
